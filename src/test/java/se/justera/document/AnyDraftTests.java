package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds of any draft that the schema allows. Each seed is a draft of its own, the same every time; the system
 * property {@code drafts.from} tries others. A draft that fails is shown cut down to what makes it fail.
 */
class AnyDraftTests {

    private static final JsonNode SCHEMA_TEXT = RandomDrafts.schema();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA_TEXT);

    private static final int MOST_TRIES = 60;

    private final ArchiveTypesetter typesetter =
            new ArchiveTypesetter(Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC));
    private final EmbeddedMinutes embedded = new EmbeddedMinutes();

    static LongStream many() {
        return seeds(60);
    }

    static LongStream some() {
        return seeds(20);
    }

    private static LongStream seeds(int number) {
        long first = Long.getLong("drafts.from", 0);
        return LongStream.range(first, first + number);
    }

    @ParameterizedTest
    @MethodSource("many")
    void isValidUnderTheSchemaAndReadAndWrittenTheSame(long seed) {
        holds(seed, draft -> List.of(), json -> {
            var errors = SCHEMA.validate(json).stream().map(Object::toString).toList();
            var written = SCHEMA.validate(DraftJson.tree(read(json))).stream()
                    .map(Object::toString)
                    .toList();
            return !errors.isEmpty() ? errors : written;
        });
    }

    @ParameterizedTest
    @MethodSource("many")
    void isPrintedWholeAndComesBackEqualFromThePdf(long seed) {
        holds(seed, draft -> {
            byte[] pdf = typesetter.sealablePdf(Drafts.order(draft));
            Draft back = embedded.read(pdf).orElseThrow();
            return back.equals(draft.withoutAddresses())
                    ? PrintedText.onPages(pdf).lackingOf(draft)
                    : List.of("came back as " + DraftJson.write(back));
        });
    }

    @ParameterizedTest
    @MethodSource("some")
    void becomesAPdfThatConforms(long seed) {
        holds(seed, draft -> Conformance.faults(typesetter.sealablePdf(Drafts.order(draft))));
    }

    @ParameterizedTest
    @MethodSource("many")
    void becomesWellFormedHtmlThatShowsAllOfIt(long seed) {
        holds(seed, draft -> {
            String html = typesetter.html(draft, Labels.SWEDISH);
            parse(html);
            return PrintedText.onScreen(html).lackingOf(draft);
        });
    }

    private static void holds(long seed, Function<Draft, List<String>> faults) {
        holds(seed, faults, json -> List.of());
    }

    private static void holds(
            long seed, Function<Draft, List<String>> faults, Function<JsonNode, List<String>> faultsOfJson) {
        ObjectNode json = new RandomDrafts(SCHEMA_TEXT, seed).next();
        Function<JsonNode, List<String>> all = given -> {
            try {
                List<String> found = faultsOfJson.apply(given);
                return found.isEmpty() ? faults.apply(read(given)) : found;
            } catch (RuntimeException | StackOverflowError e) {
                return List.of(e.toString());
            }
        };
        if (!all.apply(json).isEmpty()) {
            ObjectNode smallest = RandomDrafts.smallest(
                    json, MOST_TRIES, given -> !all.apply(given).isEmpty());
            assertThat(all.apply(smallest)).as("seed %d: %s", seed, smallest).isEmpty();
        }
    }

    private static Draft read(JsonNode json) {
        return DraftJson.read(json.toString());
    }

    private static void parse(String html) {
        try {
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new IllegalStateException("not well-formed", e);
        }
    }
}
