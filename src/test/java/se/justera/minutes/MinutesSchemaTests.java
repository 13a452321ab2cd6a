package se.justera.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema is written by hand; it says of every property exactly what the records say. */
class MinutesSchemaTests {

    private static final Map<Class<?>, String> SIMPLE = Map.of(
            String.class,
            "string",
            LocalDate.class,
            "string",
            LocalTime.class,
            "string",
            Integer.class,
            "integer",
            Boolean.class,
            "boolean");

    private final JsonNode schema = schema();

    private static JsonNode schema() {
        try (InputStream in = MinutesSchemaTests.class.getResourceAsStream("/schema/minutes.schema.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Class<?>> types() {
        return Stream.of(
                        Stream.<Class<?>>of(Draft.class),
                        Arrays.stream(Draft.class.getDeclaredClasses()),
                        Arrays.stream(Deliberation.class.getDeclaredClasses()))
                .flatMap(Function.identity());
    }

    private JsonNode definition(Class<?> type) {
        return type == Draft.class ? schema : schema.path("$defs").path(type.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesEveryPropertyAndEveryValue(Class<?> type) {
        JsonNode definition = definition(type);
        if (type.isEnum()) {
            assertThat(definition.path("enum").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .toList());
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        assertThat(definition.path("properties").propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
        for (RecordComponent component : components) {
            JsonNode property = definition.path("properties").path(component.getName());
            assertThat(property.path("title").asString("")).isNotBlank();
            assertThat(property.path("description").asString("")).endsWith(".");
            assertIsOf(component.getGenericType(), property);
        }
    }

    private static void assertIsOf(Type type, JsonNode property) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            assertThat(property.path("type").asString("")).isEqualTo("array");
            assertIsOf(list.getActualTypeArguments()[0], property.path("items"));
        } else if (SIMPLE.containsKey(type)) {
            assertThat(property.path("type").asString("")).isEqualTo(SIMPLE.get(type));
        } else {
            assertThat(property.path("$ref").asString("")).isEqualTo("#/$defs/" + ((Class<?>) type).getSimpleName());
        }
    }

    @Test
    void definesNothingThatTheRecordsDoNotHave() {
        assertThat(schema.path("$defs").propertyNames())
                .containsExactlyInAnyOrderElementsOf(types().filter(t -> t != Draft.class)
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(schema.path("$schema").asString("")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }
}
