package se.justera.ceremony.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import se.justera.document.PagePictures;
import se.justera.identification.Begun;
import se.justera.identification.Browser;

/** {@code /task/{token}}: GET shows and changes nothing, POST acts and answers 303 back to the page. */
@Controller
@RequestMapping("/task/{token}")
class TaskPage {

    private static final String KEY_ANSWER = "key.";

    private final Ceremony ceremony;
    private final TaskView view;
    private final PagePictures pictures;
    private final BrowserCookie cookie;
    private final ReturnCookie returns;

    TaskPage(Ceremony ceremony, TaskView view, PagePictures pictures, BrowserCookie cookie, ReturnCookie returns) {
        this.ceremony = ceremony;
        this.view = view;
        this.pictures = pictures;
        this.cookie = cookie;
        this.returns = returns;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return view.page(token, cookie.read(request), locale);
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
            Begun begun = form.act(ceremony, token, browser, keyAnswers(request));
            return begun == null || begun.isHere() ? TaskView.back(token) : goOn(token, form, begun, response);
        } catch (RuntimeException cause) {
            return view.refusal(token, form, browser, locale, cause);
        }
    }

    private ModelAndView goOn(String token, TaskForm form, Begun begun, HttpServletResponse response) {
        if (begun.elsewhere() != null) {
            // not a redirect: our policy lets no form lead to another site
            returns.give(response, begun, token);
            response.setHeader("Refresh", "0; url=" + begun.elsewhere());
        }
        return view.goOn(token, form, begun);
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
        return TaskView.closed(TaskProblem.of(cause));
    }

    private static Map<String, String> keyAnswers(HttpServletRequest request) {
        Map<String, String> answers = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(KEY_ANSWER)) {
                answers.put(name.substring(KEY_ANSWER.length()), values[0]);
            }
        });
        return answers;
    }
}
