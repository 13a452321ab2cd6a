package se.justera.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.archive.Archive;
import se.justera.audit.AuditTrail;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinutesRefused;
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
        house = House.alone(mails, HAND::holding);
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
    void whatOurOwnValidationRefusesIsNotStoredButSeen() {
        Meeting meeting = Meeting.waitingFor(List.of(house), 0);
        Meeting.Seat chair = meeting.seats().get(0);
        Archive archive = house.bean(Archive.class);
        List<Sha256> before = archive.hashes(meeting.id(), 1);

        HAND.tremble(true);
        assertThatThrownBy(chair::sign)
                .isInstanceOf(SignatureRejected.class)
                .hasMessageContaining("Nothing was stored");
        HAND.tremble(false);

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

    private static List<Incident> incidents(Meeting meeting) {
        return house.bean(Adjustments.class)
                .standing(meeting.id(), meeting.view().state())
                .incidents();
    }
}
