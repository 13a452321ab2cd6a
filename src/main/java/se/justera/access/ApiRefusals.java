package se.justera.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What the API's filters answer: 401 with a challenge, 429 after too many tries, 403. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemAnswers answers;

    ApiRefusals(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyLogins) {
            answers.write(Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-logins"), request, response);
            return;
        }
        var challenge = new HttpHeaders();
        challenge.set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Justera\", charset=\"UTF-8\"");
        answers.write(Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in").with(challenge), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        String code = reason instanceof CsrfException ? "no-csrf-token" : "not-allowed";
        answers.write(Problem.of(HttpStatus.FORBIDDEN, code), request, response);
    }
}
