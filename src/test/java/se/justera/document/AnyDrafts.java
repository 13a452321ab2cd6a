package se.justera.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drafts that the published schema allows, made from the schema itself, so that what is added to it is tried too. The
 * same seed gives the same draft. (jqwik is built for JUnit Platform 1 and does not run here.)
 */
final class RandomDrafts {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 9;
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
    private final Random random;

    RandomDrafts(JsonNode schema, long seed) {
        this.schema = schema;
        this.random = new Random(seed);
    }

    static JsonNode schema() {
        return new JsonMapper().readTree(RandomDrafts.class.getResourceAsStream("/schema/minutes.schema.json"));
    }

    ObjectNode next() {
        return (ObjectNode) value("", schema, 0);
    }

    private JsonNode value(String name, JsonNode type, int depth) {
        if (type.has("$ref")) {
            String definition = type.get("$ref").stringValue().substring("#/$defs/".length());
            return value(name, schema.get("$defs").get(definition), depth);
        }
        if (type.has("enum")) {
            return type.get("enum").get(random.nextInt(type.get("enum").size()));
        }
        return switch (type.get("type").stringValue()) {
            case "object" -> object(type, depth);
            case "array" -> name.equals("presentFor") ? ranges() : array(name, type, depth);
            case "string" -> NODES.stringNode(string(name, type));
            case "integer" -> NODES.numberNode(integer(type));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> throw new IllegalStateException("the generator lacks the type of " + name);
        };
    }

    private ObjectNode object(JsonNode type, int depth) {
        ObjectNode object = NODES.objectNode();
        type.get("properties").properties().forEach(property -> {
            if (random.nextInt(10) < 6) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(String name, JsonNode type, int depth) {
        ArrayNode array = NODES.arrayNode();
        int most = depth >= DEEPEST ? 0 : depth < 2 ? 6 : 3;
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            array.add(value(name, type.get("items"), depth + 1));
        }
        return array;
    }

    /** The first is never above the last, which no schema can say. */
    private ArrayNode ranges() {
        ArrayNode ranges = NODES.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            int first = random.nextInt(100);
            ranges.add(NODES.arrayNode().add(first).add(first + random.nextInt(5)));
        }
        return ranges;
    }

    private String string(String name, JsonNode type) {
        if ("date".equals(type.path("format").stringValue(""))) {
            return LocalDate.ofEpochDay(random.nextInt(40_000)).toString();
        }
        if (type.has("pattern")) {
            return "%02d:%02d%s".formatted(random.nextInt(24), random.nextInt(60), random.nextBoolean() ? "" : ":00");
        }
        if (name.equals("mark")) {
            return List.of("1", "2", "a", "*", "").get(random.nextInt(5));
        }
        return random.nextInt(8) == 0 ? letters() : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Letters of all kinds, no control characters and no halves of characters. */
    private String letters() {
        var letters = new ArrayList<Integer>();
        for (int i = random.nextInt(30); i > 0; i--) {
            int c = random.nextInt(random.nextBoolean() ? 0x250 : 0x1FFFF);
            if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE && !Character.isISOControl(c)) {
                letters.add(c);
            }
        }
        return letters.stream()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int integer(JsonNode type) {
        int least = type.path("minimum").intValue(-3);
        return switch (random.nextInt(6)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> least;
            default -> Math.max(least, random.nextInt(40));
        };
    }

    /** The part of a draft that still fails when as much as can be in so many tries is taken out of it. */
    static ObjectNode smallest(ObjectNode draft, int tries, Predicate<JsonNode> fails) {
        ObjectNode smallest = draft.deepCopy();
        new Pruning(smallest, tries, fails).prune(smallest);
        return smallest;
    }

    private static final class Pruning {

        private final ObjectNode root;
        private final Predicate<JsonNode> fails;
        private int tries;

        Pruning(ObjectNode root, int tries, Predicate<JsonNode> fails) {
            this.root = root;
            this.tries = tries;
            this.fails = fails;
        }

        private boolean stillFails() {
            tries--;
            return fails.test(root);
        }

        private void prune(JsonNode node) {
            if (node instanceof ObjectNode object) {
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode taken = tries > 0 ? object.remove(name) : null;
                    if (taken != null && !stillFails()) {
                        object.set(name, taken);
                        prune(taken);
                    }
                }
            } else if (node instanceof ArrayNode array) {
                for (int i = array.size() - 1; i >= 0 && tries > 0; i--) {
                    JsonNode taken = array.remove(i);
                    if (!stillFails()) {
                        array.insert(i, taken);
                        prune(taken);
                    }
                }
            }
        }
    }
}
