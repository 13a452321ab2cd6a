package se.justera.trust;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A token of SoftHSM2 (Debian: softhsm2), a real PKCS#11 module that keeps its keys in files. The library reads the
 * variable SOFTHSM2_CONF of this process, which the build sets, and sees only the tokens that there were when it was
 * first used.
 */
final class SoftHsm {

    static final String PIN = "4711";
    private static final String OFFICER_PIN = "471147";

    private static final boolean CI = System.getenv("CI") != null;
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    /** Keys that are made in the token, stay in it, and do nothing but sign. */
    private static final String ATTRIBUTES = """
            attributes(generate, CKO_PRIVATE_KEY, *) = {
              CKA_TOKEN = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_SIGN = true
              CKA_DECRYPT = false
              CKA_UNWRAP = false
              CKA_DERIVE = false
            }
            attributes(generate, CKO_PUBLIC_KEY, *) = {
              CKA_TOKEN = true
              CKA_VERIFY = true
            }
            """;

    private final Path library;
    private final String slot;

    private SoftHsm(Path library, String slot) {
        this.library = library;
        this.slot = slot;
    }

    /** Throws away all tokens there were. */
    static void clean() {
        String settings = System.getenv("SOFTHSM2_CONF");
        required(settings != null, "SOFTHSM2_CONF is not set; HSMs are not tried");
        try {
            Path folder = Objects.requireNonNull(
                    Path.of(Objects.requireNonNull(settings)).toAbsolutePath().getParent());
            FileSystemUtils.deleteRecursively(folder);
            Path tokens = Files.createDirectories(folder.resolve("tokens"));
            Files.writeString(Path.of(settings), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SoftHsm token(String label) {
        Path library = library();
        Tool.Run run = Tool.run(
                "softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", OFFICER_PIN, "--pin", PIN);
        Matcher matcher = SLOT.matcher(run.output());
        if (!matcher.find()) {
            throw new IllegalStateException(run.output());
        }
        return new SoftHsm(library, matcher.group(1));
    }

    private static Path library() {
        List<Path> places = Stream.of(
                        "/usr/lib/softhsm", "/usr/lib64/pkcs11", "/usr/lib64/softhsm", "/usr/local/lib/softhsm")
                .map(folder -> Path.of(folder, "libsofthsm2.so"))
                .filter(Files::exists)
                .toList();
        required(!places.isEmpty(), "SoftHSM2 (Debian: softhsm2) is not installed; HSMs are not tried");
        return places.get(0);
    }

    private static void required(boolean there, String otherwise) {
        if (!there && CI) {
            throw new IllegalStateException(otherwise);
        }
        assumeTrue(there, otherwise);
    }

    /** Makes a P-256 key in the token and stores it with the certificates that are made for it. */
    void make(String label, Function<PublicKey, List<X509Certificate>> certified) {
        try {
            Provider provider = provider();
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, PIN.toCharArray());
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            Certificate[] chain = certified.apply(keys.getPublic()).toArray(Certificate[]::new);
            store.setKeyEntry(label, keys.getPrivate(), null, chain);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Provider provider() {
        return Security.getProvider("SunPKCS11")
                .configure("--name = Maker\nlibrary = " + library + "\nslot = " + slot + "\n" + ATTRIBUTES);
    }

    /** As a setting names one of its keys. */
    String uri(String label) {
        return "pkcs11:slot-id=%s;object=%s?module-path=%s".formatted(slot, label, library);
    }

    /** Ends every login of this process at the token, as a restarted device does. */
    void forgetLogins() {
        try {
            ((AuthProvider) provider()).logout();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties the token, as somebody does who sets the device up anew. */
    void erase() {
        Tool.Run run = Tool.run(
                "softhsm2-util",
                "--init-token",
                "--slot",
                slot,
                "--label",
                "other",
                "--so-pin",
                OFFICER_PIN,
                "--pin",
                "0815");
        if (run.exit() != 0) {
            throw new IllegalStateException(run.output());
        }
    }
}
