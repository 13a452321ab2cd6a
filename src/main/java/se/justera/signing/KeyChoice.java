package se.justera.signing;

import java.util.Map;

/**
 * Whose key makes a signature.
 *
 * @param source one of {@link Signing#keySources}
 * @param holder whom the keeper of the key knows the signer as; counts only where somebody else keeps it
 * @param claimedAnswers what the signer gave to be let at it (PIN, one-time code), by the names that were asked for
 */
public record KeyChoice(String source, String holder, Map<String, String> claimedAnswers) {

    /** A key made for this signature. */
    public static final KeyChoice ONE_TIME = new KeyChoice(OneTimeKeys.NAME, "", Map.of());

    public KeyChoice {
        claimedAnswers = Map.copyOf(claimedAnswers);
    }

    /** Neither holder nor answers stand in a log. */
    @Override
    public String toString() {
        return "KeyChoice[" + source + "]";
    }
}
