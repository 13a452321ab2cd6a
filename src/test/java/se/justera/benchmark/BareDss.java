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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import se.justera.signing.SignatureOrder;
import se.justera.trust.CertificateSubject;
import se.justera.trust.TestTrust;

/** The calls to DSS as its documentation has them, with a key and certificate made before. */
final class BareDss {

    private final TestTrust trust;
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final byte[] font;
    private final PAdESService text;
    private final PAdESService plain;

    BareDss(TestTrust trust, SignatureOrder order) {
        this.trust = trust;
        try (InputStream in = BareDss.class.getResourceAsStream("/fonts/SourceSans3-Regular.ttf")) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), new SecureRandom());
            KeyPair keys = generator.generateKeyPair();
            key = keys.getPrivate();
            chain = trust.authority()
                    .issue(
                            keys.getPublic(),
                            new CertificateSubject(
                                    order.signer().name(),
                                    "p-1",
                                    "",
                                    order.signer().identified()));
            font = Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        text = service(new PdfBoxNativeObjectFactory());
        plain = service(new PdfBoxDefaultObjectFactory());
    }

    private PAdESService service(IPdfObjFactory factory) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trust.anchors().source());
        verifier.setCrlSource(trust.revocation().crls());
        PAdESService service = new PAdESService(verifier);
        service.setTspSource(trust.timeStamps());
        service.setPdfObjFactory(factory);
        return service;
    }

    /** B-T with DSS's own text drawer. */
    DSSDocument visible(byte[] pdf, SignatureOrder order) {
        PAdESSignatureParameters parameters = parameters(order);
        parameters.getImageParameters().setTextParameters(drawn(order));
        return put(text, pdf, parameters);
    }

    /** B-T that shows nothing. */
    DSSDocument invisible(byte[] pdf, SignatureOrder order) {
        return put(plain, pdf, parameters(order));
    }

    /** From B-T to B-LTA for all signatures in the document. */
    DSSDocument extended(byte[] pdf) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LTA);
        parameters.getArchiveTimestampParameters().setContentSize(12 * 1024);
        parameters
                .getArchiveTimestampParameters()
                .getImageParameters()
                .getFieldParameters()
                .setFieldId("ts_1");
        return plain.extendDocument(new InMemoryDocument(pdf), parameters);
    }

    private PAdESSignatureParameters parameters(SignatureOrder order) {
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
        parameters.getImageParameters().getFieldParameters().setFieldId(order.fieldName());
        return parameters;
    }

    private SignatureImageTextParameters drawn(SignatureOrder order) {
        SignatureImageTextParameters drawn = new SignatureImageTextParameters();
        DSSFileFont embedded = new DSSFileFont(new InMemoryDocument(font));
        embedded.setEmbedFontSubset(true);
        embedded.setSize(8);
        drawn.setFont(embedded);
        drawn.setText(order.signer().name() + "\nOrdförande\nUndertecknat elektroniskt 2026-09-14\n" + order.reason());
        return drawn;
    }

    private DSSDocument put(PAdESService service, byte[] pdf, PAdESSignatureParameters parameters) {
        DSSDocument document = new InMemoryDocument(pdf);
        ToBeSigned data = service.getDataToSign(document, parameters);
        SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), sign(data.getBytes()));
        return service.signDocument(document, parameters, value);
    }

    /** A raw P-256 signature. */
    byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
