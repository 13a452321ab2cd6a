package se.justera.desk;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.document.SignatureSpace;
import se.justera.document.extract.KeptSalts;
import se.justera.document.extract.Salt;
import se.justera.kernel.Actor;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;

/** Minutes with real documents in the archive: sealed, signed by some or all, preserved. */
public final class AdjustedMinutes {

    private static final Actor SECRETARY = Actor.staff("secretary");

    private final MinuteBook book;
    private final Archive archive;
    private final Signing signing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public AdjustedMinutes(
            MinuteBook book, Archive archive, Signing signing, TransactionTemplate transaction, Clock clock) {
        this.book = book;
        this.archive = archive;
        this.signing = signing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Signed by everybody. */
    public MinutesView of(Draft draft) {
        return of(DeskHouse.TENANT, draft);
    }

    /** Signed by everybody, of this association. */
    public MinutesView of(TenantId tenant, Draft draft) {
        MinutesView minutes = sealed(tenant, draft);
        List<Participant> signing = book.participants(minutes.id()).stream()
                .filter(Participant::signs)
                .toList();
        signing.forEach(person -> sign(minutes, person));
        Revision last = latest(minutes);
        transaction.executeWithoutResult(t -> {
            archive.store(minutes.tenant(), minutes.id(), minutes.round(), last.sha256(), preserved(last));
            book.close(minutes.id());
        });
        return book.view(minutes.id());
    }

    private byte[] preserved(Revision last) {
        return signing.preserve(last.pdf());
    }

    /** Sealed; nobody has signed. */
    public MinutesView sealed(Draft draft) {
        return sealed(DeskHouse.TENANT, draft);
    }

    private MinutesView sealed(TenantId tenant, Draft draft) {
        MinutesView open = book.open(tenant, SECRETARY, draft);
        book.submit(tenant, SECRETARY, open.id(), null);
        book.participants(open.id()).stream()
                .filter(Participant::reviewer)
                .findFirst()
                .ifPresent(chair -> book.approve(chair.id()));
        MinutesView minutes = book.view(open.id());
        List<Salt> salts = Salt.fresh(draft.items().size(), new SecureRandom());
        byte[] pdf = new ArchiveTypesetter(clock)
                .sealablePdf(new DocumentOrder(
                        minutes.draft(),
                        SignatureSpace.allOf(minutes.draft()),
                        minutes.verificationCode(),
                        URI.create("http://localhost/validate"),
                        true,
                        salts));
        byte[] sealed = signing.seal(pdf, "Samordningsförbundet Älvdalen");
        transaction.executeWithoutResult(t -> {
            Revision revision = archive.store(minutes.tenant(), minutes.id(), minutes.round(), null, sealed);
            archive.keepEvidence(minutes.tenant(), revision, KeptSalts.KIND, KeptSalts.write(salts));
        });
        return minutes;
    }

    /** One person signs. */
    public void sign(MinutesView minutes, Participant person) {
        book.invited(person.id());
        Revision last = latest(minutes);
        String field = "sig_" + Objects.requireNonNull(person.signatureNumber());
        byte[] signed = signing.sign(last.pdf(), TestSigning.order(field, person.name(), clock.instant(), "Justerare"));
        transaction.executeWithoutResult(t -> {
            Revision stored = archive.store(minutes.tenant(), minutes.id(), minutes.round(), last.sha256(), signed);
            book.sign(person.id(), stored.sha256());
        });
    }

    public Revision latest(MinutesView minutes) {
        return archive.latest(minutes.id(), minutes.round()).orElseThrow();
    }
}
