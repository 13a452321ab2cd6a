package se.justera.ceremony.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.justera.ceremony.Ceremony;
import se.justera.identification.Browser;
import se.justera.identification.IdentificationRefused;

/** Where an identity provider sends the browser back to (OpenID Connect Core 1.0, 3.1.2.5). */
@Controller
class ProviderReturn {

    private final Ceremony ceremony;
    private final TaskView view;
    private final BrowserCookie cookie;
    private final ReturnCookie returns;

    ProviderReturn(Ceremony ceremony, TaskView view, BrowserCookie cookie, ReturnCookie returns) {
        this.ceremony = ceremony;
        this.view = view;
        this.cookie = cookie;
        this.returns = returns;
    }

    @GetMapping(ReturnCookie.PATH + "/{provider}")
    Object back(
            @PathVariable String provider,
            @RequestParam Map<String, String> claimedAnswer,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String state = claimedAnswer.getOrDefault("state", "");
        Optional<String> token = returns.token(request, state);
        if (token.isEmpty()) {
            return TaskView.closed(TaskProblem.of(new IdentificationRefused.Stale()));
        }
        returns.takeBack(response, state);
        Browser browser = cookie.read(request);
        try {
            ceremony.prove(token.get(), browser, "oidc:" + provider, claimedAnswer);
            return TaskView.back(token.get());
        } catch (RuntimeException cause) {
            return view.refusal(token.get(), TaskForm.EMPTY, browser, locale, cause);
        }
    }
}
