package se.justera.intake;

/** A line of dots or dashes that somebody would sign on. */
final class DottedLine {

    private DottedLine() {}

    static boolean is(String text) {
        return text.length() >= 3
                && text.chars().allMatch(c -> "._…-–—=* \t".indexOf(c) >= 0)
                && text.chars().anyMatch(c -> "._…".indexOf(c) >= 0);
    }
}
