package se.justera.minutes;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The draft as JSON. */
public final class DraftJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DraftJson() {}

    public static Draft read(String json) {
        return MAPPER.readValue(json, Draft.class);
    }

    public static String write(Draft draft) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(draft);
    }
}
