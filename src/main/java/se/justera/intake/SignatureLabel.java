package se.justera.intake;

import java.util.stream.Stream;
import se.justera.minutes.Draft.SignatoryRole;

/** What stands above or before a signature, and what it makes of the signer: "Vid protokollet", "Justeras". */
record SignatureLabel(SignatoryRole role, String written) {

    static Stream<SignatureLabel> in(String cell) {
        return SignatureForm.label(cell).stream().map(role -> new SignatureLabel(role, SignatureForm.bare(cell)));
    }
}
