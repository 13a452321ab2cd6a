package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TimestampType;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema says exactly what the records say, and every verdict's result keeps to it. */
class ResultSchemaTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TestSigner SIGNER = new TestSigner();
    private static final Validation TRUSTING =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    private final JsonNode schema = JSON.readTree(ResultSchema.text());

    private static String json(Validation validation, byte[] file) {
        return JSON.writeValueAsString(validation.validate("fil.pdf", file, Locale.forLanguageTag("sv")));
    }

    private static Set<String> conforming(Validation validation, byte[]... files) {
        Set<String> verdicts = new HashSet<>();
        for (byte[] file : files) {
            String json = json(validation, file);
            ResultSchema.holdsFor(json);
            verdicts.add(JSON.readTree(json).get("verdict").asString());
        }
        return verdicts;
    }

    @Test
    void everyVerdictConforms() {
        byte[] signed = SIGNER.archive(SIGNER.signedByThree());
        byte[] flipped = signed.clone();
        flipped[200] ^= 1;
        byte[] tailed = TestFiles.with(signed, "%tail\n");

        Set<String> verdicts = conforming(TRUSTING, signed, flipped, tailed, TestPdf.unsigned(), new byte[0]);
        verdicts.addAll(
                conforming(new StrictValidation(List.of(), ValidationLimits.standard(), Clock.systemUTC()), signed));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
        verdicts.addAll(conforming(
                new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), later),
                SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström")));

        assertThat(verdicts)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Verdict.values()).map(Enum::name).toList());
        ResultSchema.holdsFor(JSON.writeValueAsString(TRUSTING.missing("saknas.pdf", Locale.ENGLISH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/signatures/0", "/signatures/0/signer", "/timestamps/0"})
    void refusesAPropertyMoreOrLess(String where) {
        String json = json(TRUSTING, SIGNER.archive(SIGNER.signedByThree()));
        JsonNode more = JSON.readTree(json);
        ((ObjectNode) more.at(where)).put("added", 1);
        assertThat(ResultSchema.faults(more.toString())).isNotEmpty();

        for (String name : List.copyOf(JSON.readTree(json).at(where).propertyNames())) {
            JsonNode less = JSON.readTree(json);
            ((ObjectNode) less.at(where)).remove(name);
            assertThat(ResultSchema.faults(less.toString()))
                    .as("without %s", name)
                    .isNotEmpty();
        }
    }

    @Test
    void refusesWhatContradictsItself() {
        ObjectNode valid = (ObjectNode) JSON.readTree(json(TRUSTING, SIGNER.signedByThree()));
        ((ObjectNode) valid.at("/signatures/1")).put("changesAfter", "FORBIDDEN");
        assertThat(ResultSchema.faults(valid.toString())).isNotEmpty();
        ObjectNode unreadable = (ObjectNode) JSON.readTree(json(TRUSTING, new byte[] {1}));
        unreadable.put("pages", 3);
        assertThat(ResultSchema.faults(unreadable.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ValidationResult.class,
                ValidationResult.SignatureResult.class,
                ValidationResult.SignerName.class,
                ValidationResult.TimestampResult.class
            })
    void namesEveryProperty(Class<?> type) {
        JsonNode definition =
                type == ValidationResult.class ? schema : schema.path("$defs").path(type.getSimpleName());
        List<String> names = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(RecordComponent::getName)
                .toList();
        assertThat(definition.path("properties").propertyNames()).containsExactlyElementsOf(names);
        assertThat(strings(definition.path("required"))).containsExactlyElementsOf(names);
        assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(definition.path("properties").values())
                .allSatisfy(property ->
                        assertThat(property.path("description").asString("")).endsWith("."));
    }

    @Test
    void namesEveryValue() {
        assertThat(values("Verdict")).containsExactlyElementsOf(names(Verdict.values()));
        assertThat(values("Kind")).containsExactlyElementsOf(names(ValidationResult.Kind.values()));
        assertThat(values("ChangesAfter")).containsExactlyElementsOf(names(ValidationResult.ChangesAfter.values()));
        JsonNode signature = schema.at("/$defs/SignatureResult/properties");
        assertThat(strings(signature.at("/format/enum"))).containsExactlyElementsOf(names(SignatureLevel.values()));
        assertThat(strings(signature.at("/indication/enum"))).containsExactlyElementsOf(names(Indication.values()));
        assertThat(strings(signature.at("/subIndication/enum")))
                .containsExactlyElementsOf(Stream.concat(names(SubIndication.values()).stream(), Stream.of("null"))
                        .toList());
        assertThat(strings(schema.at("/$defs/TimestampResult/properties/kind/enum")))
                .containsExactlyElementsOf(names(TimestampType.values()).stream()
                        .map(name -> name.replace("_TIMESTAMP", ""))
                        .toList());
    }

    private List<String> values(String definition) {
        return strings(schema.at("/$defs/" + definition + "/enum"));
    }

    private static List<String> strings(JsonNode array) {
        return ((ArrayNode) array)
                .valueStream()
                .map(value -> value.isNull() ? "null" : value.asString())
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
