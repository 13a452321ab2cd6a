package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on the container of a signature: on what it carries beside the signature, and on what it does not say. */
class ContainerAttackTests {

    private static final Set<Verdict> CAUGHT = EnumSet.of(Verdict.INVALID, Verdict.MODIFIED, Verdict.INDETERMINATE);
    private static final byte[] PDF = TestPdf.unsigned();
    private static final TestSigner OTHERS = new TestSigner();

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("no-message-digest.pdf", CmsSigner.usual().signing(without(CMSAttributes.messageDigest))),
                attack("no-content-type.pdf", CmsSigner.usual().signing(without(CMSAttributes.contentType))),
                attack(
                        "two-message-digests.pdf",
                        CmsSigner.usual()
                                .signing(attributes ->
                                        attributes.add(CMSAttributes.messageDigest, new DEROctetString(new byte[32])))),
                attack(
                        "message-digest-of-nothing.pdf",
                        CmsSigner.usual()
                                .signing(attributes -> attributes
                                        .remove(CMSAttributes.messageDigest)
                                        .add(CMSAttributes.messageDigest, new DEROctetString(new byte[32])))),
                attack(
                        "unsigned-note-added.pdf",
                        CmsSigner.usual()
                                .then(unsigned(
                                        new ASN1ObjectIdentifier("1.2.752.999.2"), new DERUTF8String("Betald")))),
                attack(
                        "unsigned-timestamp-that-is-none.pdf",
                        CmsSigner.usual()
                                .then(unsigned(
                                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                                        new DERUTF8String("igår")))),
                attack(
                        "unsigned-second-message-digest.pdf",
                        CmsSigner.usual()
                                .then(unsigned(CMSAttributes.messageDigest, new DEROctetString(new byte[32])))),
                attack("two-signers-in-one-container.pdf", CmsSigner.usual().and(CmsSigner.usual())),
                attack(
                        "container-with-another-content-put-in.pdf",
                        CmsSigner.usual().then(ContainerAttackTests::fill)));
    }

    private static Arguments attack(String name, CmsSigner signer) {
        return Arguments.of(Named.of(name, signer.sign(PDF)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isNotVouchedFor(byte[] pdf) {
        ValidationResult result = validate(pdf);
        assertThat(result.verdict()).as("%s", result).isIn(CAUGHT);
    }

    /** The standard has it left out; a program that reads it there finds the same. */
    @Test
    void acceptsTheFileItselfInTheContainer() {
        byte[] signed = CmsSigner.usual().carrying().sign(PDF);
        assertThat(validate(signed).verdict()).isEqualTo(Verdict.INTACT_UNTRUSTED);
        byte[] altered = Attacks.flip(signed, Attacks.text(signed).indexOf("stream") + 30);
        assertThat(validate(altered).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesTimestampsThatChangedPlaces() {
        byte[] signed = OTHERS.sign(PDF, "sig_1", "Anna", "Åström");
        byte[] other = OTHERS.sign(PDF, "sig_1", "Bo", "Öberg");
        CMSSignedData stranger = container(other);
        ASN1Encodable token = stranger.getSignerInfos()
                .iterator()
                .next()
                .getUnsignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                .getAttrValues()
                .getObjectAt(0);
        byte[] swapped = with(
                signed,
                unsigned(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, token)
                        .apply(container(signed)));
        assertThat(validate(swapped, OTHERS.pki().root()).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesTheContainerOfAnotherSignature() {
        byte[] signed = OTHERS.sign(PDF, "sig_1", "Anna", "Åström");
        byte[] other = OTHERS.sign(TestPdf.compressed(), "sig_1", "Anna", "Åström");
        assertThat(validate(with(signed, container(other)), OTHERS.pki().root()).verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void aCertificateByAnotherAuthorityForATrustedKeyIsNotCalledForged() {
        CmsSigner signer = CmsSigner.usual();
        byte[] signed = signer.then(cms -> adding(cms, crossed(signer))).sign(PDF);
        assertThat(validate(signed, signer.certificate()).verdict()).isNotIn(Verdict.INVALID, Verdict.MODIFIED);
    }

    private static X509CertificateHolder crossed(CmsSigner signer) {
        try {
            X509Certificate own = signer.certificate();
            return new JcaX509v3CertificateBuilder(
                            new X500Name("CN=Annan Rot,C=SE"),
                            BigInteger.valueOf(99),
                            own.getNotBefore(),
                            own.getNotAfter(),
                            new X500Name(own.getSubjectX500Principal().getName()),
                            own.getPublicKey())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(OTHERS.pki().person("A", "B").keys().getPrivate()));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CMSSignedData adding(CMSSignedData cms, X509CertificateHolder certificate) {
        try {
            List<X509CertificateHolder> all =
                    new ArrayList<>(cms.getCertificates().getMatches(null));
            all.add(certificate);
            return CMSSignedData.replaceCertificatesAndCRLs(cms, new CollectionStore<>(all), null, null);
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content that a detached container has not: no signature covers that it has none. */
    private static CMSSignedData fill(CMSSignedData cms) {
        SignedData signed = SignedData.getInstance(cms.toASN1Structure().getContent());
        ContentInfo content = new ContentInfo(
                signed.getEncapContentInfo().getContentType(),
                new DEROctetString("Något annat".getBytes(StandardCharsets.UTF_8)));
        SignedData filled = new SignedData(
                signed.getDigestAlgorithms(),
                content,
                signed.getCertificates(),
                signed.getCRLs(),
                signed.getSignerInfos());
        try {
            return new CMSSignedData(new ContentInfo(cms.toASN1Structure().getContentType(), filled));
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CMSSignedData container(byte[] pdf) {
        try {
            return new CMSSignedData(HexFormat.of().parseHex(hex(pdf)));
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] pdf) {
        List<Integer> range = Attacks.byteRanges(pdf).get(0);
        return Attacks.text(pdf).substring(range.get(1) + 1, range.get(2) - 1);
    }

    private static byte[] with(byte[] pdf, CMSSignedData container) {
        try {
            String other = HexFormat.of().formatHex(container.getEncoded());
            String room = "0".repeat(hex(pdf).length() - other.length());
            return Attacks.overwrite(pdf, Attacks.byteRanges(pdf).get(0).get(1) + 1, other + room);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnaryOperator<AttributeTable> without(ASN1ObjectIdentifier type) {
        return attributes -> attributes.remove(type);
    }

    private static UnaryOperator<CMSSignedData> unsigned(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return cms -> {
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            AttributeTable attributes = new AttributeTable(new Attribute(type, new DERSet(value)));
            SignerInformation other = SignerInformation.replaceUnsignedAttributes(signer, attributes);
            return CMSSignedData.replaceSigners(cms, new SignerInformationStore(other));
        };
    }

    private static ValidationResult validate(byte[] pdf, X509Certificate... trusted) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        Arrays.stream(trusted).map(CertificateToken::new).forEach(anchors::addCertificate);
        return new StrictValidation(List.of(anchors), ValidationLimits.standard(), Clock.systemUTC())
                .validate("p.pdf", pdf, Locale.ENGLISH);
    }
}
