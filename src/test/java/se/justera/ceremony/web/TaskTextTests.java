package se.justera.ceremony.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.ceremony.Task;
import se.justera.ceremony.TaskStep;
import se.justera.desk.TestMinutes;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;

class TaskTextTests {

    private static final Instant BEFORE_MIDNIGHT_UTC = Instant.parse("2026-06-15T22:30:05Z");

    @ParameterizedTest
    @CsvSource({
        "anna@kansli.example, a…@k….example",
        "a@b.example, a…@b….example",
        "anna.berg@post.kansli.example, a…@p….example",
        "anna+moten@kansli.example, a…@k….example"
    })
    void masksAnAddressSoThatOnlyItsOwnerRecognisesIt(String email, String masked) {
        assertThat(TaskText.masked(email)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "@kansli.example", "anna@kansli", "anna.berg@kansli", "anna@.example", "anna@"})
    void showsNothingOfWhatItCannotMask(String email) {
        assertThat(TaskText.masked(email)).isEqualTo("…");
    }

    @Test
    void printsWhatThePageSays() {
        TaskText text = TaskText.of(task(TestMinutes.complete(), BEFORE_MIDNIGHT_UTC));

        assertThat(text)
                .isEqualTo(new TaskText(
                        "Protokoll styrelsen nr 4/2026",
                        "Samordningsförbundet Älvdalen",
                        LocalDate.of(2026, 3, 10),
                        "Alva Ek",
                        "Sekreterare, Ordförande",
                        "a…@f….example",
                        ZonedDateTime.of(2026, 6, 16, 0, 30, 5, 0, ZoneId.of("Europe/Stockholm"))));
    }

    @Test
    void printsADraftThatSaysNothing() {
        TaskText text = TaskText.of(task(TestMinutes.empty(), null));

        assertThat(text.title()).isEqualTo("Protokoll");
        assertThat(text.association()).isEmpty();
        assertThat(text.meetingDate()).isNull();
        assertThat(text.signedAt()).isNull();
    }

    private static Task task(Draft draft, @Nullable Instant signedAt) {
        var tenant = new TenantId(UUID.randomUUID());
        var id = new MinutesId(UUID.randomUUID());
        var view = new MinutesView(
                id,
                tenant,
                MinutesState.ADJUSTMENT,
                3,
                1,
                draft,
                "AAAA-BBBB-CCCC",
                null,
                null,
                BEFORE_MIDNIGHT_UTC,
                BEFORE_MIDNIGHT_UTC);
        var alva = new Participant(
                new ParticipantId(UUID.randomUUID()),
                tenant,
                id,
                "Alva Ek",
                "alva@forbundet.example",
                List.of(SignatoryRole.SECRETARY, SignatoryRole.CHAIR),
                null,
                1,
                true,
                ParticipantState.SIGNED,
                null,
                null,
                signedAt,
                null);
        return new Task(alva, view, TaskStep.SIGNED, Optional.empty(), List.of(), false, false, null);
    }
}
