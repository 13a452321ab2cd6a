package se.justera.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import se.justera.intake.Remark;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;

/**
 * Minutes as the API shows them.
 *
 * @param remarks what the reader of an imported file was not sure of; only in the answer to an import
 */
record MinutesResource(
        UUID id,
        MinutesState state,
        long version,
        Draft draft,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Remark> remarks) {

    static ResponseEntity<MinutesResource> ok(MinutesView minutes) {
        return ResponseEntity.ok().eTag(tag(minutes)).body(of(minutes, null));
    }

    static ResponseEntity<MinutesResource> created(MinutesView minutes, @Nullable List<Remark> remarks) {
        return ResponseEntity.created(URI.create("/api/v1/minutes/" + minutes.id()))
                .eTag(tag(minutes))
                .body(of(minutes, remarks));
    }

    private static MinutesResource of(MinutesView minutes, @Nullable List<Remark> remarks) {
        return new MinutesResource(minutes.id().value(), minutes.state(), minutes.version(), minutes.draft(), remarks);
    }

    private static String tag(MinutesView minutes) {
        return "\"" + minutes.version() + "\"";
    }
}
