package se.justera.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A heading, with or without a number, and the text under it. */
record Section(@Nullable Integer number, @Nullable String heading, List<TextBlock> blocks) {

    Section {
        blocks = List.copyOf(blocks);
    }
}
