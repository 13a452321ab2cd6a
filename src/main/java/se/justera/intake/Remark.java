package se.justera.intake;

/**
 * Something about a draft that somebody should look at.
 *
 * @param at a JSON pointer (RFC 6901) into the draft, e.g. {@code /meeting/date}; empty for the whole
 * @param text what is the case
 * @param hint what would mend it
 */
public record Remark(String at, Severity severity, String text, String hint) {

    /** BLOCKING: signing would make no sense; REMARK: worth a look. */
    public enum Severity {
        BLOCKING,
        REMARK
    }
}
