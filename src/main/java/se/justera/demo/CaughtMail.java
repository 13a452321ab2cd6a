package se.justera.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that demo mode has caught.
 *
 * @param id the name of its file without the ending
 * @param attachments file names
 */
public record CaughtMail(String id, Instant at, String to, String subject, String text, List<String> attachments) {

    private static final Pattern LINK = Pattern.compile("(?m)^https?://\\S+/task/\\S+$");
    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}$");

    public CaughtMail {
        attachments = List.copyOf(attachments);
    }

    /** The personal link, alone on its line. */
    public Optional<String> link() {
        return first(LINK);
    }

    /** The one-time code, alone on its line. */
    public Optional<String> code() {
        return first(CODE);
    }

    private Optional<String> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
