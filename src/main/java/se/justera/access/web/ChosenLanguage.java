package se.justera.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Swedish unless somebody chooses English: by {@code ?lang=en}, which a cookie then remembers, or, for programs that
 * call the API, by Accept-Language. A browser's own preference does not count on pages: most are set to English by
 * people who never chose it.
 */
class ChosenLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "justera_lang";
    static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return named(queryParameter(request))
                .or(() -> named(cookie(request)))
                .or(() -> accepted(request))
                .orElse(SWEDISH);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The language named by the address itself, if it is one of ours. */
    static Optional<Locale> asked(HttpServletRequest request) {
        return named(queryParameter(request));
    }

    // getParameter would read, and so spoil, the body of an upload
    private static @Nullable String queryParameter(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(PARAMETER + "=")) {
                return pair.substring(PARAMETER.length() + 1);
            }
        }
        return null;
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        boolean program = request.getRequestURI().startsWith("/api/");
        boolean says = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        return program && says ? named(request.getLocale().getLanguage()) : Optional.empty();
    }

    private static Optional<Locale> named(@Nullable String language) {
        if ("en".equals(language)) {
            return Optional.of(Locale.ENGLISH);
        }
        return "sv".equals(language) ? Optional.of(SWEDISH) : Optional.empty();
    }
}
