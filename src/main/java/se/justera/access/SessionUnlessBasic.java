package se.justera.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The API's callers: whoever sends HTTP Basic is only who that says, the rest are who their session says. So a request
 * without CSRF token never acts with a session's rights.
 */
class SessionUnlessBasic implements SecurityContextRepository {

    private final SecurityContextRepository session = new HttpSessionSecurityContextRepository();
    private final SecurityContextRepository request = new RequestAttributeSecurityContextRepository();

    static boolean isBasic(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest caller) {
        return of(caller).loadDeferredContext(caller);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        Supplier<SecurityContext> context = loadDeferredContext(holder.getRequest());
        return context.get();
    }

    // nothing that happens in the API signs anybody in for longer than the request
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest caller, HttpServletResponse response) {
        request.saveContext(context, caller, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest caller) {
        return of(caller).containsContext(caller);
    }

    private SecurityContextRepository of(HttpServletRequest caller) {
        return isBasic(caller) ? request : session;
    }
}
