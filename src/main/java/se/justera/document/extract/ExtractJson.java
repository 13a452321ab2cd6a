package se.justera.document.extract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import se.justera.kernel.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Trees and extracts as the JSON that is embedded in PDFs. */
public final class ExtractJson {

    private static final JsonMapper MAPPER = mapper();

    private ExtractJson() {}

    public static byte[] write(ItemTree tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    public static byte[] write(Extract extract) {
        return MAPPER.writeValueAsBytes(extract);
    }

    /** The tree in untrusted bytes; empty if they hold none whose root is that of its leaves. */
    public static Optional<ItemTree> tree(byte[] json) {
        return read(json, ItemTree.class);
    }

    /** The extract in untrusted bytes, unproved; empty if they hold none. */
    public static Optional<Extract> extract(byte[] json) {
        return read(json, Extract.class);
    }

    private static <T> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, type));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static JsonMapper mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(70).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addMixIn(Sha256.class, Hex.class)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** A hash is written as its digits. */
    private abstract static class Hex {

        @JsonCreator
        @SuppressWarnings("UnusedVariable") // only the signature counts
        Hex(String hex) {}

        @JsonValue
        abstract String hex();
    }
}
