package se.justera.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Drafts that the published schema allows, made from the schema itself, so that what is added to it is tried too. */
final class AnyDrafts {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 9;
    private static final double ABSENT = 0.4;
    private static final List<String> TEXTS = List.of(
            "",
            "Styrelsen",
            "att lägga rapporten till handlingarna",
            "Mötet öppnas – ”Välkomna” sa ordföranden; § 12 # 3 och 42 % återstår…",
            "Áile Čearru, Ŋolle Šuorra, Đorđe Žarić och Ŧ",
            "*Ny inriktning* och **Bakgrund:** se [avsikten](https://www.exempel.example/a?b=c&d=e)[^1]",
            "Rad ett\nrad två\n\nrad fyra",
            "<script>alert('x')</script> &amp; <img src=\"file:///etc/passwd\"/> ]]>",
            "**öppen *stjärna [länk](javascript:x) [^saknas] \\* \\",
            "glad \uD83D\uDE00 och \u05E9\u05DC\u05D5\u05DD \u202Ebaklänges 漢字 e\u0301 \uFDFA",
            "   ",
            "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4),
            "Insatsen har pågått i flera år och söker nu stöd för ytterligare en period, enligt underlaget. ".repeat(9),
            "1 200 000",
            "a\tb\u00A0c\u00ADd\u200Be");

    private final JsonNode schema;

    private AnyDrafts(JsonNode schema) {
        this.schema = schema;
    }

    static JsonNode schema() {
        return new JsonMapper().readTree(AnyDrafts.class.getResourceAsStream("/schema/minutes.schema.json"));
    }

    static Arbitrary<ObjectNode> of(JsonNode schema) {
        return new AnyDrafts(schema).value("", schema, 0).map(ObjectNode.class::cast);
    }

    private Arbitrary<JsonNode> value(String name, JsonNode type, int depth) {
        if (type.has("$ref")) {
            String definition = type.get("$ref").stringValue().substring("#/$defs/".length());
            return value(name, schema.get("$defs").get(definition), depth);
        }
        if (type.has("enum")) {
            return Arbitraries.of(List.copyOf(type.get("enum").values()));
        }
        return switch (type.get("type").stringValue()) {
            case "object" -> object(type, depth);
            case "array" -> name.equals("presentFor") ? ranges() : array(name, type, depth);
            case "string" -> string(name, type).map(NODES::stringNode);
            case "integer" -> integer(type).map(NODES::numberNode);
            case "boolean" -> Arbitraries.of(true, false).map(NODES::booleanNode);
            default -> throw new IllegalStateException("the generator lacks the type of " + name);
        };
    }

    private Arbitrary<JsonNode> object(JsonNode type, int depth) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Arbitrary<Optional<JsonNode>>>();
        type.get("properties").properties().forEach(property -> {
            names.add(property.getKey());
            values.add(value(property.getKey(), property.getValue(), depth + 1).optional(1 - ABSENT));
        });
        return Combinators.combine(values).as(chosen -> {
            ObjectNode object = NODES.objectNode();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                chosen.get(i).ifPresent(value -> object.set(name, value));
            }
            return object;
        });
    }

    private Arbitrary<JsonNode> array(String name, JsonNode type, int depth) {
        if (depth >= DEEPEST) {
            return Arbitraries.create(NODES::arrayNode);
        }
        return value(name, type.get("items"), depth + 1)
                .list()
                .ofMaxSize(depth < 2 ? 6 : 3)
                .map(AnyDrafts::arrayOf);
    }

    /** The first is never above the last, which no schema can say. */
    private static Arbitrary<JsonNode> ranges() {
        Arbitrary<JsonNode> range = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 4))
                .as((first, more) -> NODES.arrayNode().add(first).add(first + more));
        return range.list().ofMaxSize(2).map(AnyDrafts::arrayOf);
    }

    private static ArrayNode arrayOf(List<JsonNode> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static Arbitrary<String> string(String name, JsonNode type) {
        if ("date".equals(type.path("format").stringValue(""))) {
            return Arbitraries.integers()
                    .between(0, 40_000)
                    .map(day -> LocalDate.ofEpochDay(day).toString());
        }
        if (type.path("pattern").stringValue("").startsWith("^([01]")) {
            return Combinators.combine(
                            Arbitraries.integers().between(0, 23),
                            Arbitraries.integers().between(0, 59),
                            Arbitraries.of("", ":00"))
                    .as("%02d:%02d%s"::formatted);
        }
        return name.equals("mark")
                ? Arbitraries.of("1", "2", "a", "*", "")
                : Arbitraries.frequencyOf(Tuple.of(7, Arbitraries.of(TEXTS)), Tuple.of(1, letters()));
    }

    /** Letters of all kinds, but none that a reader of a PDF joins with the one before it. */
    private static Arbitrary<String> letters() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(' ', 0x24F),
                        Arbitraries.integers().between(' ', 0x1FFFE))
                .filter(AnyDrafts::isALetterOfItsOwn)
                .list()
                .ofMaxSize(30)
                .map(letters -> letters.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static boolean isALetterOfItsOwn(int c) {
        return Character.isDefined(c)
                && !Character.isISOControl(c)
                && !Set.of(Character.SURROGATE, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK)
                        .contains((byte) Character.getType(c));
    }

    private static Arbitrary<Integer> integer(JsonNode type) {
        int least = Math.max(-3, type.path("minimum").intValue(-3));
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Integer.MAX_VALUE)),
                Tuple.of(1, Arbitraries.just(least)),
                Tuple.of(4, Arbitraries.integers().between(least, 40)));
    }
}
