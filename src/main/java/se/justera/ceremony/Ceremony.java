package se.justera.ceremony;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.document.Typesetter;
import se.justera.identification.Browser;
import se.justera.identification.Identification;
import se.justera.identification.Identifications;
import se.justera.invitation.Invitations;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;

/** What a person does behind their link: identify, read, approve or return, sign or decline. */
@Service
public class Ceremony {

    /** How long the final document can be fetched behind a link. */
    static final Duration OPEN_AFTER_THE_END = Duration.ofDays(90);

    private final Invitations invitations;
    private final Identifications identifications;
    private final MinuteBook minuteBook;
    private final Archive archive;
    private final Typesetter typesetter;
    private final SignatureCeremony signatures;
    private final Clock clock;

    Ceremony(
            Invitations invitations,
            Identifications identifications,
            MinuteBook minuteBook,
            Archive archive,
            Typesetter typesetter,
            SignatureCeremony signatures,
            Clock clock) {
        this.invitations = invitations;
        this.identifications = identifications;
        this.minuteBook = minuteBook;
        this.archive = archive;
        this.typesetter = typesetter;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** Shows and changes nothing. */
    public Task look(String claimedToken, Browser browser) {
        Task task = glance(claimedToken, browser);
        if (!task.step().waitsForTheirTurn()) {
            return task;
        }
        // whoever is as fast as their mail comes before the sending step has recorded that it is their turn
        minuteBook.awaitOthers(task.minutes().id());
        return glance(claimedToken, browser);
    }

    private Task glance(String claimedToken, Browser browser) {
        Participant participant = holder(claimedToken);
        MinutesView minutes = minuteBook.view(participant.minutes());
        if (minutes.state().isEnded()
                && clock.instant().isAfter(minutes.changedAt().plus(OPEN_AFTER_THE_END))) {
            throw new LinkRefused.Revoked();
        }
        return new Task(
                participant,
                minutes,
                TaskStep.of(minutes, participant),
                identifications.of(participant.id(), browser),
                identifications.awaitsCode(participant.id()),
                archive.revision(minutes.id(), minutes.round(), 0)
                        .map(Revision::sha256)
                        .orElse(null));
    }

    public void requestCode(String claimedToken, Browser browser) {
        Task task = look(claimedToken, browser);
        Participant person = task.participant();
        identifications.requestCode(
                person.tenant(),
                person.id(),
                person.email(),
                MinutesTitle.of(task.minutes().draft()));
    }

    public void identify(String claimedToken, String claimedCode, Browser browser) {
        Participant person = look(claimedToken, browser).participant();
        identifications.identify(person.tenant(), person.id(), claimedCode, browser);
        minuteBook.opened(person.id());
    }

    public void approve(String claimedToken, Browser browser) {
        minuteBook.approve(acting(claimedToken, browser).participant().id());
    }

    public void sendBack(String claimedToken, Browser browser, String comment) {
        minuteBook.sendBack(acting(claimedToken, browser).participant().id(), comment);
    }

    public void decline(String claimedToken, Browser browser, String reason) {
        minuteBook.decline(acting(claimedToken, browser).participant().id(), reason);
    }

    /**
     * Signs with a key of the person's own.
     *
     * @param consent that the person has said yes to signing
     * @param shownSha256 of revision 0 as it was shown to the person
     */
    public void sign(String claimedToken, Browser browser, boolean consent, String shownSha256) {
        Task task = acting(claimedToken, browser);
        if (!consent) {
            throw new LinkRefused.NoConsent();
        }
        Identification identification = task.identification().orElseThrow(LinkRefused.NotIdentified::new);
        signatures.sign(task, identification, shownSha256);
    }

    /** The PDF as it stands now, for the person who is identified: the draft before the seal, then the latest revision. */
    public byte[] document(String claimedToken, Browser browser) {
        Task task = identified(claimedToken, browser);
        MinutesView minutes = task.minutes();
        Optional<Revision> latest = archive.latest(minutes.id(), minutes.round());
        if (task.step() == TaskStep.RETURNED) {
            latest = Optional.empty();
        }
        return latest.map(Revision::pdf).orElseGet(() -> typesetter.draftPdf(minutes.draft()));
    }

    private Task acting(String claimedToken, Browser browser) {
        Task task = identified(claimedToken, browser);
        if (task.minutes().state().isEnded()) {
            throw new LinkRefused.Ended();
        }
        return task;
    }

    private Task identified(String claimedToken, Browser browser) {
        Task task = look(claimedToken, browser);
        boolean ended = task.minutes().state().isEnded();
        if (!task.identified() && ended) {
            throw new LinkRefused.Ended();
        }
        if (!task.identified()) {
            throw new LinkRefused.NotIdentified();
        }
        return task;
    }

    private Participant holder(String claimedToken) {
        ParticipantId holder = invitations.holder(claimedToken).orElseThrow(LinkRefused.Unknown::new);
        try {
            return minuteBook.participant(holder);
        } catch (MinutesRefused.Unknown e) {
            throw new LinkRefused.Revoked();
        }
    }
}
