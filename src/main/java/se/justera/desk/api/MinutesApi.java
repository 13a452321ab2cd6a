package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.CurrentStaff;
import se.justera.association.Associations;
import se.justera.desk.Cancelling;
import se.justera.desk.MinutesIds;
import se.justera.intake.Preflight;
import se.justera.intake.Remark;
import se.justera.kernel.MinutesId;
import se.justera.minutes.DraftJson;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesState;

/** Drafts: written, read, listed, sent, cancelled. */
@RestController
@RequestMapping(path = "/api/v1/minutes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Minutes")
class MinutesApi {

    private final MinuteBook book;
    private final Preflight preflight;
    private final Associations associations;
    private final Cancelling cancelling;

    MinutesApi(MinuteBook book, Preflight preflight, Associations associations, Cancelling cancelling) {
        this.book = book;
        this.cancelling = cancelling;
        this.preflight = preflight;
        this.associations = associations;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Stores a new draft")
    @ApiResponse(responseCode = "201", description = "Stored; Location names it, ETag is its version")
    @ApiResponse(responseCode = "400", description = "No JSON, or not of the draft's shape")
    ResponseEntity<MinutesResource> open(CurrentStaff staff, @RequestBody @DraftAsJson byte[] draft) {
        return MinutesResource.created(book.open(staff.tenant(), staff.actor(), DraftJson.read(draft)), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "The draft and where it stands")
    @ApiResponse(responseCode = "200", description = "ETag is the version")
    @ApiResponse(responseCode = "404", description = "No such minutes")
    ResponseEntity<MinutesResource> read(CurrentStaff staff, @PathVariable String id) {
        return MinutesResource.ok(book.view(staff.tenant(), MinutesIds.of(id)));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replaces the draft")
    @ApiResponse(responseCode = "200", description = "Stored; ETag is the new version")
    @ApiResponse(responseCode = "409", description = "Not in state DRAFT")
    @ApiResponse(responseCode = "412", description = "Somebody else has changed them since")
    @ApiResponse(responseCode = "428", description = "No If-Match")
    ResponseEntity<MinutesResource> revise(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @DraftAsJson byte[] draft) {
        MinutesId minutes = MinutesIds.of(id);
        return MinutesResource.ok(book.revise(
                staff.tenant(), staff.actor(), minutes, expected(staff, minutes, ifMatch), DraftJson.read(draft)));
    }

    @GetMapping
    @Operation(summary = "Lists minutes, twenty to a page")
    MinutesLines list(
            CurrentStaff staff,
            @RequestParam(required = false) @Nullable MinutesState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page) {
        return MinutesLines.of(book.list(staff.tenant(), state, q, Math.max(page, 0)));
    }

    @GetMapping("/{id}/remarks")
    @Operation(summary = "What is missing in the draft, or worth a look")
    List<Remark> remarks(CurrentStaff staff, @PathVariable String id, Locale locale) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        return preflight.remarks(minutes.draft(), name -> associations.addressOf(staff.tenant(), name), locale);
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Sends the draft to the chair")
    @ApiResponse(responseCode = "409", description = "Not in state DRAFT")
    @ApiResponse(responseCode = "422", description = "Something is missing: errors[] says what")
    ResponseEntity<MinutesResource> submit(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        MinutesId minutes = MinutesIds.of(id);
        return MinutesResource.ok(
                book.submit(staff.tenant(), staff.actor(), minutes, expected(staff, minutes, ifMatch)));
    }

    @PostMapping(path = "/{id}/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives the minutes up, with a reason")
    @ApiResponse(responseCode = "409", description = "Everybody has signed already, or cancelled before")
    @ApiResponse(responseCode = "422", description = "No reason")
    ResponseEntity<MinutesResource> cancel(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Cancellation cancellation) {
        MinutesId minutes = MinutesIds.of(id);
        String reason = cancellation.reason() == null ? "" : cancellation.reason();
        return MinutesResource.ok(cancelling.cancel(staff, minutes, expected(staff, minutes, ifMatch), reason));
    }

    private @Nullable Long expected(CurrentStaff staff, MinutesId minutes, @Nullable String ifMatch) {
        return IfMatch.expected(
                ifMatch, () -> book.view(staff.tenant(), minutes).version());
    }

    /** Why. */
    record Cancellation(@Nullable String reason) {}
}
