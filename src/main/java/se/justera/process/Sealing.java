package se.justera.process;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.association.Associations;
import se.justera.audit.AuditTrail;
import se.justera.ceremony.RoleNames;
import se.justera.ceremony.SelfValidation;
import se.justera.ceremony.SelfValidation.Making;
import se.justera.document.DocumentOrder;
import se.justera.document.Letterheads;
import se.justera.document.SignatureFields;
import se.justera.document.SignatureSpace;
import se.justera.document.Typesetter;
import se.justera.document.extract.KeptSalts;
import se.justera.document.extract.Salt;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.signing.SealOrder;
import se.justera.signing.Signing;
import se.justera.trust.KeyRing;

/** Freezes approved minutes: sets them, seals them and stores them as revision 0 of the round. */
@Component
class Sealing {

    private static final Actor ACTOR = Actor.system("seal");

    private final Associations associations;
    private final MinuteBook minuteBook;
    private final Typesetter typesetter;
    private final Letterheads letterheads;
    private final Signing signing;
    private final SelfValidation validation;
    private final Archive archive;
    private final AuditTrail audit;
    private final PublicAddress address;
    private final KeyRing keys;
    private final SecureRandom random;

    Sealing(
            Associations associations,
            MinuteBook minuteBook,
            Typesetter typesetter,
            Letterheads letterheads,
            Signing signing,
            SelfValidation validation,
            Archive archive,
            AuditTrail audit,
            PublicAddress address,
            KeyRing keys,
            SecureRandom random) {
        this.associations = associations;
        this.minuteBook = minuteBook;
        this.typesetter = typesetter;
        this.letterheads = letterheads;
        this.signing = signing;
        this.validation = validation;
        this.archive = archive;
        this.audit = audit;
        this.address = address;
        this.keys = keys;
        this.random = random;
    }

    void seal(MinutesId id) {
        MinutesView minutes = minuteBook.view(id);
        if (archive.latest(id, minutes.round()).isPresent()) {
            return;
        }
        List<Salt> salts = Salt.fresh(minutes.draft().items().size(), random);
        byte[] sealed = signing.seal(
                typesetter.sealablePdf(order(minutes, salts)),
                SealOrder.ofMinutes(
                        associationName(minutes),
                        associations.find(minutes.tenant()).orgNumber()));
        validation.requireValid(new Making(minutes.tenant(), id, minutes.round(), 0, ACTOR), sealed);
        Revision revision = archive.store(minutes.tenant(), id, minutes.round(), null, sealed);
        archive.keepEvidence(minutes.tenant(), revision, KeptSalts.KIND, KeptSalts.write(salts));
        audit.record(
                minutes.tenant(),
                id,
                ACTOR,
                "document.sealed",
                Map.of("revision", Sha256.of(sealed).hex(), "round", "" + minutes.round()));
    }

    private DocumentOrder order(MinutesView minutes, List<Salt> salts) {
        List<SignatureSpace> spaces = minuteBook.participants(minutes.id()).stream()
                .filter(Participant::signs)
                .map(Sealing::space)
                .toList();
        return new DocumentOrder(
                minutes.draft(),
                spaces,
                minutes.verificationCode(),
                address.of("/validate"),
                keys.trial(),
                letterheads.of(minutes.tenant()).orElse(null),
                salts);
    }

    private static SignatureSpace space(Participant person) {
        Integer number = person.signatureNumber();
        return new SignatureSpace(
                SignatureFields.ofSignatory(number == null ? 0 : number),
                person.name(),
                person.roles().stream().map(RoleNames::swedish).toList(),
                person.title());
    }

    private static String associationName(MinutesView minutes) {
        AssociationName association = minutes.draft().association();
        return association == null || association.name() == null ? "" : association.name();
    }
}
