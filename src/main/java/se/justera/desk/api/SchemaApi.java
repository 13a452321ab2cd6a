package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The draft's JSON Schema, for anybody. */
@RestController
@Tag(name = "Minutes")
class SchemaApi {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    @GetMapping("/api/v1/minutes.schema.json")
    @Operation(summary = "The JSON Schema of a draft")
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok().contentType(SCHEMA).body(new ClassPathResource("schema/minutes.schema.json"));
    }
}
