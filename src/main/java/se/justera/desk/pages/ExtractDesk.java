package se.justera.desk.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.justera.access.CurrentStaff;
import se.justera.desk.ChosenItems;
import se.justera.desk.Extracts;
import se.justera.desk.MinutesIds;
import se.justera.desk.PdfAnswer;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;

/** Where staff tick the matters that an extract is made of. */
@Controller
@RequestMapping("/desk/minutes/{id}/extract")
class ExtractDesk {

    private static final int LONGEST_HINT = 140;

    private final MinuteBook book;
    private final Extracts extracts;

    ExtractDesk(MinuteBook book, Extracts extracts) {
        this.book = book;
        this.extracts = extracts;
    }

    @GetMapping
    ModelAndView choose(CurrentStaff staff, @PathVariable String id) {
        return page(adjusted(staff, id), HttpStatus.OK);
    }

    @PostMapping
    Object make(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<Integer> positions) {
        MinutesView minutes = adjusted(staff, id);
        if (positions == null || positions.isEmpty()) {
            return page(minutes, HttpStatus.UNPROCESSABLE_CONTENT).addObject("nothing", true);
        }
        byte[] pdf = extracts.make(staff, minutes.id(), new ChosenItems(null, List.copyOf(positions)));
        return PdfAnswer.of(pdf, minutes, "utdrag");
    }

    private MinutesView adjusted(CurrentStaff staff, String id) {
        MinutesView minutes = book.view(staff.tenant(), MinutesIds.of(id));
        if (!minutes.state().isAdjusted()) {
            throw new MinutesRefused.WrongState(minutes.state(), "be copied");
        }
        return minutes;
    }

    private static ModelAndView page(MinutesView minutes, HttpStatus status) {
        List<Item> items = minutes.draft().items();
        Draft.Numbering numbering = minutes.draft().numbering();
        String sign = numbering != null && Boolean.FALSE.equals(numbering.spaced()) ? "§" : "§ ";
        var lines = IntStream.range(0, items.size())
                .mapToObj(i -> Map.of("position", i, "name", name(items.get(i), sign), "hint", hint(items.get(i))))
                .toList();
        var page = new ModelAndView("desk/extract", status);
        page.addObject("minutes", minutes);
        page.addObject("title", MinutesTitle.of(minutes.draft()));
        page.addObject("lines", lines);
        page.addObject("of", minutes.draft().kind() == MinutesKind.NOTES ? ".notes" : "");
        return page;
    }

    /** @param sign before the number, as the minutes write it */
    private static String name(Item item, String sign) {
        String heading =
                Objects.requireNonNullElse(item.headingWithoutMarks(), "").strip();
        return item.number() == null ? heading : (sign + item.number() + " " + heading).strip();
    }

    /** How the matter begins, so that nobody mistakes it for another. */
    private static String hint(Item item) {
        String text = Stream.concat(
                        item.blocks().stream().map(block -> block.text()),
                        item.decisions().stream().map(decision -> decision.text()))
                .filter(words -> words != null && !words.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse("");
        return text.length() <= LONGEST_HINT
                ? text
                : text.substring(0, LONGEST_HINT).strip() + "…";
    }
}
