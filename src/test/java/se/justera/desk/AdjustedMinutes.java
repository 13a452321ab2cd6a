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
import se.justera.kernel.MinutesId;
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
        return signedByAll(sealed(tenant, draft));
    }

    /** The first round ends when the chair, who is last, declines; the second is signed by everybody. */
    MinutesView ofTheSecondRound(Draft draft) {
        MinutesView first = sealed(draft);
        List<Participant> people = book.participants(first.id()).stream()
                .filter(Participant::signs)
                .toList();
        sign(first, people.get(0));
        book.invited(people.get(1).id());
        book.decline(people.get(1).id(), "Fel belopp i § 2");
        return signedByAll(submitted(first.tenant(), first.id()));
    }

    /** The same text and code, sealed and signed with keys that are trusted, but in no archive. */
    byte[] anotherEdition(MinutesView minutes) {
        List<Salt> salts = Salt.fresh(minutes.draft().items().size(), new SecureRandom());
        byte[] sealed = signing.seal(typeset(minutes, salts), "Samordningsförbundet Älvdalen");
        return signing.sign(sealed, TestSigning.order("sig_1", "Någon Annan", clock.instant(), "Justerare"));
    }

    private MinutesView signedByAll(MinutesView minutes) {
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
        return submitted(tenant, book.open(tenant, SECRETARY, draft).id());
    }

    private MinutesView submitted(TenantId tenant, MinutesId id) {
        book.submit(tenant, SECRETARY, id, null);
        book.participants(id).stream()
                .filter(Participant::reviewer)
                .findFirst()
                .ifPresent(chair -> book.approve(chair.id()));
        MinutesView minutes = book.view(id);
        List<Salt> salts = Salt.fresh(minutes.draft().items().size(), new SecureRandom());
        byte[] sealed = signing.seal(typeset(minutes, salts), "Samordningsförbundet Älvdalen");
        transaction.executeWithoutResult(t -> {
            Revision revision = archive.store(minutes.tenant(), minutes.id(), minutes.round(), null, sealed);
            archive.keepEvidence(minutes.tenant(), revision, KeptSalts.KIND, KeptSalts.write(salts));
        });
        return minutes;
    }

    private byte[] typeset(MinutesView minutes, List<Salt> salts) {
        return new ArchiveTypesetter(clock)
                .sealablePdf(new DocumentOrder(
                        minutes.draft(),
                        SignatureSpace.allOf(minutes.draft()),
                        minutes.verificationCode(),
                        URI.create("http://localhost/validate"),
                        true,
                        salts));
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
