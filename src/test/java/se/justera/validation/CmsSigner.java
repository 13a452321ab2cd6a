package se.justera.validation;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs with Bouncy Castle alone and any algorithm, self-signed and without a time-stamp; what is in the CMS is at choice. */
final class CmsSigner {

    private static final Provider ALGORITHMS = DSSSecurityProvider.getSecurityProvider();
    private static final int ROOM = 20_000;

    private final String algorithm;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private String subFilter = "ETSI.CAdES.detached";
    private UnaryOperator<AttributeTable> signedAttributes = UnaryOperator.identity();
    private boolean carried;
    private final List<CmsSigner> others = new ArrayList<>();
    private UnaryOperator<CMSSignedData> made = UnaryOperator.identity();

    private CmsSigner(String algorithm, KeyPair keys) {
        this.algorithm = algorithm;
        this.keys = keys;
        try {
            X500Name name = new X500Name("CN=Annan Produkt,C=SE");
            Instant now = Instant.now();
            certificate = new JcaX509CertificateConverter()
                    .setProvider(ALGORITHMS)
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.TEN,
                                    Date.from(now.minus(Duration.ofHours(1))),
                                    Date.from(now.plus(Duration.ofHours(1))),
                                    name,
                                    keys.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm)
                                    .setProvider(ALGORITHMS)
                                    .build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param kind of key, as {@code RSA}
     * @param size bits, or the name of a curve; empty where the kind says it
     * @param algorithm of the signature, as {@code SHA256withRSA}
     */
    static CmsSigner with(String kind, String size, String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind, ALGORITHMS);
            if (size.matches("\\d+")) {
                generator.initialize(Integer.parseInt(size));
            } else if (!size.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(size));
            }
            return new CmsSigner(algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static CmsSigner usual() {
        return with("EC", "P-256", "SHA256withECDSA");
    }

    X509Certificate certificate() {
        return certificate;
    }

    CmsSigner calledBy(String otherSubFilter) {
        subFilter = otherSubFilter;
        return this;
    }

    /** Signs other attributes than the standard has. */
    CmsSigner signing(UnaryOperator<AttributeTable> attributes) {
        signedAttributes = attributes;
        return this;
    }

    /** The container carries what it covers. */
    CmsSigner carrying() {
        carried = true;
        return this;
    }

    /** Somebody else signs in the same container. */
    CmsSigner and(CmsSigner other) {
        others.add(other);
        return this;
    }

    /** Changes the container when it is made; nothing of what it signs. */
    CmsSigner then(UnaryOperator<CMSSignedData> change) {
        made = change;
        return this;
    }

    byte[] sign(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(subFilter));
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(
                    signature,
                    content -> made.apply(cms(content.readAllBytes())).getEncoded(),
                    options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CMSSignedData cms(byte[] content) {
        try {
            List<CmsSigner> signers = new ArrayList<>(others);
            signers.add(this);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (CmsSigner signer : signers) {
                generator.addSignerInfoGenerator(signer.generator());
                generator.addCertificates(new JcaCertStore(List.of(signer.certificate)));
            }
            return generator.generate(new CMSProcessableByteArray(content), carried);
        } catch (CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private SignerInfoGenerator generator() throws OperatorCreationException, CertificateEncodingException {
        CMSAttributeTableGenerator standard = new DefaultSignedAttributeTableGenerator();
        CMSAttributeTableGenerator attributes = parameters -> signedAttributes.apply(standard.getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .add(PKCSObjectIdentifiers.id_aa_signingCertificateV2, names(certificate)));
        return new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                        .setProvider(ALGORITHMS)
                        .build())
                .setSignedAttributeGenerator(attributes)
                .build(
                        new JcaContentSignerBuilder(algorithm)
                                .setProvider(ALGORITHMS)
                                .build(keys.getPrivate()),
                        certificate);
    }

    private static SigningCertificateV2 names(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new SigningCertificateV2(new ESSCertIDv2(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
