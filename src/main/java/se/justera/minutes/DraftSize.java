package se.justera.minutes;

import tools.jackson.databind.JsonNode;

/**
 * How much a draft may hold: what can be set as pages within seconds and some hundred megabytes. Five thousand matters
 * with text, a short list and a decision each are within it.
 */
public final class DraftSize {

    static final int MOST_PARTS = 32_000;
    static final int MOST_LETTERS = 3_000_000;
    static final int MOST_MARKS = 40_000;

    private long parts;
    private long letters;
    private long marks;

    private DraftSize() {}

    /** @throws BadDraft if the draft holds more parts (matters, blocks, people…), letters or inline marks */
    public static void check(Draft draft) {
        var size = new DraftSize();
        size.add(DraftJson.tree(draft));
        if (size.parts > MOST_PARTS || size.letters > MOST_LETTERS || size.marks > MOST_MARKS) {
            throw new BadDraft("", BadDraft.Fault.TOO_MUCH, MOST_PARTS, MOST_LETTERS, MOST_MARKS);
        }
    }

    private void add(JsonNode node) {
        if (node.isString()) {
            String text = node.stringValue();
            letters += text.length();
            marks += text.chars().filter(c -> c == '*' || c == '[' || c == '\n').count();
        } else {
            parts += node.isObject() ? 1 : 0;
            node.forEach(this::add);
        }
    }
}
