package se.justera.desk.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.justera.minutes.Draft;

/** Bytes that {@link se.justera.minutes.DraftJson} reads; the API's description shows the draft's shape. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Draft.class)))
@interface DraftAsJson {}
