package se.justera.trust;

import java.math.BigInteger;
import java.util.List;
import se.justera.access.CurrentStaff;

/** Revocation of certificates that this installation's authority has issued. Nothing is ever taken back. */
public interface Revocations {

    /** Newest first. */
    List<Revocation> all();

    /**
     * Revokes a certificate from now on: in the next CRL, within a minute, and in OCSP at once.
     *
     * @param serial hexadecimal, as certificate viewers show it; colons and spaces do not matter
     * @throws CannotRevoke if it is no number, unknown, revoked already, or names a certificate that cannot be revoked
     */
    void revoke(CurrentStaff administrator, String serial, Revocation.Reason reason);

    /** A revocation that is refused; the cause says why. */
    final class CannotRevoke extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Cause cause;

        /** Why it is refused. */
        public enum Cause {
            NO_NUMBER,
            UNKNOWN,
            ALREADY
        }

        CannotRevoke(Cause cause) {
            super("the certificate cannot be revoked: " + cause);
            this.cause = cause;
        }

        public Cause why() {
            return cause;
        }
    }

    /** The serial number as it is stored and shown. */
    static String hex(BigInteger serial) {
        return serial.toString(16);
    }
}
