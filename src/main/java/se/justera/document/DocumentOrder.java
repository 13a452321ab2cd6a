package se.justera.document;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.document.extract.Salt;
import se.justera.minutes.Draft;

/**
 * What the typesetter needs to set minutes that are to be sealed and signed.
 *
 * @param draft the minutes; mail addresses in it are neither printed nor embedded
 * @param spaces one per person who signs, in printed order, each with a field name of its own
 * @param verificationCode printed on every page, e.g. {@code 7KQ4-M2XP-9TWB}
 * @param verificationAddress where anybody validates the document
 * @param trial true where the certificates are samples: the document says "provunderskrift"
 * @param letterhead with the association's logo, if it has one
 * @param salts one for each matter, if single matters are to be provable in extracts; else none
 */
public record DocumentOrder(
        Draft draft,
        List<SignatureSpace> spaces,
        String verificationCode,
        URI verificationAddress,
        boolean trial,
        @Nullable Letterhead letterhead,
        List<Salt> salts) {

    public DocumentOrder {
        spaces = List.copyOf(spaces);
        salts = List.copyOf(salts);
        if (spaces.stream().map(SignatureSpace::fieldName).distinct().count() < spaces.size()) {
            throw new IllegalArgumentException("two signature spaces have the same field name");
        }
    }

    public DocumentOrder(
            Draft draft, List<SignatureSpace> spaces, String verificationCode, URI verificationAddress, boolean trial) {
        this(draft, spaces, verificationCode, verificationAddress, trial, null, List.of());
    }

    public DocumentOrder(
            Draft draft,
            List<SignatureSpace> spaces,
            String verificationCode,
            URI verificationAddress,
            boolean trial,
            List<Salt> salts) {
        this(draft, spaces, verificationCode, verificationAddress, trial, null, salts);
    }
}
