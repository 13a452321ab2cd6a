package se.justera.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptCrlsTests {

    private static final Path SAMPLE = Path.of("certs-sample");

    @Test
    void aListIsVerifiedOnceInOneValidation() {
        List<CRLValidity> both = KeptCrls.during(() -> List.of(asked(), asked()));
        assertThat(both.get(0).isValid()).isTrue();
        assertThat(both.get(1)).isSameAs(both.get(0));
    }

    @Test
    void nothingIsKeptForTheNext() {
        CRLValidity first = KeptCrls.during(KeptCrlsTests::asked);
        assertThat(KeptCrls.during(KeptCrlsTests::asked)).isNotSameAs(first);
        assertThat(asked()).isNotSameAs(asked());
    }

    /** As DSS asks: it finds ours by itself. */
    private static CRLValidity asked() {
        try {
            byte[] list = Files.readAllBytes(SAMPLE.resolve("root-ca.crl"));
            CertificateToken root =
                    DSSUtils.loadCertificate(SAMPLE.resolve("trust/root-ca.pem").toFile());
            return CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(list), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
