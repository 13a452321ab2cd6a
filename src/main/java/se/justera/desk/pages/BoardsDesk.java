package se.justera.desk.pages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.desk.BoardIds;
import se.justera.notice.BoardRefused;
import se.justera.notice.NoticeBoards;
import se.justera.notice.Office;

/** Where the administrator says on which boards the association announces, and who sees to it. */
@Controller
@RequestMapping("/desk/boards")
class BoardsDesk {

    private static final Logger LOG = LoggerFactory.getLogger(BoardsDesk.class);

    private final NoticeBoards boards;
    private final BoardChanges changes;

    BoardsDesk(NoticeBoards boards, BoardChanges changes) {
        this.boards = boards;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView show(CurrentStaff staff) {
        return page(staff, new Typed("", ""), boards.office(staff.tenant()));
    }

    @PostMapping
    ModelAndView add(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes after) {
        try {
            boards.add(staff.tenant(), staff.actor(), name, address);
        } catch (BoardRefused e) {
            return refused(page(staff, new Typed(name, address), boards.office(staff.tenant())), e);
        }
        return done(staff, after);
    }

    @PostMapping("/removal")
    ModelAndView remove(CurrentStaff staff, @RequestParam(defaultValue = "") String board, RedirectAttributes after) {
        boards.remove(staff.tenant(), staff.actor(), BoardIds.of(board));
        return done(staff, after);
    }

    @PostMapping("/office")
    ModelAndView move(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String keptAt,
            @RequestParam(defaultValue = "") String registrarEmail,
            RedirectAttributes after) {
        var office = new Office(keptAt, registrarEmail);
        try {
            boards.move(staff.tenant(), staff.actor(), office);
        } catch (BoardRefused e) {
            return refused(page(staff, new Typed("", ""), office), e);
        }
        return done(staff, after);
    }

    /** A board as somebody typed it; shown again if it cannot be. */
    record Typed(String name, String address) {}

    private ModelAndView page(CurrentStaff staff, Typed typed, Office office) {
        return new ModelAndView("desk/boards")
                .addObject("boards", boards.of(staff.tenant()))
                .addObject("changes", changes.of(staff.tenant()))
                .addObject("typed", typed)
                .addObject("office", office);
    }

    private static ModelAndView refused(ModelAndView page, BoardRefused why) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", why.getClass().getSimpleName());
    }

    private static ModelAndView done(CurrentStaff staff, RedirectAttributes after) {
        LOG.info("{} changed the notice boards of {}", staff.actor(), staff.tenant());
        after.addFlashAttribute("done", "desk.boards.done");
        return new ModelAndView("redirect:/desk/boards");
    }
}
