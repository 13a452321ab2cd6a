package se.justera.ceremony;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.justera.kernel.TenantId;

/**
 * A person's name for certificates within one association: the same in all its minutes, another in every other
 * association's. Who does not know the association's id, which is random, cannot try out whose it is.
 */
final class Pseudonym {

    private static final int BYTES = 12;

    private Pseudonym() {}

    /** @param email tells people of the same name apart */
    static String of(TenantId association, String name, String email) {
        ByteBuffer secret = ByteBuffer.allocate(2 * Long.BYTES);
        secret.putLong(association.value().getMostSignificantBits());
        secret.putLong(association.value().getLeastSignificantBits());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.array(), "HmacSHA256"));
            byte[] person =
                    (name.strip() + "\n" + email.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
            return "p-" + HexFormat.of().formatHex(mac.doFinal(person), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
