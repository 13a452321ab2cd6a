package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.CurrentStaff;
import se.justera.desk.BoardIds;
import se.justera.desk.MinutesIds;
import se.justera.desk.PdfAnswer;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeText;
import se.justera.notice.ProofOfNotice;
import se.justera.notice.Vouched;

/** How an adjusted protocol is announced, and the registrar's records of it. */
@RestController
@RequestMapping("/api/v1/minutes/{id}/notice")
@Tag(name = "Notice")
class NoticeApi {

    private final Announcements announcements;
    private final NoticeText text;
    private final ProofOfNotice proofs;
    private final MinuteBook book;

    NoticeApi(Announcements announcements, NoticeText text, ProofOfNotice proofs, MinuteBook book) {
        this.announcements = announcements;
        this.text = text;
        this.proofs = proofs;
        this.book = book;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The notice: its text, its boards, the latest day to post it, the appeal's last day")
    @ApiResponse(responseCode = "200", description = "ETag is the notice's own version")
    @ApiResponse(responseCode = "409", description = "Not adjusted, or notes, which are not announced")
    ResponseEntity<NoticeResource> notice(CurrentStaff staff, @PathVariable String id) {
        return answer(announcements.of(staff.tenant(), MinutesIds.of(id)));
    }

    @PutMapping(
            path = "/boards/{board}/posting",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Records the day on which the notice was posted on a board; the last board announces the minutes")
    @ApiResponse(responseCode = "200", description = "The notice; ETag is the new version")
    @ApiResponse(responseCode = "409", description = "Taken down already")
    @ApiResponse(responseCode = "422", description = "A day before the adjustment or after today, or nobody vouches")
    ResponseEntity<NoticeResource> post(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String board,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Posted posted) {
        MinutesId minutes = MinutesIds.of(id);
        return answer(announcements.post(
                staff.tenant(),
                staff.actor(),
                minutes,
                expected(staff, minutes, ifMatch),
                vouched(board, posted.postedOn(), "/postedOn", posted.vouchedBy())));
    }

    @PutMapping(
            path = "/boards/{board}/removal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Records the day on which the notice was taken down from a board; the last board makes the proof")
    @ApiResponse(responseCode = "200", description = "The notice; ETag is the new version")
    @ApiResponse(responseCode = "409", description = "Not posted on every board, or taken down already")
    @ApiResponse(responseCode = "422", description = "The appeal's last day has not passed, or nobody vouches")
    ResponseEntity<NoticeResource> takeDown(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String board,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TakenDown takenDown) {
        MinutesId minutes = MinutesIds.of(id);
        return answer(announcements.takeDown(
                staff.tenant(),
                staff.actor(),
                minutes,
                expected(staff, minutes, ifMatch),
                vouched(board, takenDown.takenDownOn(), "/takenDownOn", takenDown.vouchedBy())));
    }

    @GetMapping(path = "/proof", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The sealed proof of notice (anslagsbevis)")
    @ApiResponse(responseCode = "200", description = "ETag is its SHA-256")
    @ApiResponse(responseCode = "404", description = "There is none yet: the notice is not down from every board")
    ResponseEntity<byte[]> proof(CurrentStaff staff, @PathVariable String id) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        byte[] pdf = proofs.of(minutes).orElseThrow(() -> new MinutesRefused.Unknown("proof of notice"));
        return PdfAnswer.of(pdf, minutes, "anslagsbevis");
    }

    private @Nullable Long expected(CurrentStaff staff, MinutesId minutes, @Nullable String ifMatch) {
        return IfMatch.expected(
                ifMatch, () -> announcements.of(staff.tenant(), minutes).version());
    }

    private ResponseEntity<NoticeResource> answer(Announcement announcement) {
        return ResponseEntity.ok()
                .eTag("\"" + announcement.version() + "\"")
                .body(NoticeResource.of(announcement, text.toPostOn(announcements.today(), announcement)));
    }

    private static Vouched vouched(String board, @Nullable LocalDate day, String at, @Nullable String by) {
        if (day == null) {
            throw new MinutesRefused.Wanting(at, "a day is needed");
        }
        return new Vouched(BoardIds.of(board), day, Objects.requireNonNullElse(by, ""));
    }

    /** The notice was posted. */
    record Posted(@Nullable LocalDate postedOn, @Nullable String vouchedBy) {}

    /** The notice was taken down. */
    record TakenDown(
            @Nullable LocalDate takenDownOn, @Nullable String vouchedBy) {}
}
