package se.justera.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import se.justera.minutes.Draft;
import tools.jackson.databind.json.JsonMapper;

/** The drafts under {@code src/test/resources/drafts}. */
public final class Drafts {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Drafts() {}

    /** The draft of a file, by its name without the ending. */
    public static Draft read(String name) {
        try (InputStream in = Drafts.class.getResourceAsStream("/drafts/" + name + ".json")) {
            return JSON.readValue(Objects.requireNonNull(in, name).readAllBytes(), Draft.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Draft parse(String json) {
        return JSON.readValue(json, Draft.class);
    }

    /** An order with a space for everybody who signs. */
    public static DocumentOrder order(Draft draft) {
        return new DocumentOrder(
                draft,
                SignatureSpace.allOf(draft),
                "7KQ4-M2XP-9TWB",
                URI.create("https://justera.example/validate"),
                true);
    }
}
