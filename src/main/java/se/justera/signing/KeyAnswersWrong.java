package se.justera.signing;

/** What the signer gave is not what the keeper of their key wants; nothing has been signed. */
public class KeyAnswersWrong extends SigningFailed {

    KeyAnswersWrong(String keeper) {
        super(keeper + " does not take the signer's PIN or code.");
    }
}
