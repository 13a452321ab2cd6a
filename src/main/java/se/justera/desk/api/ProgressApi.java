package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.CurrentStaff;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.desk.CurrentPdf;
import se.justera.desk.MinutesIds;
import se.justera.minutes.Draft;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesTitle;
import se.justera.process.Adjustments;
import se.justera.process.ProcessStanding;

/** What all staff may follow: the document, the process, the trail. */
@RestController
@RequestMapping("/api/v1/minutes/{id}")
@Tag(name = "Progress")
class ProgressApi {

    private final MinuteBook book;
    private final CurrentPdf pdf;
    private final Adjustments adjustments;
    private final AuditTrail trail;

    ProgressApi(MinuteBook book, CurrentPdf pdf, Adjustments adjustments, AuditTrail trail) {
        this.book = book;
        this.pdf = pdf;
        this.adjustments = adjustments;
        this.trail = trail;
    }

    @GetMapping(path = "/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The PDF as it stands now, marked \"Utkast\" before the seal")
    @ApiResponse(responseCode = "200", description = "ETag is its SHA-256")
    ResponseEntity<byte[]> pdf(CurrentStaff staff, @PathVariable String id) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        var document = pdf.of(minutes);
        var name = ContentDisposition.inline()
                .filename(fileName(minutes.draft()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag("\"" + document.sha256() + "\"")
                .header("Content-Disposition", name.toString())
                .body(document.pdf());
    }

    @GetMapping(path = "/process", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Where the process stands: waiting steps, deadlines, steps that failed")
    ProcessStanding process(CurrentStaff staff, @PathVariable String id) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        return adjustments.standing(minutes.id(), minutes.state());
    }

    @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The hash-chained audit trail, oldest first")
    List<AuditEntry> events(CurrentStaff staff, @PathVariable String id) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        return trail.of(staff.tenant(), minutes.id());
    }

    private static String fileName(Draft draft) {
        String plain = MinutesTitle.of(draft).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return plain.replaceAll("^-|-$", "") + ".pdf";
    }
}
