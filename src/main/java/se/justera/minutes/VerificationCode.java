package se.justera.minutes;

import java.security.SecureRandom;

/** The code printed on a document: 60 random bits in letters and digits that nobody mixes up. */
final class VerificationCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private VerificationCode() {}

    /** Twelve characters in groups of four. */
    static String fresh(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
