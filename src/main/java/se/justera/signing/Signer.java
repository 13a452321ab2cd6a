package se.justera.signing;

import org.jspecify.annotations.Nullable;
import se.justera.kernel.Identified;

/**
 * The person who signs.
 *
 * @param name full name as printed, given names first
 * @param pseudonym distinguishes people of one name within an association; the certificate's serialNumber: up to 64
 *     letters (a to z), digits, dots and hyphens. No personnummer
 * @param associationName whose minutes they sign
 * @param identified how and when they proved who they are
 * @param personalNumber twelve digits, where the identification told it; stands in the certificate only if
 *     {@code justera.trust.personal-numbers} says so
 */
public record Signer(
        String name,
        String pseudonym,
        String associationName,
        Identified identified,
        @Nullable String personalNumber) {

    /** Never the number. */
    @Override
    public String toString() {
        return "Signer[" + name + ", " + pseudonym + "]";
    }
}
