package se.justera.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Knows the published sample keys, wherever they were copied to: by the certificate of their root. */
final class SampleKeys {

    private final List<X509Certificate> root;

    SampleKeys() {
        root = Certificates.read(new ClassPathResource("certs-sample/trust/root-ca.pem"));
    }

    /** Whether any of the certificates is the sample root or issued by it. */
    boolean among(Stream<X509Certificate> certificates) {
        return certificates.anyMatch(certificate -> Certificates.vouchedForBy(root, certificate));
    }
}
