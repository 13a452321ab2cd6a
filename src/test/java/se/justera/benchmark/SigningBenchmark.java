package se.justera.benchmark;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.CertificateSubject;
import se.justera.trust.TestTrust;

/**
 * One person's signature, B-T, with one-time key and certificate, on a sealed protocol; beside the bare DSS call with a
 * key made before, and beside SHA-256, one P-256 signature and writing the file.
 */
public final class SigningBenchmark {

    private final Clock clock = Clock.systemUTC();
    private final TestTrust trust = TestTrust.sample(clock);
    private final Signing signing = TestSigning.sample(clock);
    private final SignatureOrder order = TestSigning.order("sig_1", "Åsa Öhrn-Älvsjö", clock.instant(), "Ordförande");
    private final SecureRandom random = new SecureRandom();
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final byte[] pdf;
    private final byte[] font;
    private final Path file;

    private SigningBenchmark() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair keys = generator.generateKeyPair();
        key = keys.getPrivate();
        chain = trust.authority()
                .issue(
                        keys.getPublic(),
                        new CertificateSubject(
                                "Åsa Öhrn-Älvsjö", "p-1", "", order.signer().identified()));
        pdf = signing.seal(
                new ArchiveTypesetter(clock).sealablePdf(Drafts.order(Drafts.read("board"))), "Förbundet Exempel");
        try (InputStream in = SigningBenchmark.class.getResourceAsStream("/fonts/SourceSans3-Regular.ttf")) {
            font = Objects.requireNonNull(in).readAllBytes();
        }
        file = Files.createTempFile("signed", ".pdf");
    }

    /** Prints the medians. Arguments: rounds of warm-up and rounds measured, 150 and 300 unless told. */
    public static void main(String[] args) throws Exception {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 150;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        SigningBenchmark benchmark = new SigningBenchmark();
        System.out.printf("sealed PDF of %d bytes, %d rounds%n", benchmark.pdf.length, rounds);
        System.out.print(benchmark.rounds().run(warmUp, rounds).report());
        Files.delete(benchmark.file);
    }

    private Rounds rounds() {
        PAdESService text = dss(new PdfBoxNativeObjectFactory());
        PAdESService invisible = dss(new PdfBoxDefaultObjectFactory());
        return new Rounds()
                .with("signing.sign: one-time key, certificate, B-T, visible", () -> signing.sign(pdf, order))
                .with("bare DSS B-T, key made before, visible (its text drawer)", () -> bare(text, true))
                .with("bare DSS B-T, key made before, invisible", () -> bare(invisible, false))
                .with("SHA-256 + P-256 signature + file written", this::floor);
    }

    private PAdESService dss(IPdfObjFactory factory) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trust.anchors().source());
        PAdESService service = new PAdESService(verifier);
        service.setTspSource(trust.timeStamps());
        service.setPdfObjFactory(factory);
        return service;
    }

    private DSSDocument bare(PAdESService service, boolean visible) throws Exception {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(chain.get(0)));
        parameters.setCertificateChain(chain.stream().map(CertificateToken::new).toList());
        parameters.setContentSize(12 * 1024);
        parameters.setReason(order.reason());
        parameters.setSignerName(order.signer().name());
        // within the certificate's life, however long the run takes
        parameters
                .bLevel()
                .setSigningDate(
                        Date.from(chain.get(0).getNotBefore().toInstant().plus(Duration.ofMinutes(2))));
        parameters.getImageParameters().getFieldParameters().setFieldId("sig_1");
        if (visible) {
            parameters.getImageParameters().setTextParameters(text());
        }
        DSSDocument document = new InMemoryDocument(pdf);
        ToBeSigned data = service.getDataToSign(document, parameters);
        SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), sign(data.getBytes()));
        return service.signDocument(document, parameters, value);
    }

    private SignatureImageTextParameters text() {
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        DSSFileFont embedded = new DSSFileFont(new InMemoryDocument(font));
        embedded.setEmbedFontSubset(true);
        embedded.setSize(8);
        text.setFont(embedded);
        text.setText(order.signer().name() + "\nOrdförande\nUndertecknat elektroniskt 2026-09-14\n" + order.reason());
        return text;
    }

    private byte[] sign(byte[] data) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }

    private Object floor() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(pdf);
        byte[] value = sign(digest);
        Files.write(file, pdf);
        return value;
    }
}
