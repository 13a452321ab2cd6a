package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTrustTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static byte[] signed = new byte[0];

    @TempDir
    private Path folder = Path.of(".");

    @BeforeAll
    static void sign() {
        signed = SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
    }

    private static ValidationResult validate(Path trust, @Nullable String password) {
        return NamedTrust.trusting(List.of(NamedTrust.read(trust, password)), Clock.systemUTC())
                .validate("p.pdf", signed, Locale.ENGLISH);
    }

    private static byte[] root() {
        try {
            return SIGNER.pki().root().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64() {
        return Base64.getMimeEncoder().encodeToString(root());
    }

    private Path pem(String name) throws IOException {
        return Files.writeString(
                folder.resolve(name), "-----BEGIN CERTIFICATE-----\n" + base64() + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void readsACertificateInPem() throws IOException {
        assertThat(validate(pem("root.pem"), null).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void readsACertificateInDer() throws IOException {
        Path file = Files.write(folder.resolve("root"), root());
        assertThat(validate(file, null).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void readsAFolderOfCertificatesBesideOtherFiles() throws IOException {
        pem("root.CRT");
        Files.writeString(folder.resolve("README.md"), "roots");
        assertThat(validate(folder, null).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void readsATrustStoreWithItsPassword(String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("root", SIGNER.pki().root());
        Path file = folder.resolve("trust.store");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "hemligt".toCharArray());
        }
        assertThat(validate(file, "hemligt").verdict()).isEqualTo(Verdict.VALID);
        assertThatThrownBy(() -> NamedTrust.read(file, "fel")).isInstanceOf(TrustUnusable.class);
    }

    @Test
    void readsATrustedListAndSaysWhatItMakesOfTheSignature() throws IOException {
        Path list = Files.writeString(folder.resolve("list.xml"), trustedList("granted"));
        ValidationResult result = validate(list, null);
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures().get(0).qualification()).isNotEqualTo("N/A");
    }

    @Test
    void trustsNoServiceThatWasWithdrawn() throws IOException {
        Path list = Files.writeString(folder.resolve("list.xml"), trustedList("withdrawn"));
        assertThat(validate(list, null).verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void refusesAnAnchorOfAnAlgorithmThatNobodyKnows() throws IOException, GeneralSecurityException {
        byte[] strange =
                CmsSigner.with("ML-DSA-65", "", "ML-DSA-65").certificate().getEncoded();
        Path file = Files.write(folder.resolve("strange.cer"), strange);
        assertThatThrownBy(() -> NamedTrust.read(file, null)).isInstanceOf(TrustUnusable.class);
    }

    @Test
    void refusesXmlThatIsNoTrustedList() throws IOException {
        Path list = Files.writeString(folder.resolve("list.xml"), "<list/>");
        assertThatThrownBy(() -> NamedTrust.read(list, null)).isInstanceOf(TrustUnusable.class);
    }

    /** XML external entity: a file of the machine named in the list is never read into it. */
    @Test
    void readsNoOtherFileForATrustedList() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), base64());
        String hostile = trustedList("granted")
                .replace(
                        "<TrustServiceStatusList",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + "<TrustServiceStatusList")
                .replace(base64(), "&e;");
        Path list = Files.writeString(folder.resolve("list.xml"), hostile);
        assertThatThrownBy(() -> NamedTrust.read(list, null)).isInstanceOf(TrustUnusable.class);
    }

    /** A list with one provider, whose one service is the tests' root. */
    private static String trustedList(String status) {
        String name = "<Name xml:lang=\"en\">Provsamverkan</Name>";
        String uri = "<URI xml:lang=\"en\">https://justera.example/</URI>";
        String address = "<PostalAddresses><PostalAddress xml:lang=\"en\"><StreetAddress>Gatan 1</StreetAddress>"
                + "<Locality>Orten</Locality><CountryName>SE</CountryName></PostalAddress></PostalAddresses>"
                + "<ElectronicAddress>" + uri + "</ElectronicAddress>";
        String service = "<ServiceTypeIdentifier>http://uri.etsi.org/TrstSvc/Svctype/CA/QC</ServiceTypeIdentifier>"
                + "<ServiceName>" + name + "</ServiceName><ServiceDigitalIdentity><DigitalId><X509Certificate>"
                + base64() + "</X509Certificate></DigitalId></ServiceDigitalIdentity>"
                + "<ServiceStatus>http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/" + status + "</ServiceStatus>"
                + "<StatusStartingTime>2020-01-01T00:00:00Z</StatusStartingTime>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><TrustServiceStatusList"
                + " xmlns=\"http://uri.etsi.org/02231/v2#\" TSLTag=\"http://uri.etsi.org/19612/TSLTag\">"
                + "<SchemeInformation><TSLVersionIdentifier>5</TSLVersionIdentifier>"
                + "<TSLSequenceNumber>1</TSLSequenceNumber>"
                + "<TSLType>http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric</TSLType>"
                + "<SchemeOperatorName>" + name + "</SchemeOperatorName><SchemeOperatorAddress>" + address
                + "</SchemeOperatorAddress><SchemeName>" + name + "</SchemeName><SchemeInformationURI>" + uri
                + "</SchemeInformationURI><StatusDeterminationApproach>"
                + "http://uri.etsi.org/TrstSvc/TrustedList/StatusDetn/EUappropriate</StatusDeterminationApproach>"
                + "<SchemeTerritory>SE</SchemeTerritory><HistoricalInformationPeriod>65535</HistoricalInformationPeriod>"
                + "<ListIssueDateTime>2026-01-01T00:00:00Z</ListIssueDateTime>"
                + "<NextUpdate><dateTime>2099-01-01T00:00:00Z</dateTime></NextUpdate></SchemeInformation>"
                + "<TrustServiceProviderList><TrustServiceProvider><TSPInformation><TSPName>" + name
                + "</TSPName><TSPAddress>" + address + "</TSPAddress><TSPInformationURI>" + uri
                + "</TSPInformationURI></TSPInformation><TSPServices><TSPService><ServiceInformation>" + service
                + "</ServiceInformation></TSPService></TSPServices></TrustServiceProvider></TrustServiceProviderList>"
                + "</TrustServiceStatusList>";
    }
}
