package se.justera.trust.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import se.justera.trust.KeysUnusable;
import se.justera.trust.PublishedAuthority;

/**
 * {@code GET /ocsp/} and the question in Base64 (RFC 6960, appendix A.1). Base64 has slashes, encoded or not, also two in
 * a row: the rest of the service takes no such address, so this is answered before any of it looks.
 */
final class OcspByGet extends OncePerRequestFilter {

    private static final String PATH = "/ocsp/";

    /** RFC 6960, A.1: longer questions are posted. */
    private static final int LONGEST = 255;

    private final PublishedAuthority authority;
    private final CallLimit limit;

    OcspByGet(PublishedAuthority authority, CallLimit limit) {
        this.authority = authority;
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || !request.getRequestURI().startsWith(PATH)
                || request.getRequestURI().length() == PATH.length();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limit.count("ocsp", request.getRemoteAddr());
            answer(response, authority.ocsp(question(request)));
        } catch (CallLimit.TooMany e) {
            response.setHeader("Retry-After", "60");
            response.sendError(429);
        } catch (KeysUnusable e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** What is no Base64 is no question either; the responder says so in its own way. */
    private static byte[] question(HttpServletRequest request) {
        String claimed = request.getRequestURI().substring(PATH.length());
        if (claimed.length() > 3 * LONGEST) {
            return new byte[0];
        }
        try {
            String base64 = URLDecoder.decode(claimed.replace("+", "%2B"), StandardCharsets.US_ASCII);
            return base64.length() > LONGEST ? new byte[0] : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static void answer(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType("application/ocsp-response");
        response.setHeader("Cache-Control", "max-age=60, public");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
