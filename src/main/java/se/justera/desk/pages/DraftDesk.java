package se.justera.desk.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.desk.MinutesIds;
import se.justera.desk.pages.Typed.Misread;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;

/** Writing a draft in a form. Rows come and go with ordinary buttons; nothing is stored until it is saved. */
@Controller
class DraftDesk {

    private static final String PAGE = "desk/edit";

    private final MinuteBook book;
    private final DraftForms forms;

    DraftDesk(MinuteBook book, DraftForms forms) {
        this.book = book;
        this.forms = forms;
    }

    @GetMapping("/desk/new")
    String begin(CurrentStaff staff, Model model) {
        return show(model, forms.fresh(staff.tenant()), null);
    }

    @PostMapping("/desk/new")
    Object create(
            CurrentStaff staff,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes after) {
        DraftForm form = DraftForm.sent(fields);
        RowChange change = RowChange.of(fields.getFirst("action"));
        if (change.changes()) {
            return show(model, change.apply(form), null);
        }
        var read = forms.read(form);
        if (!read.misread().isEmpty()) {
            return misread(form, null, read.misread());
        }
        return saved(book.open(staff.tenant(), staff.actor(), read.draft()), after);
    }

    @GetMapping("/desk/minutes/{id}/edit")
    String edit(CurrentStaff staff, @PathVariable String id, Model model) {
        MinutesView minutes = book.view(staff.tenant(), MinutesIds.of(id));
        if (minutes.state() != MinutesState.DRAFT) {
            return "redirect:/desk/minutes/" + minutes.id();
        }
        return show(model, forms.of(minutes), minutes.id());
    }

    @PostMapping("/desk/minutes/{id}/edit")
    Object save(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes after) {
        MinutesId minutes = MinutesIds.of(id);
        DraftForm form = DraftForm.sent(fields);
        RowChange change = RowChange.of(fields.getFirst("action"));
        if (change.changes()) {
            return show(model, change.apply(form), minutes);
        }
        var read = forms.read(form);
        if (!read.misread().isEmpty()) {
            return misread(form, minutes, read.misread());
        }
        Long expected = "overwrite".equals(fields.getFirst("action")) ? null : form.version();
        try {
            return saved(book.revise(staff.tenant(), staff.actor(), minutes, expected, read.draft()), after);
        } catch (MinutesRefused.Stale e) {
            return overtaken(form, minutes);
        }
    }

    private static ModelAndView saved(MinutesView minutes, RedirectAttributes after) {
        after.addFlashAttribute("done", "desk.done.saved");
        return new ModelAndView("redirect:/desk/minutes/" + minutes.id());
    }

    private static ModelAndView misread(DraftForm form, @Nullable MinutesId minutes, List<Misread> misread) {
        ModelAndView page = again(form, minutes, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("misread", misread);
        return page;
    }

    // what was typed stays on the page; the person decides whose text counts
    private static ModelAndView overtaken(DraftForm form, MinutesId minutes) {
        ModelAndView page = again(form, minutes, HttpStatus.PRECONDITION_FAILED);
        page.addObject("overtaken", true);
        return page;
    }

    private static ModelAndView again(DraftForm form, @Nullable MinutesId minutes, HttpStatus status) {
        var page = new ModelAndView(PAGE, status);
        page.addAllObjects(Map.of("form", form, "address", address(minutes)));
        page.addObject("minutes", minutes);
        return page;
    }

    private static String show(Model model, DraftForm form, @Nullable MinutesId minutes) {
        model.addAttribute("form", form);
        model.addAttribute("minutes", minutes);
        model.addAttribute("address", address(minutes));
        return PAGE;
    }

    private static String address(@Nullable MinutesId minutes) {
        return minutes == null ? "/desk/new" : "/desk/minutes/" + minutes + "/edit";
    }
}
