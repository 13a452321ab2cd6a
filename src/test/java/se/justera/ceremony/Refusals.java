package se.justera.ceremony;

/** Refusals that only the ceremony makes, for tests of what its pages say to them. */
public final class Refusals {

    private Refusals() {}

    public static LinkRefused unknown() {
        return new LinkRefused.Unknown();
    }

    public static LinkRefused revoked() {
        return new LinkRefused.Revoked();
    }

    public static LinkRefused ended() {
        return new LinkRefused.Ended();
    }

    public static LinkRefused notIdentified() {
        return new LinkRefused.NotIdentified();
    }

    public static LinkRefused anotherDocument() {
        return new LinkRefused.AnotherDocument();
    }

    public static LinkRefused noConsent() {
        return new LinkRefused.NoConsent();
    }

    public static LinkRefused notReady() {
        return new LinkRefused.NotReady();
    }
}
