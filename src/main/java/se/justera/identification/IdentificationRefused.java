package se.justera.identification;

/** Somebody has not been identified; nothing is remembered of it. The cause decides the sentence. */
public abstract class IdentificationRefused extends RuntimeException {

    IdentificationRefused(String message) {
        super(message);
    }

    IdentificationRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** A method that the association does not allow here, or that is not there. */
    public static class NotOffered extends IdentificationRefused {
        public NotOffered() {
            super("this method is not offered to this person here");
        }
    }

    /** Somebody has been identified, but not the person the link belongs to. */
    public static class AnotherPerson extends IdentificationRefused {
        public AnotherPerson() {
            super("another person has been identified");
        }
    }

    /** The provider says less than is required of how it identified the person ({@code acr}, {@code amr}, age). */
    public static class TooWeak extends IdentificationRefused {
        public TooWeak(String what) {
            super("not identified surely enough: " + what);
        }
    }

    /** An answer to nothing that was asked in this browser for this person, or asked too long ago, or used already. */
    public static class Stale extends IdentificationRefused {
        public Stale() {
            super("the answer belongs to no attempt that is open in this browser");
        }
    }

    /** An answer that does not prove what it says: signature, issuer, audience, nonce, time. */
    public static class Untrue extends IdentificationRefused {
        public Untrue(String what) {
            super("the answer is not to be trusted: " + what);
        }

        public Untrue(String what, Throwable cause) {
            super("the answer is not to be trusted: " + what, cause);
        }
    }

    /** The person has broken off. */
    public static class BrokenOff extends IdentificationRefused {
        public BrokenOff() {
            super("the person broke off");
        }
    }

    /** The provider does not answer, or not as the standard says: try again later. */
    public static class ProviderSilent extends IdentificationRefused {
        public ProviderSilent(String provider, Throwable cause) {
            super("the provider " + provider + " does not answer: " + cause.getMessage(), cause);
        }
    }
}
