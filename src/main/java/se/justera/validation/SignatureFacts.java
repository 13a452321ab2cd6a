package se.justera.validation;

import java.util.List;
import java.util.Objects;
import se.justera.document.extract.Extract.SignatureFact;
import se.justera.validation.ValidationResult.Kind;

/** Who signed a document, as its signatures themselves say. */
public final class SignatureFacts {

    private SignatureFacts() {}

    /** One for each signature of a person, in the order of the file. */
    public static List<SignatureFact> of(ValidationResult result) {
        return result.signatures().stream()
                .filter(signature -> signature.kind() == Kind.SIGNATURE)
                .map(signature -> new SignatureFact(
                        Objects.requireNonNullElse(signature.signer().name(), ""),
                        signature.role(),
                        signature.signingTime()))
                .toList();
    }
}
