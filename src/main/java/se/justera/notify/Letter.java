package se.justera.notify;

import java.util.List;
import java.util.Map;

/**
 * A mail to be written from a template.
 *
 * @param to one address
 * @param template the name of a text under {@code mail/}; its first line is the subject
 * @param facts what the template speaks of
 */
public record Letter(String to, String template, Map<String, Object> facts, List<Enclosure> enclosures) {

    public Letter {
        facts = Map.copyOf(facts);
        enclosures = List.copyOf(enclosures);
    }

    public Letter(String to, String template, Map<String, Object> facts) {
        this(to, template, facts, List.of());
    }

    /** A PDF that goes with the letter. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
    public record Enclosure(String fileName, byte[] pdf) {}
}
