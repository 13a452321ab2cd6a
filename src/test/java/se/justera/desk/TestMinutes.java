package se.justera.desk;

import java.time.LocalDate;
import java.util.List;
import se.justera.kernel.Actor;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import tools.jackson.databind.json.JsonMapper;

/** Minutes in the states that tests need. */
public final class TestMinutes {

    private static final Actor SECRETARY = Actor.staff("secretary");

    private final MinuteBook book;
    private final JsonMapper json;

    TestMinutes(MinuteBook book, JsonMapper json) {
        this.book = book;
        this.json = json;
    }

    /** Lacks nothing; the chair's address is the association's. */
    public static Draft complete() {
        return new Draft(
                new AssociationName("Samordningsförbundet Älvdalen", "222000-0001"),
                MinutesKind.PROTOCOL,
                "Styrelsen",
                "2026/17",
                null,
                new Meeting(4, 2026, LocalDate.of(2026, 3, 10), null, null, "Kommunhuset", null),
                List.of(new Attendee("Alva Ek", AttendeeRole.CHAIR, null, null, null, null, null, null, List.of())),
                List.of(new Item(1, "Öppnande", List.of(), List.of(), null, List.of())),
                List.of(),
                List.of(),
                List.of(
                        new Signatory("Sten Skrivare", SignatoryRole.SECRETARY, null, "sten@forbundet.example"),
                        new Signatory("Alva Ek", SignatoryRole.CHAIR, null, null),
                        new Signatory("Jon Justerare", SignatoryRole.ADJUSTER, null, "jon@forbundet.example")));
    }

    /** A draft that lacks everything. */
    public static Draft empty() {
        return new Draft(null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public String json(Draft draft) {
        return json.writeValueAsString(draft);
    }

    public MinutesView draft() {
        return draft(complete());
    }

    public MinutesView draft(Draft draft) {
        return book.open(DeskHouse.TENANT, SECRETARY, draft);
    }

    /** With the chair. */
    public MinutesView inReview() {
        return book.submit(DeskHouse.TENANT, SECRETARY, draft().id(), null);
    }

    /** Approved; nobody has signed. */
    public MinutesView inAdjustment() {
        var minutes = inReview();
        Participant chair = book.participants(minutes.id()).stream()
                .filter(Participant::reviewer)
                .findFirst()
                .orElseThrow();
        book.approve(chair.id());
        return now(minutes);
    }

    public MinutesView cancelled() {
        return book.cancel(DeskHouse.TENANT, SECRETARY, draft().id(), null, "Mötet räknas inte.");
    }

    /** As they stand now. */
    public MinutesView now(MinutesView minutes) {
        return book.view(DeskHouse.TENANT, minutes.id());
    }
}
