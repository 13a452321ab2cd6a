package se.justera.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.LocaleResolver;
import se.justera.access.Problem;
import se.justera.access.ProblemAnswers;

/**
 * Answers every exception that leaves a controller: programs get a problem detail, people a page in plain words. Before
 * the framework's own advice, whose words are English only.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final ProblemTable table;
    private final ProblemAnswers answers;
    private final LocaleResolver languages;

    Refusals(ProblemTable table, ProblemAnswers answers, LocaleResolver languages) {
        this.table = table;
        this.languages = languages;
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable
    Object answer(Exception cause, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (cause instanceof AccessDeniedException || cause instanceof AuthenticationException) {
            throw cause; // the filter chain's to answer
        }
        if (response.isCommitted()) {
            LOG.debug("the answer was broken off: {}", cause.toString());
            return null;
        }
        Problem problem = table.problemOf(cause, languages.resolveLocale(request));
        if (problem.status().is5xxServerError()) {
            LOG.error("{} could not be answered", request.getMethod(), cause);
        }
        return ProblemAnswers.isForPrograms(request) ? answers.json(problem, request) : answers.page(problem, request);
    }
}
