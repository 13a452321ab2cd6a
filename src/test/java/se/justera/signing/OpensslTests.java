package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.trust.SigningKey;
import se.justera.trust.TestTrust;
import se.justera.trust.Tool;

/** The parts of a signed document in the hands of OpenSSL, within the certificates' life. */
class OpensslTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ROOT = "certs-sample/trust/root-ca.pem";

    @TempDir
    private Path folder;

    @Test
    void verifiesEverySignatureAndEveryTimeStamp() throws Exception {
        Signing signing = TestSigning.sample(CLOCK);
        byte[] pdf = signing.seal(FieldedPdf.make(), "Förbundet");
        pdf = signing.sign(pdf, TestSigning.order("sig_1", "Åsa Öhrn", CLOCK.instant(), "Ordförande"));
        pdf = signing.sign(pdf, TestSigning.order("sig_2", "Łukasz Čapek", CLOCK.instant(), "Justerare"));
        pdf = signing.preserve(pdf);
        int signatures = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDSignature signature : document.getSignatureDictionaries()) {
                if (signature.getSubFilter().equals("ETSI.RFC3161")) {
                    timeStamp(OpensslCms.cms(signature, pdf), signature.getSignedContent(pdf));
                } else {
                    signature(OpensslCms.cms(signature, pdf), signature.getSignedContent(pdf));
                    signatures++;
                }
            }
        }
        assertThat(signatures).isEqualTo(3);
    }

    @Test
    void findsASignatureWrongWhoseDataWasChanged() throws Exception {
        byte[] pdf = TestSigning.sample(CLOCK).seal(FieldedPdf.make(), "Förbundet");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature seal = document.getSignatureDictionaries().get(0);
            byte[] content = seal.getSignedContent(pdf);
            content[100] ^= 1;
            assertThat(openssl().verify(OpensslCms.cms(seal, pdf), content).exit())
                    .isNotZero();
        }
    }

    private void signature(byte[] cms, byte[] content) throws Exception {
        Tool.Run run = openssl().verify(cms, content);
        assertThat(run.output()).contains("CMS Verification successful");
        SignerInformation signer =
                new CMSSignedData(cms).getSignerInfos().iterator().next();
        Attribute stamp = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        timeStamp(stamp.getAttributeValues()[0].toASN1Primitive().getEncoded(), signer.getSignature());
    }

    private OpensslCms openssl() {
        return new OpensslCms(folder, Path.of(ROOT));
    }

    private void timeStamp(byte[] token, byte[] content) throws Exception {
        Path stamp = Files.write(folder.resolve("token.der"), token);
        Path data = Files.write(folder.resolve("data"), content);
        Tool.Run run = Tool.run(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                stamp.toString(),
                "-data",
                data.toString(),
                "-CAfile",
                ROOT,
                "-untrusted",
                issuingCa().toString());
        assertThat(run.output()).contains("Verification: OK");
    }

    private Path issuingCa() throws Exception {
        SigningKey seal = TestTrust.sample(CLOCK).keys().seal(null);
        return Files.writeString(
                folder.resolve("issuing-ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(seal.chain().get(1).getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }
}
