package se.justera.desk.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A button that adds or removes a row: {@code add items}, {@code add items 3} (after row 3), {@code sub items 3} (under
 * it), {@code remove items 3}. Any other button changes no rows.
 */
record RowChange(String verb, Optional<Section> section, int index) {

    private static final Pattern BUTTON = Pattern.compile("(add|sub|remove) (\\w+)(?: (\\d{1,5}))?");

    static RowChange of(@Nullable String button) {
        Matcher matcher = BUTTON.matcher(button == null ? "" : button);
        if (!matcher.matches()) {
            return new RowChange("", Optional.empty(), -1);
        }
        int index = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
        return new RowChange(matcher.group(1), Section.named(matcher.group(2)), index);
    }

    boolean changes() {
        return section.isPresent();
    }

    DraftForm apply(DraftForm form) {
        return section.map(rows -> verb.equals("remove")
                        ? form.withoutRow(rows, index)
                        : form.withRowAfter(rows, index, fresh(form, rows)))
                .orElse(form);
    }

    private Map<String, String> fresh(DraftForm form, Section rows) {
        var row = new HashMap<>(rows.fresh());
        if (rows == Section.ITEMS && index >= 0 && index < form.rowsOf(rows).size()) {
            int depth = DraftForm.depth(form.rowsOf(rows).get(index)) + (verb.equals("sub") ? 1 : 0);
            row.put("depth", String.valueOf(depth));
        }
        return row;
    }
}
