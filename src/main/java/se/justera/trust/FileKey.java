package se.justera.trust;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.core.io.Resource;

/** The only key of a PKCS#12 store. */
final class FileKey implements KeyHandle {

    /** Bouncy Castle is four times as quick with EC keys as the provider of Java 17. */
    private static final Provider QUICK = new BouncyCastleProvider();

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private FileKey(KeyStore.PrivateKeyEntry entry) {
        this.key = entry.getPrivateKey();
        this.chain = Arrays.stream(entry.getCertificateChain())
                .map(X509Certificate.class::cast)
                .toList();
    }

    static FileKey read(KeySetting setting, Resource file, String password) {
        try (InputStream in = file.getInputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return new FileKey(onlyKey(setting, store, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusable(
                    "The key store that %s names (%s) cannot be read: %s. It must be PKCS#12 with the password of %s."
                            .formatted(setting.store(), file.getDescription(), e.getMessage(), setting.password()),
                    e);
        }
    }

    private static KeyStore.PrivateKeyEntry onlyKey(KeySetting setting, KeyStore store, String password)
            throws GeneralSecurityException {
        List<String> keys = Collections.list(store.aliases());
        keys.removeIf(alias -> !isKey(store, alias));
        if (keys.size() != 1) {
            throw new KeysUnusable("The key store that %s names holds %d keys; it must hold one."
                    .formatted(setting.store(), keys.size()));
        }
        return (KeyStore.PrivateKeyEntry)
                store.getEntry(keys.get(0), new KeyStore.PasswordProtection(password.toCharArray()));
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class);
        } catch (GeneralSecurityException e) {
            throw new KeysUnusable("the key store was not loaded", e);
        }
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
        Signature signature =
                key instanceof ECKey ? Signature.getInstance(algorithm, QUICK) : Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }
}
