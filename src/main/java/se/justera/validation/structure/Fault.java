package se.justera.validation.structure;

import se.justera.validation.Verdict;

/** What can be wrong with a signed PDF, each with the verdict it leads to. Its sentence is in messages/validation. */
public enum Fault {
    /** ISO 32000-2, 12.8.1: the byte range is not two pairs from 0 to the end of a revision. */
    BYTE_RANGE_ODD(Verdict.INVALID),
    /** What the byte range leaves out is not exactly the signature's own Contents. */
    BYTE_RANGE_GAP(Verdict.INVALID),
    BYTE_RANGE_BEYOND_END(Verdict.INVALID),
    /** Two signatures' ranges cut into each other. */
    BYTE_RANGES_CROSS(Verdict.INVALID),
    CONTENTS_MISSING(Verdict.INVALID),
    /** Contents is no signature container. */
    CONTENTS_ODD(Verdict.INVALID),
    /** Parts of the container that no signature covers are not what they must be. */
    CONTAINER_ODD(Verdict.INVALID),
    SIGNATURE_BROKEN(Verdict.INVALID),
    /** DSS finds the signature's place in the file or its dictionary wrong. */
    SIGNATURE_FORMAT(Verdict.INVALID),
    CERTIFICATE_REJECTED(Verdict.INVALID),
    TIMESTAMP_BROKEN(Verdict.INVALID),

    PAGES(Verdict.MODIFIED),
    PAGE_CONTENT(Verdict.MODIFIED),
    ANNOTATION(Verdict.MODIFIED),
    FORM(Verdict.MODIFIED),
    FORM_VALUE(Verdict.MODIFIED),
    SIGNATURE_FIELD(Verdict.MODIFIED),
    SIGNATURE_REMOVED(Verdict.MODIFIED),
    SIGNATURE_OUTSIDE_FORM(Verdict.MODIFIED),
    /** A field added after the signature that shows something without being a signature. */
    FIELD_ADDED(Verdict.MODIFIED),
    TEXT_COVERED(Verdict.MODIFIED),
    /** Signed although the certification (DocMDP P=1) allows nothing more. */
    CERTIFICATION(Verdict.MODIFIED),
    METADATA(Verdict.MODIFIED),
    ACTION(Verdict.MODIFIED),
    ATTACHMENT(Verdict.MODIFIED),
    LAYERS(Verdict.MODIFIED),
    TAGS(Verdict.MODIFIED),
    CATALOG(Verdict.MODIFIED),
    /** Bytes after the last signature that are not validation data. */
    TAIL(Verdict.MODIFIED),
    /** Parts of a file of another format than PDF that no signature covers. */
    UNCOVERED(Verdict.MODIFIED),
    /** DSS found a change that its strict policy forbids. */
    POLICY(Verdict.MODIFIED),
    /** DSS found a change where the revisions say the same object by object: the pages as pictures decide. */
    POLICY_DOUBT(Verdict.MODIFIED),
    /** A revision that cannot be read, so nobody can say what changed. */
    REVISION_UNREADABLE(Verdict.MODIFIED),
    /** An update in which other readers find other objects than ours: freed, lying ready in the bytes, named twice. */
    OTHER_READING(Verdict.MODIFIED),

    INDETERMINATE(Verdict.INDETERMINATE),
    /** The signer's key signed these very bytes, but not in the encoding that RFC 5652, 5.4 asks for. */
    SIGNATURE_ENCODING(Verdict.INDETERMINATE),
    SIGNATURE_IN_TWO_FIELDS(Verdict.INDETERMINATE),
    /** RFC 5652 allows several signers in one container, ISO 32000-2, 12.8.3.3 only one. */
    SEVERAL_SIGNERS(Verdict.INDETERMINATE),
    /** What the container says of itself is not what its signature says; nothing covers it, and nothing depends on it. */
    CONTAINER_UNUSUAL(Verdict.INDETERMINATE),
    /** Bytes behind the signature in its Contents, as some products leave there; nothing covers them. */
    PADDING_NOT_ZERO(Verdict.INDETERMINATE),
    /** Blanks among the hex digits of Contents or around them: nothing covers them. */
    CONTENTS_SPELLING(Verdict.INDETERMINATE),
    /** Blanks or line ends behind the last signed byte. */
    TAIL_BLANK(Verdict.INDETERMINATE),
    /** The cross-reference tables of an update are not as they must be: each reader repairs them in its own way. */
    TABLES_ODD(Verdict.INDETERMINATE),
    /** What was signed first names an object or an entry twice, so that readers show different things. */
    FIRST_READING(Verdict.INDETERMINATE),
    TIMESTAMP_UNKNOWN(Verdict.INDETERMINATE),
    KIND_UNKNOWN(Verdict.INDETERMINATE),
    UNTRUSTED(Verdict.INTACT_UNTRUSTED),
    TIMESTAMP_UNTRUSTED(Verdict.INTACT_UNTRUSTED),
    /** The look of a later signature covers text of a document that is not certified. */
    SIGNED_OVER_TEXT(Verdict.VALID);

    private final Verdict verdict;

    Fault(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What a file with this fault is, at best. */
    public Verdict verdict() {
        return verdict;
    }
}
