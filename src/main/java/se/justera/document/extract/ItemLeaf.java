package se.justera.document.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import se.justera.kernel.Sha256;
import tools.jackson.databind.JsonNode;

/** The leaf of a matter: SHA-256 of 0x00, its salt's 16 bytes, and its canonical JSON (RFC 8785) in UTF-8. */
public final class ItemLeaf {

    private static final int LEAF = 0x00;

    private ItemLeaf() {}

    public static Sha256 of(Salt salt, JsonNode item) {
        var preimage = new ByteArrayOutputStream();
        preimage.write(LEAF);
        preimage.writeBytes(salt.bytes());
        preimage.writeBytes(canonical(item));
        return Sha256.of(preimage.toByteArray());
    }

    private static byte[] canonical(JsonNode item) {
        try {
            return new JsonCanonicalizer(item.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree can be written canonically", e);
        }
    }
}
