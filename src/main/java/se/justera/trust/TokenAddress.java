package se.justera.trust;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which key of which token, as a PKCS#11 URI (RFC 7512):
 * {@code pkcs11:slot-id=1;object=seal?module-path=/usr/lib/softhsm/libsofthsm2.so}.
 *
 * @param slot the slot's number; null for the first slot that holds a token
 * @param object the label of the key
 * @param module the path of the maker's library
 */
record TokenAddress(@Nullable String slot, String object, String module) {

    private static final String SCHEME = "pkcs11:";
    private static final Set<String> KNOWN = Set.of("slot-id", "object", "module-path", "type");

    static boolean is(String store) {
        return store.startsWith(SCHEME);
    }

    /** @throws KeysUnusable if it is none that names a key and a library */
    static TokenAddress parse(KeySetting setting, String uri) {
        Map<String, String> attributes = new HashMap<>();
        for (String part : uri.substring(SCHEME.length()).split("[;?&]", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length != 2 || !KNOWN.contains(pair[0])) {
                throw refused(setting, "has \"%s\", which is not understood".formatted(pair[0]));
            }
            attributes.put(pair[0], URLDecoder.decode(pair[1].replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        String slot = attributes.get("slot-id");
        if (slot != null && !slot.matches("\\d{1,10}")) {
            throw refused(setting, "has a slot-id that is no number");
        }
        return new TokenAddress(
                slot, wanted(setting, attributes, "object"), wanted(setting, attributes, "module-path"));
    }

    private static String wanted(KeySetting setting, Map<String, String> attributes, String name) {
        String value = attributes.getOrDefault(name, "");
        if (value.isBlank() || value.contains("\n") || value.contains("\"")) {
            throw refused(setting, "has no usable %s".formatted(name));
        }
        return value;
    }

    private static KeysUnusable refused(KeySetting setting, String why) {
        return new KeysUnusable(
                "The PKCS#11 URI of %s %s. Write it as pkcs11:slot-id=1;object=LABEL?module-path=/path/of/the/library.so (RFC 7512), and the PIN in %s."
                        .formatted(setting.store(), why, setting.password()));
    }

    /** The configuration of Java's PKCS#11 provider for this token. */
    String providerSettings() {
        String where = slot == null ? "slotListIndex = 0" : "slot = " + slot;
        return "--name = Justera\nlibrary = \"" + module + "\"\n" + where + "\n";
    }
}
