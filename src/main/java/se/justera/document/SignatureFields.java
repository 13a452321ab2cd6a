package se.justera.document;

/** Names of the signature fields that every document of ours has before its first signature. */
public final class SignatureFields {

    /** The association's seal (certification signature): the first to be filled. */
    public static final String SEAL = "seal";

    /** Fields whose name starts so wait for document time-stamps (ETSI EN 319 142-1, 5.4.3). */
    public static final String TIMESTAMP_PREFIX = "ts_";

    private static final String SIGNATORY_PREFIX = "sig_";

    private SignatureFields() {}

    /** The field of the n-th signing person, counted from 1. */
    public static String ofSignatory(int n) {
        return SIGNATORY_PREFIX + n;
    }

    /** The n-th field for a document time-stamp, counted from 1. */
    public static String ofTimestamp(int n) {
        return TIMESTAMP_PREFIX + n;
    }
}
