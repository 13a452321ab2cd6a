package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.CurrentStaff;
import se.justera.archive.Archive;
import se.justera.desk.MinutesIds;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;

/** The reports on what our own validation refused to have stored; an incident and the trail name them by their hash. */
@RestController
@RequestMapping("/api/v1/minutes/{id}/refusals")
@Tag(name = "Progress")
class RefusalsApi {

    private final MinuteBook book;
    private final Archive archive;

    RefusalsApi(MinuteBook book, Archive archive) {
        this.book = book;
        this.archive = archive;
    }

    @GetMapping("/{sha256}")
    @Operation(summary = "The report on a signature, seal or time-stamp that our own validation refused")
    ResponseEntity<byte[]> report(CurrentStaff staff, @PathVariable String id, @PathVariable String sha256) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        byte[] report =
                archive.refusal(minutes.id(), hash(sha256)).orElseThrow(() -> new MinutesRefused.Unknown("report"));
        boolean xml = report.length > 0 && report[0] == '<';
        return ResponseEntity.ok()
                .contentType(xml ? MediaType.APPLICATION_XML : MediaType.TEXT_PLAIN)
                .body(report);
    }

    private static Sha256 hash(String text) {
        try {
            return new Sha256(text);
        } catch (IllegalArgumentException e) {
            throw new MinutesRefused.Unknown("report");
        }
    }
}
