package se.justera.validation.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** Reads trust stores: the certificates in them that stand alone, without a key. */
public final class KeyStores {

    private KeyStores() {}

    /**
     * The trusted certificates of a PKCS#12 or JKS store.
     *
     * @throws GeneralSecurityException if it is no store
     * @throws IOException if it is no store, or the password is wrong
     */
    public static List<Certificate> certificates(byte[] store, @Nullable String password)
            throws GeneralSecurityException, IOException {
        // a JKS is recognised by the platform's PKCS12 as well
        List<Certificate> certificates = certificates(KeyStore.getInstance("PKCS12"), store, password);
        if (certificates.isEmpty() && store.length > 0 && store[0] == 0x30) {
            // written by OpenSSL, without the attribute by which Java knows a trusted certificate
            return certificates(KeyStore.getInstance("PKCS12", new BouncyCastleProvider()), store, password);
        }
        return certificates;
    }

    private static List<Certificate> certificates(KeyStore store, byte[] bytes, @Nullable String password)
            throws GeneralSecurityException, IOException {
        store.load(new ByteArrayInputStream(bytes), password == null ? null : password.toCharArray());
        List<Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                certificates.add(store.getCertificate(alias));
            }
        }
        return certificates;
    }
}
