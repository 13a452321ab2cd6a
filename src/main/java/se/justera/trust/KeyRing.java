package se.justera.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that this installation signs with. They were tried when it started. */
public interface KeyRing {

    /**
     * The seal of an association: its own where one is configured, or else the installation's.
     *
     * @param orgNumber the association's, from its own record and never from a draft; null if it has none
     */
    SigningKey seal(@Nullable String orgNumber);

    /** All configured keys and when they expire. */
    List<KeyState> states();

    /**
     * True where any of the keys or trust anchors is a published sample: whatever is signed has no value as evidence, and
     * documents say "provunderskrift".
     */
    boolean trial();
}
