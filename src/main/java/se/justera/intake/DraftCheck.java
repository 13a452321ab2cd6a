package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import se.justera.minutes.Draft;

/** Looks a draft over for one kind of fault. */
interface DraftCheck {

    List<Finding> look(Draft draft);

    /** Every matter and those under it, in their order. */
    static List<Matter> matters(Draft draft) {
        var matters = new ArrayList<Matter>();
        add("/items/", draft.items(), matters);
        return matters;
    }

    private static void add(String at, List<Draft.Item> items, List<Matter> matters) {
        for (int i = 0; i < items.size(); i++) {
            matters.add(new Matter(at + i, items.get(i)));
            add(at + i + "/subItems/", items.get(i).subItems(), matters);
        }
    }

    /** @param at a JSON pointer into the draft */
    record Matter(String at, Draft.Item item) {}

    /**
     * @param at a JSON pointer into the draft
     * @param key names the sentence in the messages, after {@code check.}
     */
    record Finding(String at, String key, List<String> arguments) {

        Finding(String at, String key, String... arguments) {
            this(at, key, List.of(arguments));
        }
    }
}
