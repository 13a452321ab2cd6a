package se.justera.validation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.view.RedirectView;
import se.justera.validation.Validation;
import se.justera.validation.ValidationReport;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** {@code /validate}: anybody drops a PDF and reads what is the case. The file is not stored. */
@Controller
@RequestMapping("/validate")
class ValidationPage {

    private static final String VIEW = "validation/validate";

    private final Validation validation;
    private final ReportPages pages;
    private final KeptReports kept;
    private final PdfReport pdfReport;
    private final KeptChanges changes;

    ValidationPage(
            @Qualifier(Validation.OF_UPLOADS) Validation validation,
            ReportPages pages,
            KeptReports kept,
            PdfReport pdfReport,
            KeptChanges changes) {
        this.validation = validation;
        this.pages = pages;
        this.kept = kept;
        this.pdfReport = pdfReport;
        this.changes = changes;
    }

    @GetMapping
    String ask(Model model) {
        return form(model);
    }

    private String form(Model model) {
        model.addAttribute("maxSize", validation.maxBytes() >> 20);
        return VIEW;
    }

    @PostMapping
    Object answer(@RequestParam(required = false) MultipartFile file, Locale locale, Model model) throws IOException {
        if (file == null || (file.isEmpty() && UploadedName.of(file).isEmpty())) {
            model.addAttribute("problem", "nothing");
            return form(model);
        }
        byte[] uploadedPdf = file.getBytes();
        ValidationReport report = validation.report(UploadedName.of(file), uploadedPdf, locale);
        String address = kept.keep(report, pages.ground());
        if (report.result().verdict() == Verdict.MODIFIED) {
            validation.whatChanged(uploadedPdf).ifPresent(changed -> changes.keep(address, changed));
        }
        RedirectView answer = new RedirectView("/validate/" + address, true);
        answer.setStatusCode(HttpStatus.SEE_OTHER);
        answer.setExposeModelAttributes(false);
        return answer;
    }

    @GetMapping("/{address:[\\w-]{22}}")
    String read(@PathVariable String address, Locale locale, Model model, HttpServletResponse response) {
        return kept.find(address)
                .map(report -> {
                    model.addAttribute(
                            "report", pages.model(report.in(locale), report.simple(), report.ground(), locale));
                    model.addAttribute("address", address);
                    model.addAttribute("own", OwnFacts.of(report.own(), locale));
                    model.addAttribute("changed", changes.find(address).orElse(null));
                    return form(model);
                })
                .orElseGet(() -> {
                    response.setStatus(HttpStatus.NOT_FOUND.value());
                    return gone(model);
                });
    }

    private String gone(Model model) {
        model.addAttribute("problem", "gone");
        return form(model);
    }

    @GetMapping("/{address:[\\w-]{22}}/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String address, Locale locale) {
        return kept.find(address)
                .map(report -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, PdfReport.DISPOSITION)
                        .body(pdf(address, report, locale)))
                .orElseGet(() -> back(address));
    }

    private byte[] pdf(String address, KeptReports.Kept report, Locale locale) {
        return pdfReport.of(
                pages.model(report.in(locale), null, report.ground(), locale),
                report.own(),
                changes.find(address).orElse(null),
                locale);
    }

    @GetMapping(path = "/{address:[\\w-]{22}}/result.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<ValidationResult> json(@PathVariable String address, Locale locale) {
        return kept.find(address)
                .map(report -> ResponseEntity.ok(report.in(locale)))
                .orElseGet(() -> back(address));
    }

    @GetMapping("/{address:[\\w-]{22}}/{kind:simple|detailed|diagnostic|etsi}.xml")
    ResponseEntity<byte[]> xml(@PathVariable String address, @PathVariable ReportKind kind) {
        return kept.find(address)
                .map(report -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                        .body(report.xml(kind.kind())))
                .orElseGet(() -> back(address));
    }

    /** The page says that the result is gone. */
    private static <T> ResponseEntity<T> back(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/validate/" + address))
                .build();
    }
}
