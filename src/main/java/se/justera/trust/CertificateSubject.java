package se.justera.trust;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Identified;

/**
 * Whom a one-time certificate names (ETSI EN 319 412-2, 4.2.4). A certificate goes with the document, so it holds no
 * mail address, and no personnummer unless that is configured.
 *
 * @param name full name as printed, given names first
 * @param pseudonym distinguishes people of one name: up to 64 letters (a to z), digits, dots and hyphens; the
 *     certificate's serialNumber attribute
 * @param organisation for whom they sign; may be blank
 * @param personalNumber twelve digits, where the identification told it; stands in the certificate only if
 *     {@code justera.trust.personal-numbers} says so
 */
public record CertificateSubject(
        String name,
        String pseudonym,
        String organisation,
        Identified identified,
        @Nullable String personalNumber) {

    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
    private static final Pattern PERSONNUMMER = Pattern.compile("(\\d{2})?\\d{6}-?\\d{4}");

    public CertificateSubject(String name, String pseudonym, String organisation, Identified identified) {
        this(name, pseudonym, organisation, identified, null);
    }

    public CertificateSubject {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a certificate names a person");
        }
        if (!PSEUDONYM.matcher(pseudonym).matches()
                || PERSONNUMMER.matcher(pseudonym).matches()) {
            throw new IllegalArgumentException(
                    "a pseudonym is 1 to 64 letters (a to z), digits, dots and hyphens, and no personnummer");
        }
        if (personalNumber != null && !personalNumber.matches("\\d{12}")) {
            throw new IllegalArgumentException("a personnummer is written with twelve digits");
        }
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "CertificateSubject[" + name + ", " + pseudonym + "]";
    }
}
