package se.justera.trust;

import java.time.Instant;

/**
 * One revoked certificate.
 *
 * @param serial its serial number, lower-case hexadecimal without leading zeros
 * @param by who revoked it, as the audit trail names them
 */
public record Revocation(String serial, Instant at, Reason reason, String by) {

    /** Why (RFC 5280, 5.3.1); no others are used here. */
    public enum Reason {
        UNSPECIFIED(0),
        KEY_COMPROMISE(1),
        AFFILIATION_CHANGED(3),
        SUPERSEDED(4),
        CESSATION_OF_OPERATION(5);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
