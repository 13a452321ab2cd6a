package se.justera.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.audit.AuditTrail;
import se.justera.ceremony.SelfValidation;
import se.justera.ceremony.SelfValidation.Making;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.notice.ProofOfNotice;
import se.justera.notice.RegistrarLetters;
import se.justera.notice.RegistrarLetters.Matter;
import se.justera.signing.SealOrder;
import se.justera.signing.Signing;
import se.justera.trust.KeyRing;

/** The steps of the announcement, each a call downwards into the features. */
@Component
class NoticeDuties implements AnnouncementSteps {

    private static final Actor ACTOR = Actor.system("notice");

    private final Announcements announcements;
    private final RegistrarLetters letters;
    private final ProofOfNotice proofs;
    private final Associations associations;
    private final Signing signing;
    private final SelfValidation validation;
    private final KeyRing keys;
    private final AuditTrail audit;
    private final MinuteBook book;
    private final Clock clock;

    NoticeDuties(
            Announcements announcements,
            RegistrarLetters letters,
            ProofOfNotice proofs,
            Associations associations,
            Signing signing,
            SelfValidation validation,
            KeyRing keys,
            AuditTrail audit,
            MinuteBook book,
            Clock clock) {
        this.announcements = announcements;
        this.letters = letters;
        this.proofs = proofs;
        this.associations = associations;
        this.signing = signing;
        this.validation = validation;
        this.keys = keys;
        this.audit = audit;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public void askForPosting(MinutesId minutes) {
        letters.write(minutes, Matter.POST);
    }

    @Override
    public void remindOfPosting(MinutesId minutes) {
        letters.write(minutes, Matter.POST_TODAY);
    }

    @Override
    public Outlook examine(MinutesId minutes) {
        LocalDate until = announced(minutes).appealUntil();
        if (until == null) {
            throw new IllegalStateException("an announced protocol is posted on every board");
        }
        Instant ends = NoticeDays.endOf(until);
        return new Outlook(!clock.instant().isBefore(ends), ends);
    }

    @Override
    public void askForTakingDown(MinutesId minutes) {
        letters.write(minutes, Matter.TAKE_DOWN);
    }

    @Override
    public void remindOfTakingDown(MinutesId minutes) {
        letters.write(minutes, Matter.STILL_UP);
    }

    @Override
    public void prove(MinutesId id) {
        Announcement announcement = announced(id);
        MinutesView minutes = announcement.minutes();
        if (minutes.state() == MinutesState.FINAL) {
            return;
        }
        Association association = associations.find(minutes.tenant());
        byte[] proof = signing.preserve(signing.seal(
                proofs.sealablePdf(announcement, keys.trial()),
                new SealOrder(association.name(), association.orgNumber(), "Sigill: anslagsbevis")));
        validation.requireValid(new Making(minutes.tenant(), id, minutes.round(), 0, ACTOR), proof);
        proofs.keep(announcement, proof);
        audit.record(
                minutes.tenant(),
                id,
                ACTOR,
                "notice.proven",
                Map.of("sha256", Sha256.of(proof).hex()));
        book.gainLegalForce(id);
    }

    private Announcement announced(MinutesId minutes) {
        return announcements
                .of(minutes)
                .orElseThrow(() -> new IllegalStateException("only adjusted protocols are announced"));
    }
}
