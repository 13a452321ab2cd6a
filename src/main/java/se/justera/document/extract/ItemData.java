package se.justera.document.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A matter as it is hashed and handed out: the object in the minutes' {@code items}, and under {@code footnotes} the
 * notes that its texts call, where it calls some.
 */
public final class ItemData {

    private static final Pattern CALL = Pattern.compile("\\[\\^([^\\]]+)]");

    private ItemData() {}

    /** All matters of a draft, in its order. */
    public static List<JsonNode> allOf(Draft draft) {
        JsonNode tree = DraftJson.tree(draft);
        return IntStream.range(0, draft.items().size())
                .mapToObj(i -> withNotes(tree.path("items").path(i), tree.path("footnotes")))
                .toList();
    }

    private static JsonNode withNotes(JsonNode item, JsonNode notes) {
        Set<String> called = new HashSet<>();
        collect(item, called);
        ObjectNode data = ((ObjectNode) item).deepCopy();
        for (JsonNode note : notes) {
            if (called.contains(note.path("mark").asString(""))) {
                data.withArray("footnotes").add(note);
            }
        }
        return data;
    }

    private static void collect(JsonNode node, Set<String> called) {
        if (node.isString()) {
            var call = CALL.matcher(node.stringValue());
            while (call.find()) {
                called.add(call.group(1));
            }
        }
        node.valueStream().forEach(child -> collect(child, called));
    }
}
