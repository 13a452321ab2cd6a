package se.justera.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.Shortcoming.Kind;

class ShortcomingsTests {

    @Test
    void findsNoneInACompleteDraft() {
        Draft draft = Meetings.signedBy(Meetings.SECRETARY, Meetings.CHAIR, Meetings.ADJUSTER);

        assertThat(Shortcomings.of(draft, Meetings.NO_REGISTER)).isEmpty();
    }

    @Test
    void listsAllThatAnEmptyDraftLacksInItsOrder() {
        assertThat(Shortcomings.of(Meetings.empty(), Meetings.NO_REGISTER))
                .containsExactly(
                        new Shortcoming("/association/name", Kind.NO_ASSOCIATION),
                        new Shortcoming("/meeting/date", Kind.NO_MEETING_DATE),
                        new Shortcoming("/attendance", Kind.NO_ATTENDANCE),
                        new Shortcoming("/items", Kind.NO_ITEMS),
                        new Shortcoming("/signatories", Kind.NO_SIGNATORIES),
                        new Shortcoming("/signatories", Kind.NO_CHAIR));
    }

    @Test
    void pointsAtTheLineThatLacksSomething() {
        Draft draft = Meetings.signedBy(
                Meetings.CHAIR,
                Meetings.signatory(" ", SignatoryRole.ADJUSTER, "jon@forening.example"),
                Meetings.signatory("Jon Granskare", null, "jon@forening.example"),
                Meetings.signatory("Sten Skrivare", SignatoryRole.SECRETARY, null));

        assertThat(Shortcomings.of(draft, Meetings.NO_REGISTER))
                .containsExactly(
                        new Shortcoming("/signatories/1/name", Kind.SIGNATORY_WITHOUT_NAME),
                        new Shortcoming("/signatories/2/role", Kind.SIGNATORY_WITHOUT_ROLE),
                        new Shortcoming("/signatories/3/email", Kind.NO_ADDRESS));
    }

    @Test
    void takesAnAddressFromTheRegister() {
        Draft draft = Meetings.signedBy(Meetings.signatory("Alva Ek", SignatoryRole.CHAIR, null));

        assertThat(Shortcomings.of(draft, Meetings.REGISTER)).isEmpty();
        assertThat(Shortcomings.of(draft, Meetings.NO_REGISTER))
                .containsExactly(new Shortcoming("/signatories/0/email", Kind.NO_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alva",
                "@forening.example",
                "alva@",
                "alva ek@forening.example",
                "alva@forening.example, jon@forening.example",
                "Alva <alva@forening.example>",
                "alva@forening.example\r\nBcc:jon@forening.example"
            })
    void refusesWhatIsNoAddress(String email) {
        Draft draft = Meetings.signedBy(Meetings.signatory("Alva Ek", SignatoryRole.CHAIR, email));

        assertThat(Shortcomings.of(draft, Meetings.REGISTER))
                .containsExactly(new Shortcoming("/signatories/0/email", Kind.BAD_ADDRESS));
    }

    @Test
    void wantsSomebodyToReview() {
        Draft nobody = Meetings.attendedBy(
                Meetings.signedBy(Meetings.SECRETARY), Meetings.attendee("Sten Skrivare", AttendeeRole.SECRETARY));

        assertThat(Shortcomings.of(nobody, Meetings.REGISTER))
                .containsExactly(new Shortcoming("/signatories", Kind.NO_CHAIR));
    }

    @Test
    void wantsTheAddressOfAChairWhoOnlyReviews() {
        Draft draft = Meetings.signedBy(Meetings.SECRETARY);

        assertThat(Shortcomings.of(draft, Meetings.REGISTER)).isEmpty();
        assertThat(Shortcomings.of(draft, Meetings.NO_REGISTER))
                .containsExactly(new Shortcoming("/attendance", Kind.NO_ADDRESS_OF_CHAIR));
    }

    @Test
    void theSigningChairReviewsBeforeTheOneOfTheAttendance() {
        Draft draft = Meetings.signedBy(
                Meetings.SECRETARY, Meetings.signatory("Vera Vice", SignatoryRole.CHAIR, "vera@forening.example"));

        assertThat(Shortcomings.chairOf(draft)).contains("Vera Vice");
        assertThat(Shortcomings.chairOf(Meetings.signedBy(Meetings.SECRETARY))).contains("Alva Ek");
        assertThat(Shortcomings.chairOf(Meetings.empty())).isEmpty();
    }

    @Test
    void aChairWhoSignsAsSomethingElseIsReachedAtThatAddress() {
        Draft draft = Meetings.signedBy(Meetings.signatory("Alva Ek", SignatoryRole.ADJUSTER, "alva@forening.example"));

        assertThat(Shortcomings.of(draft, Meetings.NO_REGISTER)).isEmpty();
    }
}
