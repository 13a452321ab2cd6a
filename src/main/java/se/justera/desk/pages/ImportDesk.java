package se.justera.desk.pages;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.intake.DraftReader;
import se.justera.intake.NotADraft;
import se.justera.minutes.MinuteBook;

/** A draft out of a file that the secretary has already written. */
@Controller
class ImportDesk {

    private final DraftReader reader;
    private final MinuteBook book;

    ImportDesk(DraftReader reader, MinuteBook book) {
        this.reader = reader;
        this.book = book;
    }

    @GetMapping("/desk/import")
    String choose() {
        return "desk/import";
    }

    @PostMapping("/desk/import")
    ModelAndView read(CurrentStaff staff, @RequestParam MultipartFile file, Locale locale, RedirectAttributes after)
            throws IOException {
        try {
            var imported =
                    reader.read(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), locale);
            var minutes = book.open(staff.tenant(), staff.actor(), imported.draft());
            after.addFlashAttribute("done", "desk.done.imported");
            after.addFlashAttribute("unsure", imported.remarks());
            return new ModelAndView("redirect:/desk/minutes/" + minutes.id());
        } catch (NotADraft e) {
            var again = new ModelAndView("desk/import", HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("problem", e.getMessage());
            return again;
        }
    }
}
