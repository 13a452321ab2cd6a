package se.justera.signing;

/** The signer has no key with its keeper that may be used: none, disabled, expired, or another person's. */
public class KeyRefused extends SigningFailed {

    KeyRefused(String keeper, String why) {
        super("%s has no key for this signer that can be used: %s.".formatted(keeper, why));
    }
}
