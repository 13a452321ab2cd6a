package se.justera.notice.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.notice.Announcements;

/** What every association has on its notice boards just now; for everybody. */
@Controller
@RequestMapping("/board")
class BoardPage {

    private final Associations associations;
    private final Announcements announcements;

    BoardPage(Associations associations, Announcements announcements) {
        this.associations = associations;
        this.announcements = announcements;
    }

    /** An association and the last part of its board's address. */
    record Line(String name, String address) {}

    @GetMapping
    ModelAndView all() {
        List<Association> all = associations.all();
        if (all.size() == 1) {
            return new ModelAndView("redirect:/board/" + BoardAddress.of(all.get(0), all));
        }
        return new ModelAndView("notice/boards")
                .addObject(
                        "associations",
                        all.stream()
                                .map(one -> new Line(one.name(), BoardAddress.of(one, all)))
                                .toList());
    }

    @GetMapping("/{association}")
    ModelAndView one(@PathVariable String association, Locale locale) {
        Association found = BoardAddress.find(association, associations.all())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("notice/board")
                .addObject("association", found.name())
                .addObject(
                        "notices",
                        announcements.current(found.id()).stream()
                                .map(PublicNotice::of)
                                .toList());
    }
}
