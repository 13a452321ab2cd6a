package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.CurrentStaff;
import se.justera.desk.ChosenItems;
import se.justera.desk.Extracts;
import se.justera.desk.MinutesIds;
import se.justera.desk.PdfAnswer;
import se.justera.desk.PublicationCopies;
import se.justera.minutes.MinuteBook;

/** What is made of adjusted minutes for others: extracts, and copies for publication. */
@RestController
@RequestMapping("/api/v1/minutes/{id}")
@Tag(name = "Copies")
class CopiesApi {

    private final MinuteBook book;
    private final Extracts extracts;
    private final PublicationCopies publications;

    CopiesApi(MinuteBook book, Extracts extracts, PublicationCopies publications) {
        this.book = book;
        this.extracts = extracts;
        this.publications = publications;
    }

    @PostMapping(
            path = "/extracts",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "Makes a sealed extract of chosen matters: items by §, positions by place from 0 (also those"
                    + " without a number)")
    @ApiResponse(responseCode = "200", description = "The extract with its proofs; ETag is its SHA-256")
    @ApiResponse(responseCode = "409", description = "Not adjusted")
    @ApiResponse(responseCode = "422", description = "Nothing chosen, or no such matter: errors[] says which")
    @ApiResponse(responseCode = "503", description = "It cannot be sealed now")
    ResponseEntity<byte[]> extract(CurrentStaff staff, @PathVariable String id, @RequestBody ChosenItems chosen) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        return PdfAnswer.of(extracts.make(staff, minutes.id(), chosen), minutes, "utdrag");
    }

    @GetMapping(path = "/publication", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "A copy for publication, without personal numbers, mail addresses and signatures")
    @ApiResponse(responseCode = "200", description = "ETag is its SHA-256")
    @ApiResponse(responseCode = "409", description = "Not adjusted")
    ResponseEntity<byte[]> publication(CurrentStaff staff, @PathVariable String id) {
        var minutes = book.view(staff.tenant(), MinutesIds.of(id));
        return PdfAnswer.of(publications.of(minutes), minutes, "kopia för publicering");
    }
}
