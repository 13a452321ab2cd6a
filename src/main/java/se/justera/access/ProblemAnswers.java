package se.justera.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Tells a {@link Problem} in the reader's language: to programs as RFC 9457, to people as a page. Never a stack trace. */
@Component
public class ProblemAnswers {

    private final MessageSource messages;
    private final LocaleResolver languages;
    private final JsonMapper json;

    ProblemAnswers(MessageSource messages, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    /** True for what programs call; everything else is a page. */
    public static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/services/");
    }

    public ResponseEntity<ProblemDetail> json(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(problem, languages.resolveLocale(request)));
    }

    /** The page {@code error.html} with the problem's words. */
    public ModelAndView page(Problem problem, HttpServletRequest request) {
        ProblemDetail detail = detail(problem, languages.resolveLocale(request));
        var page = new ModelAndView("error", problem.status());
        page.addObject("status", problem.status().value());
        page.addObject("title", detail.getTitle());
        page.addObject("detail", detail.getDetail());
        return page;
    }

    /** For filters, which are not yet among controllers. */
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), detail(problem, languages.resolveLocale(request)));
    }

    private ProblemDetail detail(Problem problem, Locale locale) {
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("urn:justera:problem:" + problem.code()));
        detail.setTitle(words(problem, "title", locale));
        detail.setDetail(words(problem, "detail", locale));
        problem.properties().forEach(detail::setProperty);
        return detail;
    }

    private String words(Problem problem, String part, Locale locale) {
        return messages.getMessage(
                "problem." + problem.code() + "." + part, problem.words().toArray(), locale);
    }
}
