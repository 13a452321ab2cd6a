package se.justera.desk.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.justera.access.CurrentStaff;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesPage;
import se.justera.minutes.MinutesState;

/** The list of minutes. */
@Controller
class ListDesk {

    private final MinuteBook book;

    ListDesk(MinuteBook book) {
        this.book = book;
    }

    @GetMapping("/desk")
    String list(
            CurrentStaff staff,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        MinutesState only = state(state);
        MinutesPage lines = book.list(staff.tenant(), only, q, Math.max(page, 0));
        model.addAttribute("lines", lines);
        model.addAttribute("pages", (lines.total() + MinutesPage.SIZE - 1) / MinutesPage.SIZE);
        model.addAttribute("states", MinutesState.values());
        model.addAttribute("state", only);
        model.addAttribute("q", q == null ? "" : q.strip());
        return "desk/list";
    }

    // an address typed by hand shows everything rather than an error
    private static @Nullable MinutesState state(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? null : MinutesState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
