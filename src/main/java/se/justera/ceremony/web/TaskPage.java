package se.justera.ceremony.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.justera.ceremony.Ceremony;
import se.justera.ceremony.LinkRefused;
import se.justera.ceremony.Task;
import se.justera.ceremony.TaskStep;
import se.justera.document.PagePictures;
import se.justera.document.Typesetter;
import se.justera.identification.Browser;

/** {@code /task/{token}}: GET shows and changes nothing, POST acts and answers 303 back to the page. */
@Controller
@RequestMapping("/task/{token}")
class TaskPage {

    private static final Logger LOG = LoggerFactory.getLogger(TaskPage.class);

    private final Ceremony ceremony;
    private final Typesetter typesetter;
    private final PagePictures pictures;
    private final BrowserCookie cookie;

    TaskPage(Ceremony ceremony, Typesetter typesetter, PagePictures pictures, BrowserCookie cookie) {
        this.ceremony = ceremony;
        this.typesetter = typesetter;
        this.pictures = pictures;
        this.cookie = cookie;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return page(token, cookie.read(request), locale);
    }

    @PostMapping
    Object act(
            @PathVariable String token,
            TaskForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Browser browser = cookie.readOrGive(request, response);
        try {
            form.act(ceremony, token, browser);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "/task/" + token)
                    .build();
        } catch (RuntimeException cause) {
            return refusal(token, form, browser, locale, cause);
        }
    }

    @GetMapping("/document.pdf")
    ResponseEntity<byte[]> document(@PathVariable String token, HttpServletRequest request) {
        byte[] pdf = ceremony.document(token, cookie.read(request));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("protokoll.pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    @GetMapping("/pages")
    String pages(@PathVariable String token, HttpServletRequest request, Model model) {
        byte[] pdf = ceremony.document(token, cookie.read(request));
        model.addAttribute("token", token);
        model.addAttribute("pages", pictures.pageCount(pdf));
        return "task/pages";
    }

    @GetMapping("/pages/{number}.png")
    ResponseEntity<byte[]> picture(@PathVariable String token, @PathVariable int number, HttpServletRequest request) {
        byte[] pdf = ceremony.document(token, cookie.read(request));
        if (number < 1 || number > pictures.pageCount(pdf)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(pictures.png(pdf, number));
    }

    /** Refusals of what only reads: a page with the sentence. */
    @ExceptionHandler(LinkRefused.class)
    ModelAndView refused(LinkRefused cause) {
        return closed(TaskProblem.of(cause));
    }

    private ModelAndView refusal(String token, TaskForm form, Browser browser, Locale locale, RuntimeException cause) {
        TaskProblem problem = TaskProblem.of(cause);
        if (problem.status().is5xxServerError()) {
            LOG.error("{}: {}", cause.getClass().getSimpleName(), cause.getMessage());
        }
        if (problem.closesThePage()) {
            return closed(problem);
        }
        ModelAndView page = page(token, browser, locale);
        page.setStatus(problem.status());
        page.addObject("problem", problem);
        page.addObject("form", form);
        return page;
    }

    private ModelAndView page(String token, Browser browser, Locale locale) {
        Task task = ceremony.look(token, browser);
        var page = new ModelAndView("task/task");
        page.addObject("token", token);
        page.addObject("task", task);
        page.addObject("form", TaskForm.EMPTY);
        page.addObject("text", TaskText.of(task));
        boolean reads = task.step() == TaskStep.REVIEW || task.step() == TaskStep.SIGN;
        if (task.identified() && reads) {
            page.addObject("article", typesetter.html(task.minutes().draft(), locale));
        }
        return page;
    }

    private static ModelAndView closed(TaskProblem problem) {
        var page = new ModelAndView("task/closed");
        page.setStatus(problem.status());
        page.addObject("problem", problem);
        return page;
    }
}
