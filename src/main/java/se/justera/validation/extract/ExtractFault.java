package se.justera.validation.extract;

import se.justera.validation.Verdict;

/** What can be wrong with an extract, each with the verdict it leads to. Its sentence is in messages/validation. */
public enum ExtractFault {
    /** It says that it is an extract, but its data cannot be read. */
    UNREADABLE(Verdict.INVALID),
    /** A matter does not lead to the root, or the matters are out of order. */
    PROOF(Verdict.INVALID),
    /** Nowhere among the documents that were named as originals. */
    NOT_ITS_ORIGINAL(Verdict.INVALID),
    /** The original does not stand up to validation itself. */
    ORIGINAL_UNSOUND(Verdict.INVALID),
    /** The original is of a round that came to nothing, or not everybody has signed it. */
    NOT_ADJUSTED(Verdict.INVALID),
    /** The original's hashes are others. */
    HASH(Verdict.INVALID),
    /** The original's tree has another root. */
    ROOT(Verdict.INVALID),
    /** A matter reads otherwise in the original's own data. */
    ITEMS(Verdict.INVALID),
    /** Association, meeting or attendance read otherwise in the original. */
    HEAD(Verdict.INVALID),
    /** The original was signed by others, in other roles or at other times. */
    SIGNATURES(Verdict.INVALID),
    /** Sealed by another organisation than the original. */
    SEALER(Verdict.INVALID),
    /** The pages show something else than the data. */
    PRINT(Verdict.MODIFIED),
    TOO_SLOW(Verdict.INDETERMINATE);

    private final Verdict verdict;

    ExtractFault(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What an extract with this fault is, at best. */
    public Verdict verdict() {
        return verdict;
    }
}
