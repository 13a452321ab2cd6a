package se.justera.desk;

import java.util.Objects;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.desk.SignedDocuments.SignedDocument;
import se.justera.document.CopySetter;
import se.justera.document.PublicationOrder;
import se.justera.minutes.MinutesView;
import se.justera.trust.KeyRing;

/** Makes copies of adjusted minutes for publication: without personal numbers, addresses and signatures. */
@Component
public class PublicationCopies {

    private final SignedDocuments documents;
    private final CopySetter setter;
    private final KeyRing keys;
    private final PublicAddress address;

    PublicationCopies(SignedDocuments documents, CopySetter setter, KeyRing keys, PublicAddress address) {
        this.documents = documents;
        this.setter = setter;
        this.keys = keys;
        this.address = address;
    }

    /** @throws se.justera.minutes.MinutesRefused if the minutes are not adjusted */
    public byte[] of(MinutesView minutes) {
        SignedDocument document = documents.of(minutes);
        return setter.publicationPdf(new PublicationOrder(
                minutes.draft(),
                document.signatures(),
                Objects.requireNonNull(minutes.adjustedOn(), "adjusted minutes have a date"),
                document.last().sha256(),
                minutes.verificationCode(),
                address.of("/validate"),
                keys.trial()));
    }
}
