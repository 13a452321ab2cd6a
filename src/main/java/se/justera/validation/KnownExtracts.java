package se.justera.validation;

import java.util.Optional;
import se.justera.document.extract.Extract;

/** What is known of extracts where a validation runs: their originals, in our own archive or among files somebody named. */
public interface KnownExtracts {

    /** The original of an extract: the document that begins with the sealed revision that the extract names. */
    Optional<Original> originalOf(Extract claimedExtract);

    /** True if an extract whose original is not known here is wrong, as where somebody named the original. */
    default boolean isExhaustive() {
        return false;
    }

    /** Knows nothing. */
    static KnownExtracts none() {
        return extract -> Optional.empty();
    }

    /**
     * A document that extracts can be taken from.
     *
     * @param pdf its newest revision
     * @param superseded true if it is known to be of a round that came to nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file
    record Original(byte[] pdf, boolean superseded) {}
}
