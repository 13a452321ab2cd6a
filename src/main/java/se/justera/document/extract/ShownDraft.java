package se.justera.document.extract;

import java.util.LinkedHashMap;
import java.util.List;
import se.justera.document.extract.Extract.ProvenItem;
import se.justera.minutes.BadDraft;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Footnote;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.DraftJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The head of an extract with its matters and their notes. */
final class ShownDraft {

    private ShownDraft() {}

    /** @throws BadDraft if a matter is not of the published shape */
    static Draft of(Extract extract) {
        ObjectNode matters = JsonNodeFactory.instance.objectNode();
        extract.items().stream().map(ProvenItem::item).forEach(item -> add(item, matters));
        Draft read = DraftJson.read(matters.toString());
        List<Item> items = read.items();
        var notes = new LinkedHashMap<Footnote, Footnote>();
        read.footnotes().forEach(note -> notes.putIfAbsent(note, note));
        return extract.minutes().withItems(items, List.copyOf(notes.values()));
    }

    private static void add(JsonNode data, ObjectNode matters) {
        if (!(data instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a matter is an object");
        }
        ObjectNode item = object.deepCopy();
        JsonNode notes = item.remove("footnotes");
        if (notes != null) {
            notes.forEach(matters.withArray("footnotes")::add);
        }
        matters.withArray("items").add(item);
    }
}
