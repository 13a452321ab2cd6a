package se.justera.identification;

/** A browser, by the secret in its cookie. */
public record Browser(String secret) {

    @Override
    public String toString() {
        return "Browser"; // the secret stands in no log
    }
}
