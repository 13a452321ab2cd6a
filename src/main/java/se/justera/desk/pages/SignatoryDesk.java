package se.justera.desk.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.desk.MinutesIds;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.SignatoryView;

/** What the secretary does for one who signs: corrects the address, sends the link again. */
@Controller
@RequestMapping("/desk/minutes/{id}/signatories/{n}")
class SignatoryDesk {

    private static final String PAGE = "desk/address";

    private final MinuteBook book;

    SignatoryDesk(MinuteBook book) {
        this.book = book;
    }

    @GetMapping("/email")
    String askAddress(CurrentStaff staff, @PathVariable String id, @PathVariable int n, Model model) {
        MinutesId minutes = MinutesIds.of(id);
        SignatoryView signatory = signatory(staff, minutes, n);
        model.addAllAttributes(shown(staff, minutes, n, Objects.requireNonNullElse(signatory.email(), "")));
        return PAGE;
    }

    @PostMapping("/email")
    ModelAndView correctAddress(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes after) {
        MinutesId minutes = MinutesIds.of(id);
        try {
            book.correctAddress(staff.tenant(), staff.actor(), minutes, version, n, email.strip());
            return back(minutes, after, "desk.done.address");
        } catch (MinutesRefused.Wanting e) {
            var page = new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
            page.addAllObjects(shown(staff, minutes, n, email));
            page.addObject("wanting", true);
            return page;
        }
    }

    @PostMapping("/invitation")
    ModelAndView sendAgain(
            CurrentStaff staff,
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(required = false) @Nullable Long version,
            RedirectAttributes after) {
        MinutesId minutes = MinutesIds.of(id);
        book.requestInvitation(staff.tenant(), staff.actor(), minutes, version, n);
        return back(minutes, after, "desk.done.invited");
    }

    private Map<String, Object> shown(CurrentStaff staff, MinutesId minutes, int n, String email) {
        return Map.of(
                "minutes",
                book.view(staff.tenant(), minutes),
                "signatory",
                signatory(staff, minutes, n),
                "n",
                n,
                "email",
                email);
    }

    private SignatoryView signatory(CurrentStaff staff, MinutesId minutes, int n) {
        List<SignatoryView> all = book.signatories(staff.tenant(), minutes);
        if (n < 0 || n >= all.size()) {
            throw new MinutesRefused.Unknown("signatory");
        }
        return all.get(n);
    }

    private static ModelAndView back(MinutesId minutes, RedirectAttributes after, String done) {
        after.addFlashAttribute("done", done);
        return new ModelAndView("redirect:/desk/minutes/" + minutes);
    }
}
