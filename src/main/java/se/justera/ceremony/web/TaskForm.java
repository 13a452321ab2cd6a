package se.justera.ceremony.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.justera.ceremony.Ceremony;
import se.justera.identification.Begun;
import se.justera.identification.Browser;
import se.justera.minutes.MinutesRefused;

/**
 * What a participant posts; {@code action} says which of the others count.
 *
 * @param method the way to identify oneself
 * @param answer what the browser's WebAuthn answers, as JSON
 */
record TaskForm(
        @Nullable String action,
        @Nullable String code,
        @Nullable String comment,
        @Nullable String reason,
        @Nullable String consent,
        @Nullable String sha256,
        @Nullable String method,
        @Nullable String answer) {

    static final TaskForm EMPTY = new TaskForm(null, null, null, null, null, null, null, null);

    private static final int LONGEST_WORDS = 4000;

    /**
     * Does what the form says.
     *
     * @param keyAnswers what the form says to whoever keeps the signer's key
     * @return where an identification goes on that has begun; null where all is done
     */
    @Nullable
    Begun act(Ceremony ceremony, String token, Browser browser, Map<String, String> keyAnswers) {
        switch (text(action)) {
            case "requestCode" -> ceremony.requestCode(token, browser);
            case "identify" -> ceremony.identify(token, text(code), browser);
            case "begin" -> {
                return ceremony.begin(token, browser, text(method));
            }
            case "prove" -> ceremony.prove(token, browser, text(method), Map.of("answer", text(answer)));
            case "beginPasskey" -> {
                return ceremony.beginPasskey(token, browser);
            }
            case "keepPasskey" -> ceremony.keepPasskey(token, browser, Map.of("answer", text(answer)));
            case "approve" -> ceremony.approve(token, browser);
            case "return" -> ceremony.sendBack(token, browser, words(comment, "/comment"));
            case "sign" -> ceremony.sign(token, browser, "true".equals(consent), text(sha256), keyAnswers);
            case "decline" -> ceremony.decline(token, browser, words(reason, "/reason"));
            default -> throw new MinutesRefused.Wanting("/action", "there is no such action");
        }
        return null;
    }

    private static String words(@Nullable String given, String at) {
        String words = text(given);
        if (words.length() > LONGEST_WORDS) {
            throw new MinutesRefused.Wanting(at, "at most " + LONGEST_WORDS + " characters");
        }
        return words;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** Neither codes nor answers stand in a log. */
    @Override
    public String toString() {
        return "TaskForm[" + action + "]";
    }
}
