package se.justera.signing;

/** A signature or time-stamp is longer than what the document keeps free for it. */
final class NoRoom extends SigningFailed {

    NoRoom(int needed, int reserved) {
        super("The signature needs %d bytes, but only %d are reserved for it.".formatted(needed, reserved));
    }
}
