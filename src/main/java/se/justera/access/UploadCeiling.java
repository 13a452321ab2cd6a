package se.justera.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request that says it is too large before anybody reads it. */
class UploadCeiling extends OncePerRequestFilter {

    private final AccessProperties limits;
    private final List<LargerUpload> larger;
    private final ProblemAnswers answers;

    UploadCeiling(AccessProperties limits, List<LargerUpload> larger, ProblemAnswers answers) {
        this.limits = limits;
        this.larger = List.copyOf(larger);
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= limitAt(request).toBytes()) {
            chain.doFilter(request, response);
        } else if (ProblemAnswers.isForPrograms(request)) {
            answers.write(tooLarge(), request, response);
        } else {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }

    private DataSize limitAt(HttpServletRequest request) {
        String asked = request.getServletPath();
        return larger.stream()
                .filter(upload -> upload.address().equals(asked))
                .findFirst()
                .map(LargerUpload::requestLimit)
                .orElseGet(limits::requestLimit);
    }

    private Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", limits.uploadLimit().toMegabytes());
    }
}
