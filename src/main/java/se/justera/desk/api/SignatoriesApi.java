package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.CurrentStaff;
import se.justera.desk.MinutesIds;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.SignatoryView;

/** Those who sign: how far they have come, and what the secretary can do for them. */
@RestController
@RequestMapping("/api/v1/minutes/{id}/signatories")
@Tag(name = "Signatories")
class SignatoriesApi {

    private final MinuteBook book;

    SignatoriesApi(MinuteBook book) {
        this.book = book;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Who signs and how far they have come, in the draft's order")
    List<SignatoryView> list(CurrentStaff staff, @PathVariable String id) {
        return book.signatories(staff.tenant(), MinutesIds.of(id));
    }

    @PutMapping(
            path = "/{n}/email",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Corrects the mail address of signatory n, counted from 0")
    @ApiResponse(responseCode = "200", description = "The minutes; ETag is the new version")
    @ApiResponse(responseCode = "422", description = "Not a mail address")
    ResponseEntity<MinutesResource> correctAddress(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String n,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Address address) {
        MinutesId minutes = MinutesIds.of(id);
        String email = address.email() == null ? "" : address.email().strip();
        return MinutesResource.ok(book.correctAddress(
                staff.tenant(), staff.actor(), minutes, expected(staff, minutes, ifMatch), index(n), email));
    }

    @PostMapping("/{n}/invitation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends the mail to signatory n, counted from 0, again, with a fresh link")
    @ApiResponse(responseCode = "202", description = "It will be sent")
    @ApiResponse(responseCode = "409", description = "This person has nothing to do now")
    void invite(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String n,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        MinutesId minutes = MinutesIds.of(id);
        book.requestInvitation(staff.tenant(), staff.actor(), minutes, expected(staff, minutes, ifMatch), index(n));
    }

    private @Nullable Long expected(CurrentStaff staff, MinutesId minutes, @Nullable String ifMatch) {
        return IfMatch.expected(
                ifMatch, () -> book.view(staff.tenant(), minutes).version());
    }

    private static int index(String n) {
        if (!n.matches("\\d{1,4}")) {
            throw new MinutesRefused.Unknown("signatory");
        }
        return Integer.parseInt(n);
    }

    /** A mail address. */
    record Address(@Nullable String email) {}
}
