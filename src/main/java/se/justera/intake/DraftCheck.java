package se.justera.intake;

import java.util.List;
import se.justera.minutes.Draft;

/** Looks a draft over for one kind of fault. */
interface DraftCheck {

    List<Finding> look(Draft draft);

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
