package se.justera.minutes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Drafts as JSON, in the one shape that the API, the command line and our PDFs share. What is written can be read back;
 * what is read must be of the published shape exactly: no unknown property, no other type, no other form of a date.
 */
public final class DraftJson {

    /** The largest draft that is read, in bytes of JSON. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int DEEPEST = 60;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final JsonMapper MAPPER = mapper();

    private DraftJson() {}

    /**
     * Reads a draft.
     *
     * @throws BadDraft if the text is not JSON, or not of a draft's shape
     */
    public static Draft read(byte[] json) {
        if (json.length > LARGEST) {
            throw new BadDraft("", BadDraft.Fault.TOO_LARGE, LARGEST / (1024 * 1024));
        }
        return checked(JsonFaults.explaining(() -> MAPPER.readValue(json, Draft.class)));
    }

    /**
     * Reads a draft.
     *
     * @throws BadDraft if the text is not JSON, or not of a draft's shape
     */
    public static Draft read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The draft as JSON of several lines; what is unknown or empty is left out. */
    public static String write(Draft draft) {
        return MAPPER.writeValueAsString(draft);
    }

    /** The draft as a tree of what {@link #write} writes. */
    public static JsonNode tree(Draft draft) {
        return MAPPER.valueToTree(draft);
    }

    /** Every text in the draft by its JSON pointer (RFC 6901), in the order of the draft; names and dates too. */
    public static Map<String, String> texts(Draft draft) {
        var texts = new LinkedHashMap<String, String>();
        collect(MAPPER.valueToTree(draft), "", texts);
        return texts;
    }

    private static void collect(JsonNode node, String at, Map<String, String> texts) {
        if (node.isString()) {
            texts.put(at, node.stringValue());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at + "/" + i, texts);
            }
        } else {
            node.properties().forEach(p -> collect(p.getValue(), at + "/" + p.getKey(), texts));
        }
    }

    private static Draft checked(@Nullable Draft draft) {
        if (draft == null) {
            throw new BadDraft("", BadDraft.Fault.WRONG_TYPE, new BadDraft.Expected("object", ""));
        }
        for (int i = 0; i < draft.attendance().size(); i++) {
            List<List<Integer>> ranges = draft.attendance().get(i).presentFor();
            for (int j = 0; j < ranges.size(); j++) {
                List<Integer> range = ranges.get(j);
                if (range.size() != 2 || range.get(0) > range.get(1)) {
                    throw new BadDraft(
                            "/attendance/" + i + "/presentFor/" + j,
                            BadDraft.Fault.BAD_VALUE,
                            range.toString(),
                            new BadDraft.Expected("range", ""));
                }
            }
        }
        places("/items/", draft.items());
        return draft;
    }

    /** Nothing stands before the first part of a text. */
    private static void places(String at, List<Draft.Item> items) {
        for (int i = 0; i < items.size(); i++) {
            List<Draft.Decision> decisions = items.get(i).decisions();
            for (int j = 0; j < decisions.size(); j++) {
                Integer after = decisions.get(j).after();
                if (after != null && after < 0) {
                    throw new BadDraft(
                            at + i + "/decisions/" + j + "/after",
                            BadDraft.Fault.BAD_VALUE,
                            after.toString(),
                            new BadDraft.Expected("count", ""));
                }
            }
            places(at + i + "/subItems/", items.get(i).subItems());
        }
    }

    private static JsonMapper mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(20)
                        .maxNameLength(200)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(strictTexts())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.POJO, c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum, c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .changeDefaultNullHandling(n -> n.withContentNulls(Nulls.FAIL))
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPrettyPrinter(new DefaultPrettyPrinter()
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                .build();
    }

    private static SimpleModule strictTexts() {
        return new SimpleModule("justera-texts")
                .addDeserializer(String.class, new StrictTexts.Text())
                .addDeserializer(LocalDate.class, new StrictTexts.Date())
                .addDeserializer(LocalTime.class, new StrictTexts.Time())
                .addDeserializer(Integer.class, new StrictTexts.Whole());
    }
}
