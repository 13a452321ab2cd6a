package se.justera.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.operator.ContentSigner;

/** A configured key: the only one of a PKCS#12 store, or one of a PKCS#11 token. */
final class StoredKey implements SigningKey {

    private final KeySetting setting;
    private final KeyHandle handle;

    private StoredKey(KeySetting setting, KeyHandle handle) {
        this.setting = setting;
        this.handle = handle;
    }

    /**
     * Opens what a setting names.
     *
     * @param store a PKCS#12 file, or a PKCS#11 URI (RFC 7512)
     * @param password of the store, or the token's PIN
     */
    static StoredKey read(KeySetting setting, String store, String password) {
        return new StoredKey(
                setting,
                TokenAddress.is(store)
                        ? TokenKey.open(setting, TokenAddress.parse(setting, store), password)
                        : FileKey.read(setting, Locations.of(store), password));
    }

    KeySetting setting() {
        return setting;
    }

    X509Certificate certificate() {
        return chain().get(0);
    }

    @Override
    public List<X509Certificate> chain() {
        return handle.chain();
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) {
        try {
            return handle.sign(algorithm, data);
        } catch (GeneralSecurityException e) {
            throw new KeysUnusable("The key of %s does not sign: %s".formatted(setting.store(), e.getMessage()), e);
        }
    }

    /** The same for Bouncy Castle, with the algorithm that goes with the key. */
    ContentSigner contentSigner() {
        return new KeyContentSigner(
                this, SignatureAlgorithms.forKey(certificate().getPublicKey()));
    }
}
