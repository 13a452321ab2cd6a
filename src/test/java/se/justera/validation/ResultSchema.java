package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The published schema of a validation result, as a validator that others keep understands it. */
public final class ResultSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text());

    private ResultSchema() {}

    /** Fails unless the JSON is a result to the letter. */
    public static void holdsFor(String json) {
        assertThat(faults(json)).as("%s", json).isEmpty();
    }

    static List<Error> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    static String text() {
        try (InputStream in = ResultSchema.class.getResourceAsStream("/schema/validation-result.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
