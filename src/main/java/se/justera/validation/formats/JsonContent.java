package se.justera.validation.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.justera.validation.CannotBeRead;
import se.justera.validation.Unreadable;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JWS (RFC 7515) as JSON has the members that the standard knows, each once. */
final class JsonContent {

    private static final Set<String> WHOLE = Set.of("payload", "signatures", "protected", "header", "signature");
    private static final Set<String> ONE = Set.of("protected", "header", "signature");
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonContent() {}

    static List<Finding> findings(byte[] file) throws CannotBeRead {
        TextLimit.check(file);
        if (file[SignedFormat.start(file)] != '{') {
            return List.of(); // compact: three parts and nothing else
        }
        JsonNode jws = read(file);
        List<Finding> findings = new ArrayList<>();
        uncovered(jws, WHOLE, file, findings);
        jws.path("signatures").forEach(signature -> uncovered(signature, ONE, file, findings));
        return findings;
    }

    private static JsonNode read(byte[] file) throws CannotBeRead {
        try {
            JsonNode jws = STRICT.readTree(file);
            if (!jws.has("payload") && !jws.has("signatures") && !jws.has("signature")) {
                throw new CannotBeRead(Unreadable.NOT_A_PDF);
            }
            return jws;
        } catch (JacksonException e) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        }
    }

    private static void uncovered(JsonNode node, Set<String> known, byte[] file, List<Finding> findings) {
        if (!known.containsAll(node.propertyNames())) {
            findings.add(Finding.after(file.length, Fault.UNCOVERED, 0));
        }
    }
}
