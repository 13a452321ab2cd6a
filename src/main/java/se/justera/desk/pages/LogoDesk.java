package se.justera.desk.pages;

import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.association.Logo;
import se.justera.association.LogoRefused;
import se.justera.association.Logos;

/** The logo at the head of the association's documents. */
@Controller
class LogoDesk {

    private final Logos logos;

    LogoDesk(Logos logos) {
        this.logos = logos;
    }

    @GetMapping("/desk/logo")
    String show(CurrentStaff staff, Model model) {
        model.addAttribute("hasLogo", logos.of(staff.tenant()).isPresent());
        return "desk/logo";
    }

    @GetMapping("/desk/logo/picture")
    ResponseEntity<byte[]> picture(CurrentStaff staff) {
        return logos.of(staff.tenant())
                .map(Logo::png)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.noStore())
                        .body(png))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/desk/logo")
    ModelAndView set(CurrentStaff staff, @RequestParam MultipartFile file, RedirectAttributes after)
            throws IOException {
        try {
            logos.set(staff.tenant(), file.getBytes());
            after.addFlashAttribute("done", "desk.done.logo");
            return new ModelAndView("redirect:/desk/logo");
        } catch (LogoRefused e) {
            var again = new ModelAndView("desk/logo", HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("hasLogo", logos.of(staff.tenant()).isPresent());
            again.addObject("problem", "desk.logo.refused." + e.getClass().getSimpleName());
            return again;
        }
    }

    @PostMapping("/desk/logo/removal")
    String remove(CurrentStaff staff, RedirectAttributes after) {
        logos.remove(staff.tenant());
        after.addFlashAttribute("done", "desk.done.logoRemoved");
        return "redirect:/desk/logo";
    }
}
