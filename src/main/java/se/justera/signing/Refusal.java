package se.justera.signing;

import eu.europa.esig.dss.pades.exception.InvalidPasswordException;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import java.util.Optional;
import java.util.stream.Stream;
import se.justera.trust.KeysUnusable;
import se.justera.trust.TimeStampRefused;

/** Why something was not signed, in words for the operator. */
final class Refusal {

    static final String ENCRYPTED = "the document is encrypted; what is signed must be open to everybody.";
    static final String XFA = "the document has an XFA form, which can show one thing and print another.";
    static final String CLOSED = "the document's own signatures allow no more of them (DocMDP or a field lock).";

    private Refusal() {}

    /** The first cause that says something of its own. */
    static String reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof TimeStampRefused
                || cause instanceof KeysUnusable
                || cause instanceof RevocationWanted.NotLearnt) {
            return Optional.ofNullable(cause.getMessage());
        } else if (cause instanceof InvalidPasswordException) {
            return Optional.of(ENCRYPTED);
        } else if (cause instanceof ProtectedDocumentException) {
            return Optional.of(CLOSED);
        }
        return Optional.empty();
    }
}
