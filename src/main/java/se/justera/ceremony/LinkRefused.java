package se.justera.ceremony;

/** The page behind a link refuses; nothing has changed. The cause decides the HTTP status and the sentence. */
public abstract class LinkRefused extends RuntimeException {

    LinkRefused(String message) {
        super(message);
    }

    /** A link that was never issued: 404. */
    public static class Unknown extends LinkRefused {
        Unknown() {
            super("there is no such link");
        }
    }

    /** The person no longer takes part, or the time to fetch the document is over: 410. */
    public static class Revoked extends LinkRefused {
        Revoked() {
            super("this link is no longer valid");
        }
    }

    /** The minutes are signed or cancelled: nothing more can be done: 410. */
    public static class Ended extends LinkRefused {
        Ended() {
            super("the process has ended");
        }
    }

    /** The person has not proved who they are in this browser: 403. */
    public static class NotIdentified extends LinkRefused {
        NotIdentified() {
            super("not identified in this browser");
        }
    }

    /** The document is not the one that was shown: 409. */
    public static class AnotherDocument extends LinkRefused {
        AnotherDocument() {
            super("the document is not the one that was shown");
        }
    }

    /** Nobody signs without saying so: 422. */
    public static class NoConsent extends LinkRefused {
        NoConsent() {
            super("consent is needed");
        }
    }

    /** The document is not there yet: 409. */
    public static class NotReady extends LinkRefused {
        NotReady() {
            super("the document is not ready yet");
        }
    }
}
