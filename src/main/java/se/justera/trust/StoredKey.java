package se.justera.trust;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.core.io.Resource;

/** The only key of a PKCS#12 store. */
final class StoredKey implements SigningKey {

    private final String property;
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private StoredKey(String property, KeyStore.PrivateKeyEntry entry) {
        this.property = property;
        this.key = entry.getPrivateKey();
        this.chain = Arrays.stream(entry.getCertificateChain())
                .map(X509Certificate.class::cast)
                .toList();
    }

    /**
     * Reads a store.
     *
     * @param property the setting that named it, for sentences about it
     */
    static StoredKey read(String property, Resource file, String password) {
        try (InputStream in = file.getInputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return new StoredKey(property, onlyKey(property, store, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusable(
                    "The key store that justera.trust.%1$s-store names (%2$s) cannot be read: %3$s. It must be PKCS#12 with the password of justera.trust.%1$s-password."
                            .formatted(property, file.getDescription(), e.getMessage()),
                    e);
        }
    }

    private static KeyStore.PrivateKeyEntry onlyKey(String property, KeyStore store, String password)
            throws GeneralSecurityException {
        List<String> keys = Collections.list(store.aliases());
        keys.removeIf(alias -> !isKey(store, alias));
        if (keys.size() != 1) {
            throw new KeysUnusable("The key store that justera.trust.%s-store names holds %d keys; it must hold one."
                    .formatted(property, keys.size()));
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

    /** The setting that named the store: {@code seal}, {@code issuing-ca} or {@code tsa}. */
    String property() {
        return property;
    }

    PrivateKey privateKey() {
        return key;
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new KeysUnusable("The key of justera.trust.%s-store does not sign: %s".formatted(property, e), e);
        }
    }
}
