package se.justera.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password only while there are tries left. */
class GuardedLogin implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final LoginTries tries;

    GuardedLogin(AuthenticationProvider passwords, LoginTries tries) {
        this.passwords = passwords;
        this.tries = tries;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication claimed) {
        String account = claimed.getName();
        String address = claimed.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (tries.isExhausted(account, address)) {
            throw new TooManyLogins();
        }
        try {
            Authentication proven = passwords.authenticate(claimed);
            tries.succeeded(account, address);
            return proven;
        } catch (BadCredentialsException e) {
            tries.failed(account, address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }
}
