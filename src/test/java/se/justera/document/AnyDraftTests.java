package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.xml.sax.InputSource;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds of any draft that the schema allows. A draft that fails is shown with its seed, cut down to what makes it
 * fail. The seed is fixed, so that each build tries the same drafts; without it every run tries others.
 */
@PropertyDefaults(tries = 60, edgeCases = EdgeCasesMode.NONE)
class AnyDraftTests {

    private static final String SEED = "20261120";
    private static final JsonNode SCHEMA_TEXT = AnyDrafts.schema();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA_TEXT);

    private final ArchiveTypesetter typesetter =
            new ArchiveTypesetter(Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC));
    private final EmbeddedMinutes embedded = new EmbeddedMinutes();

    @Provide
    Arbitrary<ObjectNode> drafts() {
        return AnyDrafts.of(SCHEMA_TEXT);
    }

    @Property(seed = SEED)
    void isValidUnderTheSchemaAndReadAndWrittenTheSame(@ForAll("drafts") ObjectNode json) {
        assertThat(SCHEMA.validate(json)).isEmpty();
        assertThat(SCHEMA.validate(DraftJson.tree(read(json)))).isEmpty();
    }

    @Property(seed = SEED)
    void isPrintedWholeAndComesBackEqualFromThePdf(@ForAll("drafts") ObjectNode json) {
        Draft draft = read(json);
        byte[] pdf = typesetter.sealablePdf(Drafts.order(draft));
        assertThat(embedded.read(pdf)).contains(draft.withoutAddresses());
        assertThat(PrintedText.onPages(pdf).lackingOf(draft)).isEmpty();
    }

    @Property(tries = 20, seed = SEED)
    void becomesAPdfThatConforms(@ForAll("drafts") ObjectNode json) {
        assertThat(Conformance.faults(typesetter.sealablePdf(Drafts.order(read(json)))))
                .isEmpty();
    }

    @Property(seed = SEED)
    void becomesWellFormedHtmlThatShowsAllOfIt(@ForAll("drafts") ObjectNode json) {
        Draft draft = read(json);
        String html = typesetter.html(draft, Labels.SWEDISH);
        assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(html))))
                .doesNotThrowAnyException();
        assertThat(PrintedText.onScreen(html).lackingOf(draft)).isEmpty();
    }

    private static Draft read(JsonNode json) {
        return DraftJson.read(json.toString());
    }
}
