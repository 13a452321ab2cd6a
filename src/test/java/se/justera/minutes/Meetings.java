package se.justera.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Drafts of an invented meeting, and the addresses its association knows. */
final class Meetings {

    static final Signatory SECRETARY = signatory("Sten Skrivare", SignatoryRole.SECRETARY, "sten@forening.example");
    static final Signatory CHAIR = signatory("Alva Ek", SignatoryRole.CHAIR, "alva@forening.example");
    static final Signatory ADJUSTER = signatory("Jon Granskare", SignatoryRole.ADJUSTER, "jon@forening.example");

    /** The register of addresses: only Alva's. */
    static final Function<String, Optional<String>> REGISTER = name ->
            Optional.ofNullable(Map.of("Alva Ek", "alva@forening.example").get(name));

    static final Function<String, Optional<String>> NO_REGISTER = name -> Optional.empty();

    private Meetings() {}

    static Signatory signatory(@Nullable String name, @Nullable SignatoryRole role, @Nullable String email) {
        return new Signatory(name, role, null, email);
    }

    static Draft signedBy(Signatory... signatories) {
        return of(MinutesKind.PROTOCOL, signatories);
    }

    static Draft of(MinutesKind kind, Signatory... signatories) {
        return new Draft(
                new AssociationName("Föreningen Exempel", null),
                kind,
                "Styrelsen",
                null,
                null,
                new Meeting(4, 2026, LocalDate.of(2026, 6, 10), null, null, null, null),
                List.of(attendee("Alva Ek", AttendeeRole.CHAIR)),
                List.of(new Item(1, "Öppnande", List.of(), List.of(), null, List.of())),
                List.of(),
                List.of(),
                List.of(signatories));
    }

    static Draft empty() {
        return new Draft(null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Draft attendedBy(Draft draft, Attendee... attendance) {
        return new Draft(
                draft.association(),
                draft.kind(),
                draft.body(),
                draft.caseNumber(),
                draft.pageFooter(),
                draft.meeting(),
                List.of(attendance),
                draft.items(),
                draft.footnotes(),
                draft.nextMeetings(),
                draft.signatories());
    }

    static Attendee attendee(String name, AttendeeRole role) {
        return new Attendee(name, role, null, null, null, null, null, null, List.of());
    }
}
