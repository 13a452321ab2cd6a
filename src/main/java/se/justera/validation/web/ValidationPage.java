package se.justera.validation.web;

import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.justera.validation.Validation;

/** {@code /validate}: anybody drops a PDF and reads what is the case. Nothing is stored. */
@Controller
@RequestMapping("/validate")
class ValidationPage {

    private static final String VIEW = "validation/validate";

    private final Validation validation;

    ValidationPage(Validation validation) {
        this.validation = validation;
    }

    @GetMapping
    String ask() {
        return VIEW;
    }

    @PostMapping
    String answer(@RequestParam MultipartFile file, Locale locale, Model model) throws IOException {
        if (file.isEmpty() && UploadedName.of(file).isEmpty()) {
            model.addAttribute("nothingChosen", true);
            return VIEW;
        }
        model.addAttribute(
                "report", ReportModel.of(validation.report(UploadedName.of(file), file.getBytes(), locale), locale));
        return VIEW;
    }
}
