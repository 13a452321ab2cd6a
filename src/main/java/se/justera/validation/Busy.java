package se.justera.validation;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** So many files are being validated that there is no room for one more. */
public final class Busy extends ErrorResponseException {

    public Busy() {
        super(HttpStatus.SERVICE_UNAVAILABLE);
    }
}
