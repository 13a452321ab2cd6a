package se.justera.signing;

import org.jspecify.annotations.Nullable;

/**
 * Who seals, and what for.
 *
 * @param associationName printed nowhere; stands as the signer's name in the signature
 * @param orgNumber chooses the association's own key where one is configured: from the association's own record, never
 *     from a draft; null for the installation's seal
 * @param reason stands in the signature
 */
public record SealOrder(String associationName, @Nullable String orgNumber, String reason) {

    private static final String MINUTES = "Sigill: texten är låst inför underskrift";

    /** The seal that locks minutes before they are signed. */
    public static SealOrder ofMinutes(String associationName, @Nullable String orgNumber) {
        return new SealOrder(associationName, orgNumber, MINUTES);
    }
}
