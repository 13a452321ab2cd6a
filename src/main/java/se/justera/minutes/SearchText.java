package se.justera.minutes;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** All words of a draft that somebody might look for, in lower case. */
final class SearchText {

    private final StringJoiner words = new StringJoiner("\n");

    private SearchText() {}

    static String of(Draft draft) {
        var text = new SearchText();
        text.add(MinutesTitle.of(draft));
        text.add(draft.caseNumber());
        if (draft.association() != null) {
            text.add(draft.association().name());
        }
        if (draft.meeting() != null && draft.meeting().date() != null) {
            text.add(draft.meeting().date().toString());
        }
        draft.attendance().forEach(a -> text.add(a.name()));
        draft.signatories().forEach(s -> text.add(s.name()));
        draft.items().forEach(text::add);
        return text.words.toString().toLowerCase(Locale.ROOT);
    }

    private void add(Draft.Item item) {
        if (item.number() != null) {
            add("§" + item.number());
        }
        add(item.heading());
        add(item.caseNumber());
        item.blocks().forEach(this::add);
        item.decisions().forEach(d -> add(d.text()));
        item.subItems().forEach(this::add);
    }

    private void add(Draft.Block block) {
        add(block.text());
        block.children().forEach(this::add);
    }

    private void add(@Nullable String text) {
        if (text != null) {
            words.add(text);
        }
    }
}
