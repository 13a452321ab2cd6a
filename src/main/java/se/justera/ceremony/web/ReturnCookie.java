package se.justera.ceremony.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.identification.Begun;

/**
 * Where somebody comes back to who has been sent to an identity provider: the link's token, which the provider must not
 * see and we do not store. One cookie an attempt, so that two links in one browser do not get mixed up.
 */
@Component
class ReturnCookie {

    static final String PATH = "/task/oidc/return";

    private static final String PREFIX = "justera-return-";
    private static final int TOLD_APART = 16;
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final PublicAddress address;

    ReturnCookie(PublicAddress address) {
        this.address = address;
    }

    void give(HttpServletResponse response, Begun begun, String token) {
        set(response, name(String.valueOf(begun.ticket())), token, GOOD_FOR);
    }

    Optional<String> token(HttpServletRequest request, String claimedState) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(claimedState)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    void takeBack(HttpServletResponse response, String claimedState) {
        set(response, name(claimedState), "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String name, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(address.origin().startsWith("https:"))
                .sameSite("Lax")
                .path(PATH)
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(String state) {
        String plain = state.replaceAll("[^A-Za-z0-9_-]", "");
        return PREFIX + plain.substring(0, Math.min(TOLD_APART, plain.length()));
    }
}
