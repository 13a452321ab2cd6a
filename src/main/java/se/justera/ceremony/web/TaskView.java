package se.justera.ceremony.web;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.justera.ceremony.Ceremony;
import se.justera.ceremony.Task;
import se.justera.ceremony.TaskStep;
import se.justera.document.Typesetter;
import se.justera.identification.Begun;
import se.justera.identification.Browser;
import se.justera.signing.KeyAnswersWanted;

/** The page behind a link as it is shown, and as it is shown when something has been refused. */
@Component
class TaskView {

    private static final Logger LOG = LoggerFactory.getLogger(TaskView.class);

    private final Ceremony ceremony;
    private final Typesetter typesetter;

    TaskView(Ceremony ceremony, Typesetter typesetter) {
        this.ceremony = ceremony;
        this.typesetter = typesetter;
    }

    static ResponseEntity<Void> back(String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/task/" + token)
                .build();
    }

    /** Where an identification goes on that has begun. */
    ModelAndView goOn(String token, TaskForm form, Begun begun) {
        var page = new ModelAndView(begun.elsewhere() == null ? "task/passkey" : "task/elsewhere");
        page.addObject("token", token);
        page.addObject("begun", begun);
        page.addObject("registers", "beginPasskey".equals(form.action()));
        return page;
    }

    ModelAndView refusal(String token, TaskForm form, Browser browser, Locale locale, RuntimeException cause) {
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
        if (cause instanceof KeyAnswersWanted wanted) {
            page.addObject("keyFields", wanted.fields());
        }
        return page;
    }

    ModelAndView page(String token, Browser browser, Locale locale) {
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

    static ModelAndView closed(TaskProblem problem) {
        var page = new ModelAndView("task/closed");
        page.setStatus(problem.status());
        page.addObject("problem", problem);
        return page;
    }
}
