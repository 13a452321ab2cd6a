package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.CurrentStaff;
import se.justera.desk.KeptProof;
import se.justera.desk.MinutesIds;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;

/** The reports that were kept beside a document when it was sealed and preserved. */
@RestController
@RequestMapping("/api/v1/minutes/{id}/evidence")
@Tag(name = "Progress")
class EvidenceApi {

    private final MinuteBook book;
    private final KeptProof proof;

    EvidenceApi(MinuteBook book, KeptProof proof) {
        this.book = book;
        this.proof = proof;
    }

    @GetMapping(path = "/{kind}", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "The report kept beside the document: simple-report.xml (DSS) or etsi-report.xml (ETSI TS 119"
                    + " 102-2); of the newest revision that has one, or of the one named")
    @ApiResponse(responseCode = "200", description = "As it was kept")
    @ApiResponse(responseCode = "404", description = "No such minutes, kind or revision, or nothing is kept")
    ResponseEntity<byte[]> report(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Integer revision) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        byte[] report = proof.report(minutes, kind, revision).orElseThrow(() -> new MinutesRefused.Unknown("report"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(kind).build().toString())
                .body(report);
    }
}
