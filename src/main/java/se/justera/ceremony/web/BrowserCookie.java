package se.justera.ceremony.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.identification.Browser;

/**
 * Knows a browser again by a secret of its own, independent of any session: the link works whoever is signed in there.
 */
@Component
class BrowserCookie {

    private static final String NAME = "justera-browser";
    private static final Browser STRANGER = new Browser("");

    private final SecureRandom random;
    private final PublicAddress address;

    BrowserCookie(SecureRandom random, PublicAddress address) {
        this.random = random;
        this.address = address;
    }

    /** The browser of a request; a stranger if it has no cookie, and nobody is identified as a stranger. */
    Browser read(HttpServletRequest request) {
        return known(request).orElse(STRANGER);
    }

    /** The browser of a request, given a cookie if it has none. */
    Browser readOrGive(HttpServletRequest request, HttpServletResponse response) {
        return known(request).orElseGet(() -> give(response));
    }

    private Browser give(HttpServletResponse response) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        var browser = new Browser(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        ResponseCookie cookie = ResponseCookie.from(NAME, browser.secret())
                .httpOnly(true)
                .secure(address.origin().startsWith("https:"))
                .sameSite("Lax")
                .path("/task")
                .maxAge(Duration.ofDays(1))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return browser;
    }

    private static Optional<Browser> known(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(NAME) && c.getValue().length() >= 40)
                        .map(c -> new Browser(c.getValue()))
                        .findFirst();
    }
}
