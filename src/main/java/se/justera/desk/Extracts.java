package se.justera.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.CurrentStaff;
import se.justera.access.PublicAddress;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.association.Associations;
import se.justera.audit.AuditTrail;
import se.justera.desk.SignedDocuments.SignedDocument;
import se.justera.document.CopySetter;
import se.justera.document.EmbeddedProofs;
import se.justera.document.extract.Extract;
import se.justera.document.extract.Extract.Original;
import se.justera.document.extract.ItemTree;
import se.justera.document.extract.KeptSalts;
import se.justera.document.extract.Salt;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.signing.SealOrder;
import se.justera.signing.Signing;
import se.justera.trust.KeyRing;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** Makes extracts: takes matters out of adjusted minutes, proves, sets, seals and time-stamps them, and notes it. */
@Component
public class Extracts {

    private final Associations associations;
    private final MinuteBook book;
    private final SignedDocuments documents;
    private final Archive archive;
    private final CopySetter setter;
    private final Signing signing;
    private final Validation validation;
    private final KeyRing keys;
    private final PublicAddress address;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Extracts(
            Associations associations,
            MinuteBook book,
            SignedDocuments documents,
            Archive archive,
            CopySetter setter,
            Signing signing,
            Validation validation,
            KeyRing keys,
            PublicAddress address,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.associations = associations;
        this.book = book;
        this.documents = documents;
        this.archive = archive;
        this.setter = setter;
        this.signing = signing;
        this.validation = validation;
        this.keys = keys;
        this.address = address;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A sealed extract as PDF.
     *
     * @throws se.justera.minutes.MinutesRefused if there are no such minutes, or they are not adjusted
     * @throws NotExtractable if they have not what was chosen
     * @throws se.justera.signing.SigningFailed if it cannot be sealed now
     */
    public byte[] make(CurrentStaff staff, MinutesId id, ChosenItems chosen) {
        MinutesView minutes = book.view(staff.tenant(), id);
        SignedDocument document = documents.of(minutes);
        List<Integer> positions = chosen.in(minutes.draft());
        byte[] pdf = sealed(extract(minutes, document, positions), minutes.tenant());
        transaction.executeWithoutResult(t -> audit.record(
                minutes.tenant(),
                id,
                staff.actor(),
                "extract.made",
                Map.of(
                        "positions", positions.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        "of", document.last().sha256().hex(),
                        "sha256", Sha256.of(pdf).hex())));
        return pdf;
    }

    private Extract extract(MinutesView minutes, SignedDocument document, List<Integer> positions) {
        List<Salt> salts = archive.evidence(minutes.id(), minutes.round(), 0, KeptSalts.KIND)
                .map(KeptSalts::read)
                .orElseThrow(() -> new IllegalStateException("sealed minutes have salts"));
        Revision last = document.last();
        Revision sealed = document.sealed();
        ItemTree tree = new EmbeddedProofs()
                .tree(sealed.pdf())
                .orElseThrow(() -> new IllegalStateException("sealed minutes carry a tree"));
        LocalDate adjustedOn = Objects.requireNonNull(minutes.adjustedOn(), "adjusted minutes have a date");
        var original = new Original(
                last.sha256(),
                last.pdf().length,
                sealed.sha256(),
                sealed.pdf().length,
                minutes.verificationCode(),
                address.of("/validate").toString(),
                adjustedOn,
                tree.root(),
                tree.leaves().size());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Extract.from(minutes.draft(), salts, original, document.signatures(), positions, now, keys.trial());
    }

    private byte[] sealed(Extract extract, TenantId tenant) {
        AssociationName association = extract.minutes().association();
        String name = association == null ? "" : Objects.requireNonNullElse(association.name(), "");
        boolean notes = extract.minutes().kind() == MinutesKind.NOTES;
        String reason = notes ? "Sigill: utdrag ur minnesanteckningar" : "Sigill: protokollsutdrag";
        byte[] pdf = signing.preserve(signing.seal(
                setter.extractPdf(extract),
                new SealOrder(name, associations.find(tenant).orgNumber(), reason)));
        ValidationResult result = validation.validate("", pdf, Locale.ENGLISH);
        if (result.verdict() != Verdict.VALID) {
            throw new IllegalStateException("our own extract is " + result.verdict() + ": " + result.reason());
        }
        return pdf;
    }
}
