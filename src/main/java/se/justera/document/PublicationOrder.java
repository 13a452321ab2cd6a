package se.justera.document;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import se.justera.document.extract.Extract.SignatureFact;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;

/**
 * What is needed to set a copy for publication.
 *
 * @param draft the minutes as they were signed
 * @param signatures who signed them
 * @param adjustedOn the Stockholm date of the last person's signature
 * @param original the SHA-256 of the signed document
 * @param verificationCode printed on the signed document
 * @param checkAt where anybody validates the signed document
 * @param trial true where the certificates are samples
 */
public record PublicationOrder(
        Draft draft,
        List<SignatureFact> signatures,
        LocalDate adjustedOn,
        Sha256 original,
        String verificationCode,
        URI checkAt,
        boolean trial) {

    public PublicationOrder {
        signatures = List.copyOf(signatures);
    }

    PublicationOrder cleaned() {
        return new PublicationOrder(
                PersonalData.without(draft), signatures, adjustedOn, original, verificationCode, checkAt, trial);
    }
}
