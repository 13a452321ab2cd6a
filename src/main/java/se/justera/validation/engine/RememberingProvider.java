package se.justera.validation.engine;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Bouncy Castle, which remembers what it has verified. The same certificates, lists and time-stamps stand under every
 * signature of a document and in each of its revisions; their ECDSA was a quarter of a validation.
 */
final class RememberingProvider extends Provider {

    private static final long serialVersionUID = 1L;
    private static final Map<String, List<String>> ALGORITHMS = Map.of(
            "NONEWITHECDSA", List.of(),
            "SHA256WITHECDSA", List.of("1.2.840.10045.4.3.2"),
            "SHA384WITHECDSA", List.of("1.2.840.10045.4.3.3"),
            "SHA512WITHECDSA", List.of("1.2.840.10045.4.3.4"));
    private static final int MOST = 8192;

    private final transient Provider plain = new BouncyCastleProvider();

    RememberingProvider() {
        super("Justera", "1", "Bouncy Castle with a memory");
        VerifiedBefore verified = new VerifiedBefore(MOST);
        ALGORITHMS.forEach(
                (name, identifiers) -> putService(new Remembering(this, name, identifiers, plain, verified)));
    }

    @Override
    public Service getService(String type, String algorithm) {
        Service remembering = super.getService(type, algorithm);
        return remembering == null ? plain.getService(type, algorithm) : remembering;
    }

    /** Loading the class is what sets DSS's provider, for the whole process and once. */
    static void use() {
        Once.begin();
    }

    private static final class Once {

        static {
            DSSSecurityProvider.setSecurityProvider(new RememberingProvider());
            // DSS also asks the JVM for it by its name, and may have told the JVM of another one before
            DSSSecurityProvider.initSystemProviders();
        }

        private static void begin() {}
    }

    private static final class Remembering extends Provider.Service {

        private final Provider plain;
        private final VerifiedBefore verified;

        Remembering(Provider provider, String name, List<String> identifiers, Provider plain, VerifiedBefore verified) {
            super(provider, "Signature", name, RememberedSignature.class.getName(), identifiers, null);
            this.plain = plain;
            this.verified = verified;
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            return new RememberedSignature(getAlgorithm(), plain, verified);
        }
    }
}
