package se.justera.ceremony.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.archive.StalePredecessor;
import se.justera.ceremony.Refusals;
import se.justera.ceremony.SignatureRejected;
import se.justera.ceremony.SigningBusy;
import se.justera.ceremony.TaskStep;
import se.justera.identification.CodeNotSent;
import se.justera.identification.TooManyTries;
import se.justera.identification.WrongCode;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesState;
import se.justera.minutes.NotSubmittable;
import se.justera.signing.SigningFailed;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

class TaskProblemTests {

    static Stream<Arguments> causes() {
        var rejected = new ValidationResult(
                "a.pdf", null, Verdict.INVALID, "a digest differs", 1, List.of(), List.of(), List.of());
        return Stream.of(
                Arguments.of(Refusals.unknown(), 404),
                Arguments.of(Refusals.revoked(), 410),
                Arguments.of(Refusals.ended(), 410),
                Arguments.of(Refusals.notIdentified(), 403),
                Arguments.of(Refusals.anotherDocument(), 409),
                Arguments.of(Refusals.notReady(), 409),
                Arguments.of(Refusals.noConsent(), 422),
                Arguments.of(new WrongCode(), 403),
                Arguments.of(new TooManyTries(Instant.EPOCH), 429),
                Arguments.of(new MinutesRefused.AlreadyDone("it"), 409),
                Arguments.of(new MinutesRefused.WrongState(MinutesState.DRAFT, "sign"), 409),
                Arguments.of(new MinutesRefused.NotTheirs("sign"), 403),
                Arguments.of(new MinutesRefused.Wanting("/reason", "a reason is needed"), 422),
                Arguments.of(new MinutesRefused.Stale(1, 2), 409),
                Arguments.of(new NotSubmittable(List.of()), 409),
                Arguments.of(new CodeNotSent(new IllegalStateException()), 503),
                Arguments.of(new SigningFailed("no time-stamp"), 503),
                Arguments.of(new SignatureRejected(rejected, Sha256.of(new byte[0])), 503),
                Arguments.of(new SigningBusy(), 503),
                Arguments.of(new StalePredecessor(), 503));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void answersEveryRefusalWithItsStatus(RuntimeException cause, int status) {
        assertThat(TaskProblem.of(cause).status().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void hasASentenceForEveryRefusalInBothLanguages(RuntimeException cause, int status) throws IOException {
        String key = TaskProblem.of(cause).key();

        assertThat(sentences("sv").getProperty(key)).isNotBlank();
        assertThat(sentences("en").getProperty(key)).isNotBlank();
    }

    @Test
    void showsNoPageBehindALinkThatIsNone() {
        assertThat(TaskProblem.of(Refusals.unknown()).closesThePage()).isTrue();
        assertThat(TaskProblem.of(Refusals.revoked()).closesThePage()).isTrue();
    }

    @Test
    void showsThePageBehindALinkThatRefuses() {
        assertThat(TaskProblem.of(Refusals.ended()).closesThePage()).isFalse();
        assertThat(TaskProblem.of(new WrongCode()).closesThePage()).isFalse();
    }

    @Test
    void leadsToTheFieldThatTheSentenceIsAbout() {
        var wanting = TaskProblem.of(new MinutesRefused.Wanting("/comment", "some words"));

        assertThat(wanting.fieldAt(TaskStep.REVIEW)).isEqualTo("comment");
        assertThat(wanting.fieldAt(TaskStep.SIGN)).isEqualTo("reason");
        assertThat(TaskProblem.of(new WrongCode()).fieldAt(TaskStep.SIGN)).isEqualTo("code");
        assertThat(TaskProblem.of(Refusals.ended()).fieldAt(TaskStep.SIGN)).isNull();
    }

    @Test
    void doesNotHideAFaultOfOurs() {
        var fault = new IllegalStateException("a fault");

        assertThatThrownBy(() -> TaskProblem.of(fault)).isSameAs(fault);
    }

    private static Properties sentences(String language) throws IOException {
        var sentences = new Properties();
        String name = "/messages/ceremony_" + language + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(TaskProblem.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        return sentences;
    }
}
