package se.justera.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The API's calls that need a CSRF token: changes made with a session, and changes with HTTP Basic that a browser says
 * another site caused (Fetch Metadata), for a browser also sends remembered Basic credentials by itself.
 */
class CrossSite implements RequestMatcher {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "TRACE", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return false;
        }
        if (SessionUnlessBasic.isBasic(request)) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site != null && !OWN.contains(site);
        }
        return request.getSession(false) != null;
    }
}
