package se.justera.validation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.justera.validation.Validation;
import se.justera.validation.ValidationReport;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;
import se.justera.validation.WhatChanged;

/**
 * {@code POST /api/v1/validations}: what {@code Accept} prefers of the result as JSON, the page as HTML or PDF, and DSS's
 * reports as XML. Whatever the file is, the answer is 200 with a verdict.
 */
@RestController
@RequestMapping(path = "/api/v1/validations", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
@Tag(name = "Validation")
class ValidationApi {

    private static final String SUMMARY = "Validates a file; nothing is kept";

    private final Validation validation;
    private final ReportPages pages;
    private final PdfReport pdfReport;

    ValidationApi(Validation validation, ReportPages pages, PdfReport pdfReport) {
        this.validation = validation;
        this.pages = pages;
        this.pdfReport = pdfReport;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = SUMMARY,
            description =
                    "The schema of the answer is at /api/v1/validation-result.schema.json. Accept chooses JSON, HTML,"
                            + " PDF (our report, PDF/A-3a and PDF/UA-1) or XML; Accept-Language chooses Swedish or English.")
    @ApiResponse(responseCode = "200", description = "The verdict, also where the file is empty, encrypted or no PDF")
    ValidationResult asJson(@RequestParam MultipartFile file, Locale locale) throws IOException {
        return validation.validate(UploadedName.of(file), file.getBytes(), locale);
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = SUMMARY)
    ModelAndView asPage(@RequestParam MultipartFile file, Locale locale) throws IOException {
        ValidationReport report = report(file, locale);
        return new ModelAndView("validation/validate", "report", pages.model(report, locale))
                .addObject("own", OwnFacts.of(report.own(), locale));
    }

    @PostMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = SUMMARY)
    ResponseEntity<byte[]> asPdf(@RequestParam MultipartFile file, Locale locale) throws IOException {
        byte[] uploadedPdf = file.getBytes();
        ValidationReport report = validation.report(UploadedName.of(file), uploadedPdf, locale);
        WhatChanged changed = report.result().verdict() == Verdict.MODIFIED
                ? validation.whatChanged(uploadedPdf).orElse(null)
                : null;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, PdfReport.DISPOSITION)
                .body(pdfReport.of(pages.model(report, locale), report.own(), changed, locale));
    }

    @PostMapping(produces = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(summary = SUMMARY)
    ResponseEntity<String> asXml(
            @RequestParam MultipartFile file,
            @Parameter(
                            description =
                                    "Which report, with Accept: application/xml: etsi (ETSI TS 119 102-2), or DSS's simple,"
                                            + " detailed or diagnostic data")
                    @RequestParam(defaultValue = "etsi")
                    ReportKind report,
            Locale locale)
            throws IOException {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(report(file, locale).engine().xml(report.kind()));
    }

    private ValidationReport report(MultipartFile file, Locale locale) throws IOException {
        return validation.report(UploadedName.of(file), file.getBytes(), locale);
    }
}
