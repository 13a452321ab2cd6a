package se.justera.identification;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An identification that has begun.
 *
 * @param elsewhere where the browser goes on; null where the answer is given here
 * @param ticket comes back with the answer from elsewhere
 * @param forBrowser what the browser's own WebAuthn needs, as JSON; null where it takes no part
 */
public record Begun(
        @Nullable URI elsewhere,
        @Nullable String ticket,
        @Nullable String forBrowser) {

    /** Whether it goes on on the page itself. */
    public boolean isHere() {
        return elsewhere == null && forBrowser == null;
    }

    static Begun here() {
        return new Begun(null, null, null);
    }

    static Begun at(URI elsewhere, String ticket) {
        return new Begun(elsewhere, ticket, null);
    }

    static Begun inBrowser(String options) {
        return new Begun(null, null, options);
    }
}
