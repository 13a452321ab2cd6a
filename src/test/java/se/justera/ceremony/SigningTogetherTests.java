package se.justera.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.justera.archive.Archive;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.ceremony.UnsteadyHand.Act;
import se.justera.identification.Claimant;
import se.justera.identification.Identification;
import se.justera.identification.Identifications;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesState;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;
import se.justera.process.Adjustments;
import se.justera.process.ProcessStanding.Incident;

/** Many sign the same minutes at the same moment, on one node with H2; and what we make is not always good. */
class SigningTogetherTests {

    @TempDir
    static Path mails;

    private static final UnsteadyHand HAND = new UnsteadyHand();
    private static House house;

    @BeforeAll
    static void open() {
        house = House.alone(mails, HAND::holding, "--justera.trust.personal-numbers=true");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void tenPeopleSignAtTheSameMoment() throws Exception {
        Meeting meeting = Meeting.waitingFor(List.of(house), 9);
        List<Meeting.Seat> seats = meeting.seats();
        assertThat(seats).hasSize(10);

        assertThat(Meeting.together(seats)).containsOnlyNulls();

        meeting.awaitAdjusted();
        SignedTogether.check(house, meeting);
    }

    @Test
    void aPersonWhoPressesTwiceSignsOnce() throws Exception {
        Meeting meeting = Meeting.waitingFor(List.of(house), 1);
        List<Meeting.Seat> seats = new ArrayList<>(meeting.seats());
        seats.add(seats.get(0));
        seats.add(seats.get(0));

        List<Exception> outcomes = Meeting.together(seats);

        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(2);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != null)
                .hasSize(2)
                .allMatch(refused -> refused instanceof MinutesRefused.AlreadyDone
                        || refused instanceof MinutesRefused.WrongState
                        || refused instanceof LinkRefused.Ended);
        meeting.awaitAdjusted();
        SignedTogether.check(house, meeting);
    }

    @Test
    void whoSignsWhileTheMinutesAreCancelledIsToldAndNothingOfItIsKept() throws Exception {
        Meeting meeting = Meeting.waitingFor(List.of(house), 1);
        Meeting.Seat chair = meeting.seats().get(0);
        Archive archive = house.bean(Archive.class);
        List<Sha256> before = archive.hashes(meeting.id(), 1);
        var signed = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        HAND.holdingEachSignature(() -> {
            signed.countDown();
            await(cancelled);
        });

        var signing = CompletableFuture.supplyAsync(() -> catchThrowable(chair::sign));
        await(signed);
        meeting.cancel("Fel handling");
        cancelled.countDown();
        Throwable outcome = signing.get(60, TimeUnit.SECONDS);
        HAND.steady();

        assertThat(outcome).isInstanceOf(MinutesRefused.WrongState.class);
        assertThat(meeting.view().state()).isEqualTo(MinutesState.CANCELLED);
        assertThat(archive.hashes(meeting.id(), 1)).isEqualTo(before);
        assertThat(meeting.people())
                .filteredOn(person -> person.id().equals(chair.person().id()))
                .extracting(Participant::state)
                .doesNotContain(ParticipantState.SIGNED);
        assertThat(house.bean(AuditTrail.class).of(meeting.view().tenant(), meeting.id()).stream()
                        .map(AuditEntry::type))
                .containsOnlyOnce("minutes.cancelled")
                .containsOnlyOnce("minutes.signed"); // the secretary's, from before
        assertThat(incidents(meeting)).isEmpty();
        assertThat(house.bean(JdbcClient.class)
                        .sql("select count(*) from signing_turn")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(chair::sign).isInstanceOf(LinkRefused.Ended.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatOurOwnValidationRefusesIsNotStoredButSeen() {
        Meeting meeting = Meeting.waitingFor(List.of(house), 0);
        Meeting.Seat chair = meeting.seats().get(0);
        Archive archive = house.bean(Archive.class);
        List<Sha256> before = archive.hashes(meeting.id(), 1);

        HAND.trembleAt(Act.SIGN);
        assertThatThrownBy(chair::sign)
                .isInstanceOf(SignatureRejected.class)
                .hasMessageContaining("Nothing was stored");
        HAND.steady();

        assertThat(archive.hashes(meeting.id(), 1)).isEqualTo(before);
        assertThat(meeting.people())
                .filteredOn(person -> person.id().equals(chair.person().id()))
                .extracting(person -> person.state())
                .containsExactly(ParticipantState.INVITED);
        var refused = house.bean(AuditTrail.class).of(meeting.view().tenant(), meeting.id()).stream()
                .filter(entry -> entry.type().equals("document.refused"))
                .toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).actor())
                .isEqualTo("participant:" + chair.person().id());
        Sha256 report = new Sha256(refused.get(0).details().getOrDefault("report", ""));
        assertThat(new String(archive.refusal(meeting.id(), report).orElseThrow(), StandardCharsets.UTF_8))
                .contains("SimpleReport");
        assertThat(incidents(meeting)).singleElement().satisfies(incident -> {
            assertThat(incident.activity()).isEqualTo("receiveTask_awaitSignatorySignature");
            assertThat(incident.message()).contains(report.hex());
        });

        chair.sign();

        assertThat(incidents(meeting)).isEmpty();
        meeting.awaitAdjusted();
    }

    @Test
    void aSealThatOurOwnValidationRefusesIsNotStoredButSeen() {
        HAND.trembleAt(Act.SEAL);
        Meeting meeting = Meeting.approved(List.of(house), 0);
        Incident incident = awaitIncident(meeting);
        HAND.steady();

        assertThat(incident.activity()).isEqualTo("serviceTask_sealDocument");
        assertThat(incident.message()).contains(keptReport(meeting).hex());
        assertThat(house.bean(Archive.class).hashes(meeting.id(), 1)).isEmpty();

        house.bean(Adjustments.class).retryFailedSteps(meeting.id());
        Meeting.await(() -> house.bean(Archive.class).latest(meeting.id(), 1));
        assertThat(incidents(meeting)).isEmpty();
    }

    @Test
    void anArchiveTimeStampThatOurOwnValidationRefusesIsNotStoredButSeen() {
        Meeting meeting = Meeting.waitingFor(List.of(house), 0);
        HAND.trembleAt(Act.PRESERVE);
        meeting.seats().get(0).sign();
        Incident incident = awaitIncident(meeting);
        HAND.steady();

        assertThat(incident.activity()).isEqualTo("serviceTask_preserveDocument");
        assertThat(incident.message()).contains(keptReport(meeting).hex());
        assertThat(house.bean(Archive.class).hashes(meeting.id(), 1))
                .as("the seal and two people's signatures")
                .hasSize(3);
        assertThat(meeting.view().state()).isEqualTo(MinutesState.ADJUSTMENT);

        house.bean(Adjustments.class).retryFailedSteps(meeting.id());
        meeting.awaitAdjusted();
    }

    /** This house is set to certify personal numbers. */
    @Test
    void aPersonalNumberThatTheIdentificationToldIsCertifiedAndNobodyElsesIsMadeUp() {
        Meeting meeting = Meeting.waitingFor(List.of(house), 0);
        Meeting.Seat chair = meeting.seats().get(0);
        Participant person = chair.person();
        var told = new Identification(
                "mail-code", "as if it told the number", "low", null, "", Instant.now(), "190001019802");
        house.bean(Identifications.class)
                .remember(
                        new Claimant(person.tenant(), person.id(), person.name(), person.email(), "Protokoll"),
                        chair.browser(),
                        told);
        chair.sign();
        meeting.awaitAdjusted();
        byte[] pdf =
                house.bean(Archive.class).latest(meeting.id(), 1).orElseThrow().pdf();
        String everything = new String(pdf, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        assertThat(everything.split(hex("PNOSE-"), -1)).as("the chair's alone").hasSize(2);
        assertThat(everything).contains(hex("PNOSE-190001019802"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Incident awaitIncident(Meeting meeting) {
        return Meeting.await(() -> incidents(meeting).stream().findFirst());
    }

    /** The hash of the report that the trail names; it can be read. */
    private static Sha256 keptReport(Meeting meeting) {
        String hash = house.bean(AuditTrail.class).of(meeting.view().tenant(), meeting.id()).stream()
                .filter(entry -> entry.type().equals("document.refused"))
                .map(entry -> entry.details().getOrDefault("report", ""))
                .findFirst()
                .orElseThrow();
        Sha256 report = new Sha256(hash);
        assertThat(new String(
                        house.bean(Archive.class).refusal(meeting.id(), report).orElseThrow(), StandardCharsets.UTF_8))
                .contains("SimpleReport");
        return report;
    }

    private static List<Incident> incidents(Meeting meeting) {
        return house.bean(Adjustments.class)
                .standing(meeting.id(), meeting.view().state())
                .incidents();
    }
}
