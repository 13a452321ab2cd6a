package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.Store;
import org.junit.jupiter.api.Test;
import se.justera.trust.TestTrust;

/** How many bytes are kept free for a signature. */
class ContainerRoomTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private final TestTrust trust = TestTrust.sample(CLOCK);
    private boolean manyCertificates;
    private final Signing signing = TestSigning.of(
            trust.keys(), trust.authority(), new SometimesLong(), trust.anchors(), trust.revocation(), CLOCK);

    @Test
    void theFirstGetsAmpleRoomAndTheNextWhatTheyNeed() {
        byte[] sealed = signing.seal(FieldedPdf.make(), "Förbundet Exempel");
        byte[] preserved = signing.preserve(sign(sign(sealed, "sig_1"), "sig_2"));
        assertThat(containers(preserved))
                .hasSize(4)
                .startsWith(ContainerRoom.AMPLE)
                .last()
                .satisfies(timestamp -> assertThat(timestamp).isLessThan(ContainerRoom.AMPLE / 3));
        assertThat(containers(preserved).subList(1, 3))
                .allSatisfy(room -> assertThat(room).isBetween(ContainerRoom.AMPLE / 4, ContainerRoom.AMPLE * 2 / 3));
        assertThat(Pdfsig.validSignatures(preserved)).isEqualTo(3);
    }

    @Test
    void aTimestampThatIsLongerThanAllBeforeHasRoomAllTheSame() {
        byte[] first = sign(FieldedPdf.make(), "sig_1");
        manyCertificates = true;
        byte[] preserved = signing.preserve(sign(first, "sig_2"));
        assertThat(containers(preserved))
                .hasSize(3)
                .allSatisfy(room -> assertThat(room).isGreaterThanOrEqualTo(ContainerRoom.AMPLE));
        assertThat(Pdfsig.validSignatures(preserved)).isEqualTo(2);
    }

    private byte[] sign(byte[] pdf, String field) {
        return signing.sign(pdf, TestSigning.order(field, "Åsa Öhrn", CLOCK.instant(), "Justerare"));
    }

    private static List<Integer> containers(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().stream()
                    .sorted((one, other) -> one.getByteRange()[1] - other.getByteRange()[1])
                    .map(PDSignature::getByteRange)
                    .map(range -> (range[2] - range[1] - 2) / 2)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample authority, or another that sends many certificates along. */
    private final class SometimesLong implements TSPSource {

        private static final long serialVersionUID = 1L;

        @Override
        public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
            TimestampBinary timestamp = trust.timeStamps().getTimeStampResponse(algorithm, digest);
            return manyCertificates ? withMoreCertificates(timestamp) : timestamp;
        }

        private TimestampBinary withMoreCertificates(TimestampBinary timestamp) {
            try {
                CMSSignedData token = new CMSSignedData(timestamp.getBytes());
                List<Object> all = new ArrayList<>(trust.anchors().certificates());
                all.addAll(trust.keys().seal(null).chain());
                all.addAll(new OneTimeKeys(trust.authority(), new SecureRandom())
                        .keyFor(TestSigning.order("sig_1", "Åsa Öhrn", CLOCK.instant()))
                        .chain());
                for (X509CertificateHolder own : token.getCertificates().getMatches(null)) {
                    all.add(own);
                }
                Store<?> store = new JcaCertStore(all);
                return new TimestampBinary(CMSSignedData.replaceCertificatesAndCRLs(
                                token, store, token.getAttributeCertificates(), token.getCRLs())
                        .getEncoded());
            } catch (CMSException | CertificateEncodingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
