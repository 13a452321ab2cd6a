package se.justera.validation;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** One address has had too many files validated in a short time. */
public final class TooManyUploads extends ErrorResponseException {

    public TooManyUploads() {
        super(HttpStatus.TOO_MANY_REQUESTS);
    }
}
