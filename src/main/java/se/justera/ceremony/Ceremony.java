package se.justera.ceremony;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.audit.AuditTrail;
import se.justera.document.Letterheads;
import se.justera.document.Typesetter;
import se.justera.identification.Begun;
import se.justera.identification.Browser;
import se.justera.identification.Claimant;
import se.justera.identification.Identification;
import se.justera.identification.Identifications;
import se.justera.identification.Need;
import se.justera.identification.Standing;
import se.justera.invitation.Invitations;
import se.justera.kernel.Actor;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;

/** What a person does behind their link: identify, read, approve or return, sign or decline. */
@Service
public class Ceremony {

    /** How long the final document can be fetched behind a link. */
    static final Duration OPEN_AFTER_THE_END = Duration.ofDays(90);

    private static final String BY_MAIL = "mail-code";

    private final Invitations invitations;
    private final Identifications identifications;
    private final MinuteBook minuteBook;
    private final Archive archive;
    private final Typesetter typesetter;
    private final Letterheads letterheads;
    private final SignatureCeremony signatures;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ceremony(
            Invitations invitations,
            Identifications identifications,
            MinuteBook minuteBook,
            Archive archive,
            Typesetter typesetter,
            Letterheads letterheads,
            SignatureCeremony signatures,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.invitations = invitations;
        this.identifications = identifications;
        this.minuteBook = minuteBook;
        this.archive = archive;
        this.typesetter = typesetter;
        this.letterheads = letterheads;
        this.signatures = signatures;
        this.audit = audit;
        this.transaction = transaction;
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
        TaskStep step = TaskStep.of(minutes, participant);
        Standing standing =
                identifications.standing(Needs.claimant(participant, minutes), Needs.of(step, participant), browser);
        return new Task(
                participant,
                minutes,
                step,
                standing.identification(),
                standing.offers(),
                standing.mayKeepPasskey(),
                standing.awaitsCode(),
                archive.hashes(minutes.id(), minutes.round()).stream()
                        .findFirst()
                        .orElse(null));
    }

    public void requestCode(String claimedToken, Browser browser) {
        begin(claimedToken, browser, BY_MAIL);
    }

    public void identify(String claimedToken, String claimedCode, Browser browser) {
        prove(claimedToken, browser, BY_MAIL, Map.of("code", claimedCode));
    }

    /** Begins to identify the person in one of the ways they are offered. */
    public Begun begin(String claimedToken, Browser browser, String method) {
        Task task = look(claimedToken, browser);
        return identifications.begin(claimant(task), need(task), method, browser);
    }

    /** Takes the answer, and records how the person was identified if it is right. */
    public void prove(String claimedToken, Browser browser, String method, Map<String, String> claimedAnswer) {
        Task task = look(claimedToken, browser);
        Claimant person = claimant(task);
        Identification proved = identifications.prove(person, need(task), method, browser, claimedAnswer);
        transaction.executeWithoutResult(status -> {
            identifications.remember(person, browser, proved);
            minuteBook.opened(person.participant());
            record(task, "participant.identified", proved);
        });
    }

    /** Begins to register a passkey for an identified person. */
    public Begun beginPasskey(String claimedToken, Browser browser) {
        Task task = identified(claimedToken, browser);
        return identifications.beginPasskey(claimant(task), need(task), browser);
    }

    public void keepPasskey(String claimedToken, Browser browser, Map<String, String> claimedAnswer) {
        Task task = identified(claimedToken, browser);
        Identification now = task.identification().orElseThrow(LinkRefused.NotIdentified::new);
        transaction.executeWithoutResult(status -> {
            minuteBook.awaitOthers(task.minutes().id());
            identifications.keepPasskey(claimant(task), need(task), browser, claimedAnswer);
            record(task, "participant.passkeyRegistered", now);
        });
    }

    private void record(Task task, String what, Identification identification) {
        audit.record(
                task.minutes().tenant(),
                task.minutes().id(),
                Actor.participant(task.participant().id()),
                what,
                Needs.details(identification));
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
        sign(claimedToken, browser, consent, shownSha256, Map.of());
    }

    /**
     * As {@link #sign(String, Browser, boolean, String)}, where the key is kept by somebody else.
     *
     * @param keyAnswers what the person gives to whoever keeps their key
     */
    public void sign(
            String claimedToken, Browser browser, boolean consent, String shownSha256, Map<String, String> keyAnswers) {
        Task task = acting(claimedToken, browser);
        if (!consent) {
            throw new LinkRefused.NoConsent();
        }
        Identification identification = task.identification().orElseThrow(LinkRefused.NotIdentified::new);
        signatures.sign(task, identification, shownSha256, keyAnswers);
    }

    /** The PDF as it stands now, for the person who is identified: the draft before the seal, then the latest revision. */
    public byte[] document(String claimedToken, Browser browser) {
        Task task = identified(claimedToken, browser);
        MinutesView minutes = task.minutes();
        Optional<Revision> latest = archive.latest(minutes.id(), minutes.round());
        if (task.step() == TaskStep.RETURNED) {
            latest = Optional.empty();
        }
        return latest.map(Revision::pdf)
                .orElseGet(() -> typesetter.draftPdf(
                        minutes.draft(), letterheads.of(minutes.tenant()).orElse(null)));
    }

    private static Claimant claimant(Task task) {
        return Needs.claimant(task.participant(), task.minutes());
    }

    private static Need need(Task task) {
        return Needs.of(task.step(), task.participant());
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
