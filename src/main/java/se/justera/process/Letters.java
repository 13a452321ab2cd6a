package se.justera.process;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.ceremony.RoleNames;
import se.justera.invitation.Invitations;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.notify.Letter;
import se.justera.notify.Letter.Enclosure;
import se.justera.notify.PostOffice;

/** Writes to the people of a round; every letter carries a fresh link. */
@Component
class Letters {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", SWEDISH);
    private static final DateTimeFormatter STOCKHOLM = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'kl.' HH:mm:ss '(svensk tid)'", SWEDISH)
            .withZone(ZoneId.of("Europe/Stockholm"));

    private final MinuteBook minuteBook;
    private final Invitations invitations;
    private final Archive archive;
    private final PostOffice post;
    private final PublicAddress address;

    Letters(MinuteBook minuteBook, Invitations invitations, Archive archive, PostOffice post, PublicAddress address) {
        this.minuteBook = minuteBook;
        this.invitations = invitations;
        this.archive = archive;
        this.post = post;
        this.address = address;
    }

    ParticipantId reviewer(MinutesId minutes) {
        return minuteBook.participants(minutes).stream()
                .filter(Participant::reviewer)
                .findFirst()
                .map(Participant::id)
                .orElseThrow(() -> new IllegalStateException("submitted minutes have a reviewer"));
    }

    /**
     * Asks the person to act. The record comes first: it keeps the minutes locked until this step is done, so that
     * somebody who is as fast as the mail finds the process waiting for them.
     */
    void invite(MinutesId minutes, ParticipantId person, String template) {
        minuteBook.invited(person);
        write(minutes, person, template, List.of());
    }

    /**
     * Tells that the secretary has the draft again. The minutes are locked until this step is done, as for an invitation:
     * whoever submits the draft as fast as the mail finds the process at rest.
     */
    void giveBack(MinutesId minutes, ParticipantId person, String template) {
        minuteBook.awaitOthers(minutes);
        write(minutes, person, template, List.of());
    }

    void tell(MinutesId minutes, ParticipantId person, String template) {
        write(minutes, person, template, List.of());
    }

    /** Sends the final document. */
    void deliver(MinutesId minutes, ParticipantId person) {
        MinutesView view = minuteBook.view(minutes);
        Revision last = archive.latest(minutes, view.round())
                .orElseThrow(() -> new IllegalStateException("closed minutes have a final document"));
        write(minutes, person, "completed", List.of(new Enclosure(fileName(view), last.pdf())));
    }

    private void write(MinutesId minutes, ParticipantId id, String template, List<Enclosure> enclosures) {
        MinutesView view = minuteBook.view(minutes);
        Participant person = minuteBook.participant(id);
        URI link = invitations.issue(person);
        post.send(new Letter(person.email(), template, facts(view, person, link), enclosures));
    }

    private Map<String, Object> facts(MinutesView view, Participant person, URI link) {
        AssociationName association = view.draft().association();
        var meeting = view.draft().meeting();
        var facts = new HashMap<String, Object>();
        facts.put("name", person.name());
        facts.put("roles", person.roles().stream().map(RoleNames::swedish).collect(Collectors.joining(", ")));
        facts.put("title", MinutesTitle.of(view.draft()));
        facts.put("association", association == null || association.name() == null ? "" : association.name());
        facts.put("date", day(meeting == null ? null : meeting.date()));
        facts.put("note", view.note() == null ? "" : view.note());
        facts.put("link", link.toString());
        facts.put("validate", address.of("/validate").toString());
        facts.put("adjustedOn", day(view.adjustedOn()));
        Instant signedAt = person.signedAt();
        facts.put("signedAt", signedAt == null ? "" : STOCKHOLM.format(signedAt));
        facts.put(
                "sha256",
                archive.hashes(view.id(), view.round()).stream()
                        .findFirst()
                        .map(Sha256::hex)
                        .orElse(""));
        return facts;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String fileName(MinutesView view) {
        var meeting = view.draft().meeting();
        return meeting == null || meeting.date() == null
                ? "protokoll-undertecknat.pdf"
                : "protokoll-" + meeting.date() + "-undertecknat.pdf";
    }
}
