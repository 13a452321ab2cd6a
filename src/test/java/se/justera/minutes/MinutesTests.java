package se.justera.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinutesFact.AddressCorrected;
import se.justera.minutes.MinutesFact.InvitationRequested;
import se.justera.minutes.MinutesFact.MinutesSigned;
import se.justera.minutes.MinutesFact.MinutesSubmitted;

class MinutesTests {

    private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-06-15T11:00:00Z");
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final MinutesId ID = new MinutesId(UUID.randomUUID());
    private static final ParticipantId STRANGER = new ParticipantId(UUID.randomUUID());

    private final Minutes minutes = open(Meetings.signedBy(Meetings.SECRETARY, Meetings.CHAIR, Meetings.ADJUSTER));

    @Test
    void startAsADraft() {
        assertThat(minutes.view().state()).isEqualTo(MinutesState.DRAFT);
        assertThat(minutes.view().version()).isEqualTo(1);
        assertThat(minutes.view().round()).isZero();
        assertThat(minutes.participants()).isEmpty();
    }

    @Test
    void refuseToBeSubmittedWithWhatTheyLack() {
        Minutes lacking = open(Meetings.empty());

        assertThatThrownBy(() -> submit(lacking))
                .isInstanceOfSatisfying(
                        NotSubmittable.class,
                        e -> assertThat(e.shortcomings())
                                .isEqualTo(Shortcomings.of(Meetings.empty(), Meetings.REGISTER))
                                .isNotEmpty());
        assertThat(lacking.view().state()).isEqualTo(MinutesState.DRAFT);
        assertThat(lacking.view().version()).isEqualTo(1);
    }

    @Test
    void goToTheChairWhenSubmitted() {
        assertThat(submit(minutes)).isEqualTo(new MinutesSubmitted(TENANT, ID, 1));

        assertThat(minutes.view().state()).isEqualTo(MinutesState.REVIEW);
        assertThat(minutes.view().version()).isEqualTo(2);
        assertThat(minutes.view().changedAt()).isEqualTo(NOON);
        assertThat(minutes.participants())
                .extracting(Participant::name)
                .containsExactly("Sten Skrivare", "Alva Ek", "Jon Granskare");
        assertThat(minutes.participants())
                .extracting(Participant::signatureNumber)
                .containsExactly(1, 2, 3);
        assertThat(minutes.participants()).extracting(Participant::reviewer).containsExactly(false, true, false);
        assertThat(minutes.participants()).extracting(Participant::state).containsOnly(ParticipantState.WAITING);
    }

    @Test
    void knowOnePersonInTwoRolesAsOneParticipant() {
        Minutes two = open(Meetings.signedBy(
                Meetings.signatory("Alva Ek", SignatoryRole.SECRETARY, "Alva@forening.example"),
                Meetings.CHAIR,
                Meetings.ADJUSTER));
        submit(two);

        assertThat(two.participants()).hasSize(2);
        Participant alva = person(two, "Alva Ek");
        assertThat(alva.roles()).containsExactly(SignatoryRole.SECRETARY, SignatoryRole.CHAIR);
        assertThat(alva.reviewer()).isTrue();
        assertThat(alva.signatureNumber()).isEqualTo(1);
        assertThat(two.person(0)).isEqualTo(two.person(1)).contains(alva);
    }

    @Test
    void tellASecretaryWhoDoesNotSign() {
        Signatory chair = Meetings.signatory("Jon Granskare", SignatoryRole.CHAIR, "jon@forening.example");
        Minutes kept = open(
                Meetings.attendedBy(Meetings.signedBy(chair), Meetings.attendee("Alva Ek", AttendeeRole.SECRETARY)));
        submit(kept);

        Participant alva = person(kept, "Alva Ek");
        assertThat(kept.participants()).hasSize(2);
        assertThat(alva.signs()).isFalse();
        assertThat(alva.reviewer()).isFalse();
        assertThat(alva.email()).isEqualTo("alva@forening.example");
    }

    @Test
    void knowTwoPeopleOfOneNameByTheirAddresses() {
        Signatory namesake = Meetings.signatory("Jon Granskare", SignatoryRole.ADJUSTER, "jon2@forening.example");
        Minutes two = open(Meetings.signedBy(Meetings.CHAIR, Meetings.ADJUSTER, namesake));
        submit(two);

        assertThat(two.participants()).hasSize(3);
        assertThat(two.person(1).orElseThrow().email()).isEqualTo("jon@forening.example");
        assertThat(two.person(2).orElseThrow().email()).isEqualTo("jon2@forening.example");
    }

    @Test
    void letAChairWhoDoesNotSignReview() {
        Minutes unsigned = open(Meetings.signedBy(Meetings.SECRETARY, Meetings.ADJUSTER));
        submit(unsigned);

        Participant alva = person(unsigned, "Alva Ek");
        assertThat(alva.signs()).isFalse();
        assertThat(alva.reviewer()).isTrue();
        assertThat(alva.email()).isEqualTo("alva@forening.example");
        unsigned.approve(alva.id(), NOON);
        assertRefused(() -> unsigned.sign(alva.id(), NOON), MinutesRefused.NotTheirs.class);
    }

    @Test
    void keepTheIdOfAPersonFromRoundToRound() {
        submit(minutes);
        List<ParticipantId> first = ids(minutes);
        minutes.sendBack(id("Alva Ek"), "Rätta § 1.", NOON);
        minutes.revise(
                Meetings.signedBy(
                        Meetings.ADJUSTER,
                        Meetings.CHAIR,
                        Meetings.signatory("Ny Person", SignatoryRole.SECRETARY, "ny@forening.example")),
                NOON);
        assertThat(submit(minutes).round()).isEqualTo(2);

        assertThat(ids(minutes).subList(0, 2)).containsExactly(first.get(2), first.get(1));
        assertThat(first).doesNotContain(ids(minutes).get(2));
        assertThat(minutes.view().note()).isNull();
    }

    @Test
    void areApprovedAndReturnedByTheReviewerOnly() {
        submit(minutes);

        assertRefused(() -> minutes.approve(id("Jon Granskare"), NOON), MinutesRefused.NotTheirs.class);
        assertRefused(() -> minutes.sendBack(id("Sten Skrivare"), "Nej.", NOON), MinutesRefused.NotTheirs.class);
        assertRefused(() -> minutes.approve(STRANGER, NOON), MinutesRefused.Unknown.class);
        minutes.approve(id("Alva Ek"), NOON);
        assertThat(minutes.view().state()).isEqualTo(MinutesState.ADJUSTMENT);
        assertRefused(() -> minutes.approve(id("Alva Ek"), NOON), MinutesRefused.WrongState.class);
        assertRefused(() -> minutes.sendBack(id("Alva Ek"), "Nej.", NOON), MinutesRefused.WrongState.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void areNotReturnedWithoutAComment(String comment) {
        submit(minutes);

        assertWanting(() -> minutes.sendBack(id("Alva Ek"), comment, NOON), "/comment");
        assertThat(minutes.view().state()).isEqualTo(MinutesState.REVIEW);
    }

    @Test
    void areADraftWithTheChairsCommentWhenReturned() {
        submit(minutes);
        minutes.sendBack(id("Alva Ek"), " Rätta § 1. ", LATER);

        assertThat(minutes.view().state()).isEqualTo(MinutesState.DRAFT);
        assertThat(minutes.view().note()).isEqualTo("Rätta § 1.");
        assertThat(minutes.view().changedAt()).isEqualTo(LATER);
    }

    @Test
    void areRevisedOnlyAsADraft() {
        submit(minutes);

        assertRefused(() -> minutes.revise(Meetings.empty(), NOON), MinutesRefused.WrongState.class);
        assertRefused(() -> submit(minutes), MinutesRefused.WrongState.class);
    }

    @Test
    void areSignedOnlyByThoseWhoHaveBeenInvited() {
        approved();
        assertRefused(() -> minutes.sign(id("Sten Skrivare"), NOON), MinutesRefused.WrongState.class);

        minutes.invited(id("Sten Skrivare"), NOON);
        assertThat(minutes.sign(id("Sten Skrivare"), LATER))
                .isEqualTo(new MinutesSigned(TENANT, ID, id("Sten Skrivare")));
        assertThat(person(minutes, "Sten Skrivare").state()).isEqualTo(ParticipantState.SIGNED);
        assertThat(person(minutes, "Sten Skrivare").signedAt()).isEqualTo(LATER);
        assertThat(person(minutes, "Jon Granskare").state()).isEqualTo(ParticipantState.WAITING);
        assertRefused(() -> minutes.sign(STRANGER, NOON), MinutesRefused.Unknown.class);
    }

    @Test
    void areNotSignedDuringTheReview() {
        submit(minutes);
        minutes.invited(id("Alva Ek"), NOON);

        assertThat(person(minutes, "Alva Ek").state()).isEqualTo(ParticipantState.WAITING);
        assertRefused(() -> minutes.sign(id("Alva Ek"), NOON), MinutesRefused.WrongState.class);
    }

    @Test
    void areSignedOnceByEach() {
        approved();
        sign("Sten Skrivare", NOON);

        assertRefused(() -> minutes.sign(id("Sten Skrivare"), LATER), MinutesRefused.AlreadyDone.class);
        assertRefused(
                () -> minutes.decline(id("Sten Skrivare"), "Ångrar mig.", LATER), MinutesRefused.AlreadyDone.class);
        assertThat(person(minutes, "Sten Skrivare").signedAt()).isEqualTo(NOON);
    }

    @Test
    void becomeADraftWithTheReasonWhenSomebodyDeclines() {
        approved();
        minutes.invited(id("Jon Granskare"), NOON);
        assertWanting(() -> minutes.decline(id("Jon Granskare"), " ", NOON), "/reason");
        assertThat(minutes.view().state()).isEqualTo(MinutesState.ADJUSTMENT);

        minutes.decline(id("Jon Granskare"), " § 1 är fel. ", LATER);
        assertThat(minutes.view().state()).isEqualTo(MinutesState.DRAFT);
        assertThat(minutes.view().note()).isEqualTo("§ 1 är fel.");
        assertThat(person(minutes, "Jon Granskare").state()).isEqualTo(ParticipantState.DECLINED);
        assertThat(person(minutes, "Jon Granskare").reason()).isEqualTo("§ 1 är fel.");
    }

    @Test
    void askEverybodyAnewAfterADecline() {
        approved();
        sign("Sten Skrivare", NOON);
        minutes.invited(id("Jon Granskare"), NOON);
        minutes.decline(id("Jon Granskare"), "§ 1 är fel.", NOON);
        submit(minutes);

        assertThat(minutes.participants()).allSatisfy(p -> {
            assertThat(p.state()).isEqualTo(ParticipantState.WAITING);
            assertThat(p.signedAt()).isNull();
            assertThat(p.invitedAt()).isNull();
            assertThat(p.reason()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "REVIEW", "ADJUSTMENT"})
    void canBeCancelledWithAReasonUntilAllHaveSigned(MinutesState state) {
        Minutes running = in(state);
        assertWanting(() -> running.cancel(" ", NOON), "/reason");
        assertThat(running.view().state()).isEqualTo(state);

        running.cancel("Mötet räknas inte.", LATER);
        assertThat(running.view().state()).isEqualTo(MinutesState.CANCELLED);
        assertThat(running.view().note()).isEqualTo("Mötet räknas inte.");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADJUSTED", "ANNOUNCED", "FINAL", "CANCELLED"})
    void changeNoMoreOnceTheyHaveEnded(MinutesState state) {
        Minutes ended = in(state);

        assertRefused(() -> ended.cancel("För sent.", NOON), MinutesRefused.WrongState.class);
        assertRefused(() -> ended.revise(Meetings.empty(), NOON), MinutesRefused.WrongState.class);
        assertRefused(() -> submit(ended), MinutesRefused.WrongState.class);
        assertRefused(() -> ended.close(NOON), MinutesRefused.WrongState.class);
        assertRefused(() -> ended.requestInvitation(0), MinutesRefused.WrongState.class);
        assertRefused(() -> ended.correctAddress(0, "a@b.example", NOON), MinutesRefused.WrongState.class);
        assertThat(ended.view().version()).isEqualTo(5);
    }

    @Test
    void closeOnlyWhenAllHaveSigned() {
        approved();
        sign("Sten Skrivare", NOON);
        sign("Alva Ek", NOON);
        assertRefused(() -> minutes.close(NOON), MinutesRefused.WrongState.class);
        assertThat(minutes.view().adjustedOn()).isNull();

        sign("Jon Granskare", NOON);
        minutes.close(LATER);
        assertThat(minutes.view().state()).isEqualTo(MinutesState.ADJUSTED);
    }

    @ParameterizedTest
    @EnumSource
    void areAnnouncedOnlyWhenAdjustedAndFinalOnlyWhenAnnounced(MinutesState state) {
        Minutes anywhere = in(state);
        if (state == MinutesState.ADJUSTED) {
            anywhere.announce();
            assertThat(anywhere.view().state()).isEqualTo(MinutesState.ANNOUNCED);
        } else {
            assertRefused(anywhere::announce, MinutesRefused.WrongState.class);
        }
        if (anywhere.view().state() == MinutesState.ANNOUNCED) {
            anywhere.gainLegalForce();
            assertThat(anywhere.view().state()).isEqualTo(MinutesState.FINAL);
        } else {
            assertRefused(anywhere::gainLegalForce, MinutesRefused.WrongState.class);
        }
    }

    @Test
    void theNoticeDoesNotMoveTheEndFromWhichThePeoplesLinksAreCounted() {
        Minutes adjusted = in(MinutesState.ADJUSTED);
        var ended = adjusted.view().changedAt();

        adjusted.announce();
        adjusted.gainLegalForce();

        assertThat(adjusted.view().changedAt()).isEqualTo(ended);
        assertThat(adjusted.view().version()).isEqualTo(7);
    }

    @Test
    void closeWithoutTheSignatureOfAMereReviewer() {
        Minutes reviewed = open(Meetings.signedBy(Meetings.SECRETARY));
        submit(reviewed);
        reviewed.approve(person(reviewed, "Alva Ek").id(), NOON);
        ParticipantId secretary = person(reviewed, "Sten Skrivare").id();
        reviewed.invited(secretary, NOON);
        reviewed.sign(secretary, NOON);

        assertThatCode(() -> reviewed.close(NOON)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T21:59:59Z, 2026-06-15",
        "2026-06-15T23:30:00Z, 2026-06-16",
        "2026-12-15T22:30:00Z, 2026-12-15",
        "2026-12-31T23:30:00Z, 2027-01-01"
    })
    void areAdjustedOnTheSwedishDayOfTheLastSignature(Instant last, LocalDate day) {
        approved();
        sign("Jon Granskare", last);
        sign("Sten Skrivare", last.minusSeconds(200_000));
        sign("Alva Ek", last.minusSeconds(100_000));
        minutes.close(last.plusSeconds(500_000));

        assertThat(minutes.view().adjustedOn()).isEqualTo(day);
    }

    @Test
    void areFinalAtOnceWhenTheyAreNotes() {
        Minutes notes = open(Meetings.of(MinutesKind.NOTES, Meetings.CHAIR));
        submit(notes);
        ParticipantId chair = person(notes, "Alva Ek").id();
        notes.approve(chair, NOON);
        notes.invited(chair, NOON);
        notes.sign(chair, NOON);
        notes.close(NOON);

        assertThat(notes.view().state()).isEqualTo(MinutesState.FINAL);
        assertThat(notes.view().adjustedOn()).isEqualTo(LocalDate.of(2026, 6, 15));
    }

    @Test
    void correctAnAddressInTheDraftWithoutTellingAnybody() {
        assertThat(minutes.correctAddress(2, "jon@ny.example", LATER)).isEmpty();

        assertThat(minutes.view().draft().signatories().get(2).email()).isEqualTo("jon@ny.example");
        assertThat(minutes.view().version()).isEqualTo(2);
    }

    @Test
    void correctTheAddressOfSomebodyWhoTakesPart() {
        submit(minutes);
        assertThat(minutes.correctAddress(2, "jon@ny.example", LATER))
                .contains(new AddressCorrected(TENANT, ID, id("Jon Granskare")));

        assertThat(person(minutes, "Jon Granskare").email()).isEqualTo("jon@ny.example");
        assertThat(person(minutes, "Alva Ek").email()).isEqualTo("alva@forening.example");
        assertThat(minutes.view().draft().signatories().get(2).email()).isEqualTo("jon@ny.example");
    }

    @Test
    void keepAPersonInTwoRolesOnePersonWhenTheirAddressIsCorrected() {
        Minutes two = open(Meetings.signedBy(
                Meetings.signatory("Alva Ek", SignatoryRole.SECRETARY, null), Meetings.CHAIR, Meetings.ADJUSTER));
        submit(two);
        ParticipantId alva = person(two, "Alva Ek").id();
        two.correctAddress(1, "alva@ny.example", NOON);
        two.sendBack(alva, "Rätta § 1.", NOON);
        submit(two);

        assertThat(two.participants()).hasSize(2);
        assertThat(person(two, "Alva Ek").id()).isEqualTo(alva);
        assertThat(person(two, "Alva Ek").email()).isEqualTo("alva@ny.example");
    }

    @Test
    void leaveANamesakesAddressAsItIs() {
        Signatory namesake = Meetings.signatory("Jon Granskare", SignatoryRole.ADJUSTER, "jon2@forening.example");
        Minutes two = open(Meetings.signedBy(Meetings.CHAIR, Meetings.ADJUSTER, namesake));
        submit(two);
        two.correctAddress(1, "jon@ny.example", NOON);

        assertThat(two.participants())
                .extracting(Participant::email)
                .containsExactly("alva@forening.example", "jon@ny.example", "jon2@forening.example");
    }

    @Test
    void refuseAnAddressThatIsNoneAndALineThatIsNone() {
        assertWanting(() -> minutes.correctAddress(0, "sten", NOON), "/email");
        assertRefused(() -> minutes.correctAddress(3, "a@b.example", NOON), MinutesRefused.Unknown.class);
        assertRefused(() -> minutes.correctAddress(-1, "a@b.example", NOON), MinutesRefused.Unknown.class);
    }

    @Test
    void inviteAgainOnlyThoseWhoAreWaitedFor() {
        assertRefused(() -> minutes.requestInvitation(1), MinutesRefused.WrongState.class);
        submit(minutes);
        assertThat(minutes.requestInvitation(1)).isEqualTo(new InvitationRequested(TENANT, ID, id("Alva Ek")));
        assertRefused(() -> minutes.requestInvitation(0), MinutesRefused.AlreadyDone.class);

        minutes.approve(id("Alva Ek"), NOON);
        sign("Sten Skrivare", NOON);
        assertRefused(() -> minutes.requestInvitation(0), MinutesRefused.AlreadyDone.class);
        assertThat(minutes.requestInvitation(2).participant()).isEqualTo(id("Jon Granskare"));
        assertRefused(() -> minutes.requestInvitation(3), MinutesRefused.Unknown.class);
    }

    @Test
    void rememberWhenALinkWasFirstOpened() {
        submit(minutes);
        minutes.opened(id("Alva Ek"), NOON);
        minutes.opened(id("Alva Ek"), LATER);

        assertThat(person(minutes, "Alva Ek").openedAt()).isEqualTo(NOON);
        assertThat(person(minutes, "Jon Granskare").openedAt()).isNull();
    }

    @Test
    void refuseWhoeverHasReadAnOlderVersion() {
        minutes.revise(minutes.view().draft(), NOON);

        assertRefused(() -> minutes.expect(1L), MinutesRefused.Stale.class);
        assertThatCode(() -> minutes.expect(2L)).doesNotThrowAnyException();
        assertThatCode(() -> minutes.expect(null)).doesNotThrowAnyException();
    }

    private static Minutes open(Draft draft) {
        return Minutes.open(ID, TENANT, "AAAA-BBBB-CCCC", draft, NOON);
    }

    private static Minutes in(MinutesState state) {
        Draft draft = Meetings.signedBy(Meetings.CHAIR);
        return new Minutes(
                new MinutesView(ID, TENANT, state, 5, 1, draft, "AAAA-BBBB-CCCC", null, null, NOON, NOON), List.of());
    }

    private static MinutesSubmitted submit(Minutes of) {
        return of.submit(Meetings.REGISTER, new PeopleOfARound(UUID::randomUUID), NOON);
    }

    private void approved() {
        submit(minutes);
        minutes.approve(id("Alva Ek"), NOON);
    }

    private void sign(String name, Instant at) {
        minutes.invited(id(name), NOON);
        minutes.sign(id(name), at);
    }

    private ParticipantId id(String name) {
        return person(minutes, name).id();
    }

    private static List<ParticipantId> ids(Minutes of) {
        return of.participants().stream().map(Participant::id).toList();
    }

    private static Participant person(Minutes of, String name) {
        return of.participants().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(ThrowingCallable verb, Class<? extends MinutesRefused> how) {
        assertThatThrownBy(verb).isInstanceOf(how);
    }

    private static void assertWanting(ThrowingCallable verb, String at) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        MinutesRefused.Wanting.class, e -> assertThat(e.at()).isEqualTo(at));
    }
}
