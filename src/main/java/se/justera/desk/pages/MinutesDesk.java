package se.justera.desk.pages;

import java.util.List;
import java.util.Locale;
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
import se.justera.desk.Cancelling;
import se.justera.desk.KeptProof;
import se.justera.desk.MinutesIds;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.NotSubmittable;
import se.justera.minutes.Shortcoming;
import se.justera.process.Adjustments;

/** One meeting's minutes: where they stand, and what the secretary can do about it. */
@Controller
@RequestMapping("/desk/minutes/{id}")
class MinutesDesk {

    private static final String PAGE = "desk/minutes";

    private final MinuteBook book;
    private final Adjustments adjustments;
    private final MinutesOverview overview;
    private final KeptProof proof;
    private final Cancelling cancelling;

    MinutesDesk(
            MinuteBook book,
            Adjustments adjustments,
            MinutesOverview overview,
            KeptProof proof,
            Cancelling cancelling) {
        this.book = book;
        this.cancelling = cancelling;
        this.adjustments = adjustments;
        this.overview = overview;
        this.proof = proof;
    }

    @GetMapping
    String show(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String check,
            Model model,
            Locale locale) {
        model.addAllAttributes(overview.of(staff, MinutesIds.of(id), locale));
        if (check != null) {
            model.addAttribute("today", proof.today(book.view(staff.tenant(), MinutesIds.of(id)), locale));
        }
        return PAGE;
    }

    @PostMapping("/submission")
    ModelAndView submit(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long version,
            RedirectAttributes after,
            Locale locale) {
        MinutesId minutes = MinutesIds.of(id);
        try {
            book.submit(staff.tenant(), staff.actor(), minutes, version);
            return back(minutes, after, "desk.done.submitted");
        } catch (NotSubmittable e) {
            return notYet(staff, minutes, e.shortcomings(), locale);
        }
    }

    private ModelAndView notYet(CurrentStaff staff, MinutesId minutes, List<Shortcoming> missing, Locale locale) {
        var page = new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(overview.of(staff, minutes, locale));
        page.addObject("missing", missing);
        return page;
    }

    @GetMapping("/cancellation")
    String askReason(CurrentStaff staff, @PathVariable String id, Model model, Locale locale) {
        model.addAllAttributes(overview.of(staff, MinutesIds.of(id), locale));
        return "desk/cancel";
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after,
            Locale locale) {
        MinutesId minutes = MinutesIds.of(id);
        try {
            cancelling.cancel(staff, minutes, version, reason.strip());
            return back(minutes, after, "desk.done.cancelled");
        } catch (MinutesRefused.Wanting e) {
            var page = new ModelAndView("desk/cancel", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addAllObjects(overview.of(staff, minutes, locale));
            page.addObject("wanting", true);
            return page;
        }
    }

    /** Lets steps that failed for good try again at once. */
    @PostMapping("/retry")
    ModelAndView retry(CurrentStaff staff, @PathVariable String id, RedirectAttributes after) {
        MinutesId minutes = book.view(staff.tenant(), MinutesIds.of(id)).id();
        adjustments.retryFailedSteps(minutes);
        return back(minutes, after, "desk.done.retried");
    }

    private static ModelAndView back(MinutesId minutes, RedirectAttributes after, String done) {
        after.addFlashAttribute("done", done);
        return new ModelAndView("redirect:/desk/minutes/" + minutes);
    }
}
