package se.justera.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key in a PKCS#11 token (an HSM): it signs there and never leaves. A session that was lost – the device was restarted,
 * or logged us out – is opened once more for each signature that fails; a PIN that was refused is not tried again,
 * because tokens lock themselves.
 */
final class TokenKey implements KeyHandle {

    private static final Logger log = LoggerFactory.getLogger(TokenKey.class);

    private final KeySetting setting;
    private final TokenAddress address;
    private final char[] pin;
    private final List<X509Certificate> chain;
    private Session session;
    private boolean pinRefused;

    /** An open login with the key in it. */
    private record Session(Provider provider, PrivateKey key, List<X509Certificate> chain) {

        byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
            try {
                Signature signature = Signature.getInstance(algorithm, provider);
                signature.initSign(key);
                signature.update(data);
                return signature.sign();
            } catch (ProviderException e) {
                throw new GeneralSecurityException(reason(e), e);
            }
        }
    }

    private TokenKey(KeySetting setting, TokenAddress address, String pin) {
        this.setting = setting;
        this.address = address;
        this.pin = pin.toCharArray();
        this.session = logIn();
        this.chain = session.chain();
    }

    static TokenKey open(KeySetting setting, TokenAddress address, String pin) {
        return new TokenKey(setting, address, pin);
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
        Session before = current();
        try {
            return before.sign(algorithm, data);
        } catch (GeneralSecurityException lost) {
            log.warn("the token of {} does not sign ({}); logging in again", setting.store(), reason(lost));
            return again(before).sign(algorithm, data);
        }
    }

    private synchronized Session current() {
        return session;
    }

    /** Another thread may have logged in meanwhile. */
    @SuppressWarnings("ReferenceEquality") // the very session, not one like it
    private synchronized Session again(Session before) {
        if (session == before) {
            session = logIn();
        }
        return session;
    }

    private Session logIn() {
        if (pinRefused) {
            throw refused("refused its PIN; set the right one and start again", null);
        }
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(address.providerSettings());
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return session(provider, store);
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            pinRefused = isPinRefused(e);
            throw refused("cannot be opened: " + reason(e), e);
        }
    }

    private Session session(Provider provider, KeyStore store) throws GeneralSecurityException {
        Certificate[] certificates = store.getCertificateChain(address.object());
        if (certificates == null || !(store.getKey(address.object(), pin) instanceof PrivateKey key)) {
            throw refused(
                    "holds no private key with a certificate of the label \"%s\"".formatted(address.object()), null);
        }
        return new Session(
                provider,
                key,
                Arrays.stream(certificates).map(X509Certificate.class::cast).toList());
    }

    private static boolean isPinRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecoverableKeyException
                    || String.valueOf(cause.getMessage()).startsWith("CKR_PIN")) {
                return true;
            }
        }
        return false;
    }

    /** The device's own word (CKR_…) where there is one. */
    private static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private KeysUnusable refused(String why, @Nullable Throwable cause) {
        String sentence = "The PKCS#11 token of %s %s.".formatted(setting.store(), why);
        return cause == null ? new KeysUnusable(sentence) : new KeysUnusable(sentence, cause);
    }
}
