package se.justera.validation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.justera.access.Problem;
import se.justera.access.ProblemAnswers;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/** {@code POST /api/v1/validations}: the result as JSON, the page as HTML or PDF, or ETSI TS 119 102-2 as XML. */
@RestController
@RequestMapping("/api/v1/validations")
class ValidationApi {

    private final Validation validation;
    private final PdfReport pdfReport;
    private final ProblemAnswers answers;

    ValidationApi(Validation validation, PdfReport pdfReport, ProblemAnswers answers) {
        this.validation = validation;
        this.pdfReport = pdfReport;
        this.answers = answers;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ValidationResult asJson(@RequestParam MultipartFile file, Locale locale) throws IOException {
        return validation.validate(UploadedName.of(file), file.getBytes(), locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView asPage(@RequestParam MultipartFile file, Locale locale) throws IOException {
        ReportModel report = ReportModel.of(validation.report(UploadedName.of(file), file.getBytes(), locale), locale);
        return new ModelAndView("validation/validate", "report", report);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] asPdf(@RequestParam MultipartFile file, Locale locale) throws IOException {
        return pdfReport.of(
                ReportModel.of(validation.report(UploadedName.of(file), file.getBytes(), locale), locale), locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> asEtsiReport(@RequestParam MultipartFile file, Locale locale) throws IOException {
        return validation
                .report(UploadedName.of(file), file.getBytes(), locale)
                .etsi()
                .map(xml -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                        .body(xml))
                .orElseThrow(NothingToReport::new);
    }

    /** A file without a signature that could be read has no ETSI report: its signatures are all that is in one. */
    private static final class NothingToReport extends RuntimeException {}

    @ExceptionHandler(NothingToReport.class)
    ResponseEntity<ProblemDetail> noReport(NothingToReport cause, HttpServletRequest request) {
        return answers.json(Problem.of(HttpStatus.NOT_ACCEPTABLE, "no-etsi-report"), request);
    }
}
