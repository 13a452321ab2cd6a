package se.justera.access;

import org.springframework.security.core.AuthenticationException;

/** This account has failed too often from this address: 429. */
class TooManyLogins extends AuthenticationException {

    TooManyLogins() {
        super("too many failed logins, wait");
    }
}
