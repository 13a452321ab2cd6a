package se.justera.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.justera.access.CurrentStaff;
import se.justera.intake.DraftReader;
import se.justera.minutes.MinuteBook;

/** Drafts out of files. */
@RestController
@Tag(name = "Minutes")
class ImportApi {

    private final DraftReader reader;
    private final MinuteBook book;

    ImportApi(DraftReader reader, MinuteBook book) {
        this.reader = reader;
        this.book = book;
    }

    @PostMapping(
            path = "/api/v1/minutes/import",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Stores a draft out of a file")
    @ApiResponse(responseCode = "201", description = "Stored; remarks say what the reader was not sure of")
    @ApiResponse(responseCode = "413", description = "The file is too large")
    @ApiResponse(responseCode = "422", description = "Nothing can be made of the file")
    ResponseEntity<MinutesResource> read(CurrentStaff staff, @RequestPart("file") MultipartFile file, Locale locale)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var imported = reader.read(name, file.getBytes(), locale);
        return MinutesResource.created(book.open(staff.tenant(), staff.actor(), imported.draft()), imported.remarks());
    }
}
