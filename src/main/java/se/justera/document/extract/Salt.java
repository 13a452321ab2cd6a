package se.justera.document.extract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes the hash of a matter unguessable: 128 random bits, 32 lower-case hex digits. It leaves the archive only
 * together with the matter it belongs to.
 */
public record Salt(@JsonValue String hex) {

    private static final int BYTES = 16;

    @JsonCreator
    public Salt {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a salt has 32 lower-case hex digits");
        }
    }

    /** As many fresh salts as there are matters. */
    public static List<Salt> fresh(int count, SecureRandom random) {
        var salts = new ArrayList<Salt>();
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < count; i++) {
            random.nextBytes(bytes);
            salts.add(new Salt(HexFormat.of().formatHex(bytes)));
        }
        return List.copyOf(salts);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Says nothing of itself, so that it stands in no log. */
    @Override
    public String toString() {
        return "Salt";
    }
}
