package se.justera.signing;

import java.util.List;

/** Whoever keeps the signer's key wants something of them first; nothing has been signed. */
public class KeyAnswersWanted extends SigningFailed {

    private final List<Field> fields;

    KeyAnswersWanted(List<Field> fields) {
        super("The keeper of the key wants an answer of the signer.");
        this.fields = List.copyOf(fields);
    }

    /** What is wanted, in the order in which it is asked. */
    public List<Field> fields() {
        return fields;
    }

    /**
     * One thing to type.
     *
     * @param id names the answer in {@link KeyChoice#claimedAnswers}
     * @param label the keeper's words for it
     * @param hint more of the keeper's words, may be empty
     */
    public record Field(String id, String label, String hint, boolean numeric) {}
}
