package se.justera.validation;

import java.util.Optional;

/**
 * Seals a validation report. The validation signs nothing itself and knows nobody who does: whoever may know the signing
 * offers this; without it reports are unsealed.
 */
public interface ReportSeal {

    /**
     * @param report a PDF with an empty signature field {@code seal}
     * @return the sealed report; empty if it cannot be sealed now
     */
    Optional<byte[]> seal(byte[] report);
}
