package se.justera.ceremony.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.justera.archive.StalePredecessor;
import se.justera.ceremony.LinkRefused;
import se.justera.ceremony.SignatureRejected;
import se.justera.ceremony.SigningBusy;
import se.justera.ceremony.TaskStep;
import se.justera.identification.CodeNotSent;
import se.justera.identification.IdentificationRefused;
import se.justera.identification.TooManyTries;
import se.justera.identification.WrongCode;
import se.justera.minutes.MinutesRefused;
import se.justera.signing.KeyAnswersWanted;
import se.justera.signing.KeyAnswersWrong;
import se.justera.signing.KeyRefused;
import se.justera.signing.SigningFailed;

/**
 * What the page says when it refuses: the one table from causes to statuses and sentences.
 *
 * @param key of the sentence in the ceremony's messages
 */
record TaskProblem(HttpStatus status, String key) {

    private record Row(Class<? extends RuntimeException> cause, HttpStatus status, String key) {}

    private static final List<Row> TABLE = List.of(
            new Row(LinkRefused.Unknown.class, HttpStatus.NOT_FOUND, "task.problem.unknown"),
            new Row(LinkRefused.Revoked.class, HttpStatus.GONE, "task.problem.revoked"),
            new Row(LinkRefused.Ended.class, HttpStatus.GONE, "task.problem.ended"),
            new Row(LinkRefused.NotIdentified.class, HttpStatus.FORBIDDEN, "task.problem.notIdentified"),
            new Row(LinkRefused.AnotherDocument.class, HttpStatus.CONFLICT, "task.problem.anotherDocument"),
            new Row(LinkRefused.NotReady.class, HttpStatus.CONFLICT, "task.problem.notReady"),
            new Row(LinkRefused.NoConsent.class, HttpStatus.UNPROCESSABLE_CONTENT, "task.problem.noConsent"),
            new Row(WrongCode.class, HttpStatus.FORBIDDEN, "task.problem.wrongCode"),
            new Row(TooManyTries.class, HttpStatus.TOO_MANY_REQUESTS, "task.problem.tooManyTries"),
            new Row(MinutesRefused.AlreadyDone.class, HttpStatus.CONFLICT, "task.problem.alreadyDone"),
            new Row(MinutesRefused.WrongState.class, HttpStatus.CONFLICT, "task.problem.wrongState"),
            new Row(MinutesRefused.NotTheirs.class, HttpStatus.FORBIDDEN, "task.problem.notTheirs"),
            new Row(MinutesRefused.Wanting.class, HttpStatus.UNPROCESSABLE_CONTENT, "task.problem.wanting"),
            new Row(IdentificationRefused.NotOffered.class, HttpStatus.FORBIDDEN, "task.problem.notOffered"),
            new Row(IdentificationRefused.AnotherPerson.class, HttpStatus.FORBIDDEN, "task.problem.anotherPerson"),
            new Row(IdentificationRefused.TooWeak.class, HttpStatus.FORBIDDEN, "task.problem.tooWeak"),
            new Row(IdentificationRefused.Stale.class, HttpStatus.FORBIDDEN, "task.problem.stale"),
            new Row(IdentificationRefused.Untrue.class, HttpStatus.FORBIDDEN, "task.problem.untrue"),
            new Row(IdentificationRefused.BrokenOff.class, HttpStatus.FORBIDDEN, "task.problem.brokenOff"),
            new Row(
                    IdentificationRefused.ProviderSilent.class,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "task.problem.provider"),
            new Row(CodeNotSent.class, HttpStatus.SERVICE_UNAVAILABLE, "task.problem.mail"),
            new Row(KeyAnswersWanted.class, HttpStatus.UNPROCESSABLE_CONTENT, "task.problem.keyWants"),
            new Row(KeyAnswersWrong.class, HttpStatus.FORBIDDEN, "task.problem.keyAnswers"),
            new Row(KeyRefused.class, HttpStatus.CONFLICT, "task.problem.keyRefused"),
            new Row(SigningFailed.class, HttpStatus.SERVICE_UNAVAILABLE, "task.problem.signing"),
            new Row(SignatureRejected.class, HttpStatus.SERVICE_UNAVAILABLE, "task.problem.rejected"),
            new Row(SigningBusy.class, HttpStatus.SERVICE_UNAVAILABLE, "task.problem.busy"),
            new Row(StalePredecessor.class, HttpStatus.SERVICE_UNAVAILABLE, "task.problem.busy"),
            new Row(MinutesRefused.class, HttpStatus.CONFLICT, "task.problem.wrongState"));

    /** @throws RuntimeException the cause itself if it is no refusal but a fault of ours */
    static TaskProblem of(RuntimeException cause) {
        return TABLE.stream()
                .filter(row -> row.cause().isInstance(cause))
                .findFirst()
                .map(row -> new TaskProblem(row.status(), row.key()))
                .orElseThrow(() -> cause);
    }

    /** The id of the field on the page of this step that the sentence is about, if it is about one. */
    public @Nullable String fieldAt(TaskStep step) {
        return switch (key) {
            case "task.problem.wrongCode" -> "code";
            case "task.problem.noConsent" -> "consent";
            case "task.problem.wanting" -> step == TaskStep.REVIEW ? "comment" : "reason";
            default -> null;
        };
    }

    /** True where even the page itself must not be shown. */
    boolean closesThePage() {
        return status == HttpStatus.NOT_FOUND || key.equals("task.problem.revoked");
    }
}
