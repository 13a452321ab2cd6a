package se.justera.trust.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import se.justera.trust.KeysUnusable;
import se.justera.trust.PublishedAuthority;
import se.justera.trust.TimeStampAuthority;
import se.justera.trust.TimeStampRefused;

/** Questions in, signed answers out; each is read up to a limit, and counted. */
final class SignedAnswers {

    private static final int LARGEST_QUESTION = 16 * 1024;

    private SignedAnswers() {}

    /** {@code /tsa} (RFC 3161, 3.4), in demo mode. */
    @RestController
    @Profile("demo")
    static class Tsa {

        private final TimeStampAuthority authority;
        private final CallLimit limit;

        Tsa(TimeStampAuthority authority, CallLimit limit) {
            this.authority = authority;
            this.limit = limit;
        }

        @PostMapping(path = "/tsa", consumes = "application/timestamp-query")
        ResponseEntity<byte[]> stamp(HttpServletRequest request) throws IOException {
            limit.count("tsa", request.getRemoteAddr());
            return answer("application/timestamp-reply", authority.answer(question(request)));
        }
    }

    /** {@code /ocsp} (RFC 6960, appendix A), for the issuing authority. */
    @RestController
    static class Ocsp {

        private final PublishedAuthority authority;
        private final CallLimit limit;

        Ocsp(PublishedAuthority authority, CallLimit limit) {
            this.authority = authority;
            this.limit = limit;
        }

        @PostMapping(path = "/ocsp", consumes = "application/ocsp-request")
        ResponseEntity<byte[]> state(HttpServletRequest request) throws IOException {
            limit.count("ocsp", request.getRemoteAddr());
            return answer("application/ocsp-response", authority.ocsp(question(request)));
        }
    }

    /** Plain text: who asks here is a program that wants nothing else than the answer. */
    @RestControllerAdvice(assignableTypes = {Tsa.class, Ocsp.class})
    static class Refusals {

        @ExceptionHandler(CallLimit.TooMany.class)
        ResponseEntity<String> tooMany() {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", "60")
                    .body("Too many questions from this address; wait a minute.");
        }

        @ExceptionHandler(TooLong.class)
        ResponseEntity<String> tooLong() {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body("A question has at most " + LARGEST_QUESTION + " bytes.");
        }

        @ExceptionHandler({TimeStampRefused.class, KeysUnusable.class})
        ResponseEntity<String> notNow() {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("The key does not answer; try later.");
        }
    }

    private static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static byte[] question(HttpServletRequest request) throws IOException {
        byte[] question = request.getInputStream().readNBytes(LARGEST_QUESTION + 1);
        if (question.length > LARGEST_QUESTION) {
            throw new TooLong();
        }
        return question;
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] body) {
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
