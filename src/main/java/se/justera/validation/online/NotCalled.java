package se.justera.validation.online;

import java.io.IOException;

/** An address is not called, or not heard to the end. */
final class NotCalled extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param why in words of ours only: it is logged */
    NotCalled(String why) {
        super(why);
    }
}
