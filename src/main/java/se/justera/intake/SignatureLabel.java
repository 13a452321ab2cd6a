package se.justera.intake;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.SignatoryRole;

/**
 * What stands above or before a signature, and what it makes of the signer: "Vid protokollet", "Justeras".
 *
 * @param role null where the words do not say it
 */
record SignatureLabel(@Nullable SignatoryRole role, String written) {

    static Stream<SignatureLabel> in(String cell) {
        return SignatureForm.label(cell).stream().map(role -> new SignatureLabel(role, SignatureForm.bare(cell)));
    }

    /** Of words that stand above a signature for certain. */
    static SignatureLabel of(String cell) {
        return new SignatureLabel(SignatureForm.label(cell).orElse(null), SignatureForm.bare(cell));
    }
}
