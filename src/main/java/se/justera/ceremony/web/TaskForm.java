package se.justera.ceremony.web;

import org.jspecify.annotations.Nullable;
import se.justera.ceremony.Ceremony;
import se.justera.identification.Browser;
import se.justera.minutes.MinutesRefused;

/** What a participant posts; {@code action} says which of the others count. */
record TaskForm(
        @Nullable String action,
        @Nullable String code,
        @Nullable String comment,
        @Nullable String reason,
        @Nullable String consent,
        @Nullable String sha256) {

    static final TaskForm EMPTY = new TaskForm(null, null, null, null, null, null);

    private static final int LONGEST_WORDS = 4000;

    void act(Ceremony ceremony, String token, Browser browser) {
        switch (text(action)) {
            case "requestCode" -> ceremony.requestCode(token, browser);
            case "identify" -> ceremony.identify(token, text(code), browser);
            case "approve" -> ceremony.approve(token, browser);
            case "return" -> ceremony.sendBack(token, browser, words(comment, "/comment"));
            case "sign" -> ceremony.sign(token, browser, "true".equals(consent), text(sha256));
            case "decline" -> ceremony.decline(token, browser, words(reason, "/reason"));
            default -> throw new MinutesRefused.Wanting("/action", "there is no such action");
        }
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
}
