package se.justera.validation;

import java.util.Optional;
import se.justera.kernel.Sha256;

/**
 * What the place where a validation runs knows of its own documents. It tells of adjusted minutes only, which are public
 * (TF 2:10); of all others it answers as if there were none.
 */
public interface OwnDocuments {

    /** The stored revision with exactly these bytes. */
    Optional<StoredRevision> revisionWith(Sha256 sha256);

    /** The adjusted minutes of which a stored revision with exactly these bytes is an earlier round that came to nothing. */
    default Optional<AdjustedDocument> insteadOf(Sha256 sha256) {
        return Optional.empty();
    }

    /**
     * The document that a code is printed on.
     *
     * @param claimedCode as printed, such as 7KQ4-M2XP-9TWB
     */
    Optional<AdjustedDocument> withCode(String claimedCode);

    /** Whether there are texts by which copies can be recognised. */
    default boolean knowTexts() {
        return false;
    }

    /** The published minutes whose text stands, for by far the greatest part, in a file with these marks. */
    default Optional<AdjustedDocument> withText(TextMarks text) {
        return Optional.empty();
    }

    /** Knows nothing. */
    static OwnDocuments none() {
        return new OwnDocuments() {
            @Override
            public Optional<StoredRevision> revisionWith(Sha256 sha256) {
                return Optional.empty();
            }

            @Override
            public Optional<AdjustedDocument> withCode(String claimedCode) {
                return Optional.empty();
            }
        };
    }

    /**
     * One stored state of a document: sealed, then one signature more in each, then archive time-stamps.
     *
     * @param number 0 is the sealed document
     * @param newest the number of the newest revision
     */
    record StoredRevision(AdjustedDocument document, int number, int newest) {

        public boolean isNewest() {
            return number == newest;
        }

        /** How many people signed after this revision. */
        public int signaturesAfter() {
            return Math.max(0, document.adjusters().size() - number);
        }

        /** How many archive time-stamps came after this revision. */
        public int timestampsAfter() {
            return newest - number - signaturesAfter();
        }
    }
}
