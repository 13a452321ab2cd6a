package se.justera.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.audit.AuditTrail;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.Verdict;

/** What must hold when many have signed at the same moment: nobody's signature is lost, nobody's is there twice. */
final class SignedTogether {

    private SignedTogether() {}

    static void check(House house, Meeting meeting) {
        List<Participant> people =
                meeting.people().stream().filter(Participant::signs).toList();
        assertThat(people).extracting(Participant::state).containsOnly(ParticipantState.SIGNED);
        Archive archive = house.bean(Archive.class);
        Revision last = archive.latest(meeting.id(), 1).orElseThrow();
        ValidationResult result = house.bean(Validation.class).validate("p.pdf", last.pdf(), Locale.ENGLISH);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures().stream()
                        .filter(signature -> signature.kind() == Kind.SIGNATURE)
                        .map(signature -> signature.signer().name()))
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(Participant::name).toList());
        // the seal, each person, the archive time-stamp: a revision each and no more
        assertThat(archive.hashes(meeting.id(), 1)).hasSize(people.size() + 2);
        Map<String, Long> trail = house.bean(AuditTrail.class).of(meeting.view().tenant(), meeting.id()).stream()
                .collect(Collectors.groupingBy(entry -> entry.type(), Collectors.counting()));
        assertThat(trail).containsEntry("minutes.signed", (long) people.size()).doesNotContainKey("document.refused");
        assertThat(house.bean(JdbcClient.class)
                        .sql("select count(*) from signing_turn")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
