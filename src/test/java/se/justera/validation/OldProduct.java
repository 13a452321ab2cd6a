package se.justera.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs as products did before PAdES: RSA, a bare CMS or PKCS#1 in PDFBox's own increment, each oddity at choice. */
final class OldProduct {

    private static final int ROOM = 8_000;

    private static final KeyPair KEYS_1024 = keys(1024);
    private static final KeyPair KEYS_2048 = keys(2048);

    private final String digest;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private ASN1ObjectIdentifier namedDigest;
    private ASN1ObjectIdentifier namedAlgorithm = PKCSObjectIdentifiers.rsaEncryption;
    private boolean attributesAsTheyCome;
    private boolean withoutAttributes;
    private boolean certified;
    private String otherType = "";
    private int version = 1;

    private OldProduct(String digest, ASN1ObjectIdentifier namedDigest, KeyPair keys, Duration left) {
        try {
            this.certificate = certificate(keys, digest, left);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
        this.digest = digest;
        this.namedDigest = namedDigest;
        this.keys = keys;
    }

    private static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 with RSA of 2048 bits and a self-signed certificate that holds for an hour. */
    static OldProduct sound() {
        return new OldProduct("SHA-256", NISTObjectIdentifiers.id_sha256, KEYS_2048, Duration.ofHours(1));
    }

    /** The same with ECDSA. */
    static OldProduct onACurve() {
        try {
            OldProduct product = new OldProduct(
                    "SHA-256",
                    NISTObjectIdentifiers.id_sha256,
                    KeyPairGenerator.getInstance("EC").generateKeyPair(),
                    Duration.ofHours(1));
            product.namedAlgorithm = X9ObjectIdentifiers.ecdsa_with_SHA256;
            return product;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-1 with RSA of 1024 bits. */
    static OldProduct weak() {
        return new OldProduct("SHA-1", OIWObjectIdentifiers.idSHA1, KEYS_1024, Duration.ofHours(1));
    }

    /** A certificate that ended yesterday, and no time-stamp. */
    static OldProduct expired() {
        return new OldProduct("SHA-256", NISTObjectIdentifiers.id_sha256, KEYS_2048, Duration.ofDays(-1));
    }

    /** Signs the attributes in the order in which they stand, which is not that of DER. */
    OldProduct withAttributesAsTheyCome() {
        attributesAsTheyCome = true;
        return this;
    }

    /** Names a whole signature algorithm where the digest's name should stand. */
    OldProduct withASignatureAlgorithmForADigest() {
        namedDigest = PKCSObjectIdentifiers.sha256WithRSAEncryption;
        return this;
    }

    /** Signs the bytes of the file themselves. */
    OldProduct withoutAttributes() {
        withoutAttributes = true;
        return this;
    }

    /** Says version 3, as if it named its signer by the key. */
    OldProduct withAnotherVersion() {
        version = 3;
        return this;
    }

    /** A certification (P=2) whose parts are objects of their own. */
    OldProduct certifying() {
        certified = true;
        return this;
    }

    /** Says twice what kind of object the signature is: this first, and then {@code Sig}. */
    OldProduct withTwoTypes(String first) {
        otherType = first;
        return this;
    }

    OldProduct withAnAlgorithmThatNobodyKnows() {
        namedAlgorithm = new ASN1ObjectIdentifier("1.2.752.999.1");
        return this;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** {@code adbe.pkcs7.detached}. */
    byte[] sign(byte[] pdf) {
        return sign(pdf, "adbe.pkcs7.detached", this::detached);
    }

    /** {@code adbe.pkcs7.sha1}: the CMS carries the SHA-1 of the file and signs that (ISO 32000-1, 12.8.3.3). */
    byte[] signItsSha1(byte[] pdf) {
        return sign(pdf, "adbe.pkcs7.sha1", covered -> {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(covered);
            return cms(sha1, true);
        });
    }

    /** {@code adbe.x509.rsa_sha1}: PKCS#1, the certificate beside it (ISO 32000-1, 12.8.3.2). */
    byte[] signWithoutCms(byte[] pdf) {
        return sign(pdf, "adbe.x509.rsa_sha1", covered -> new DEROctetString(value("SHA-1", covered)).getEncoded());
    }

    /** A CMS that carries and signs something else than the file around it. */
    byte[] signSomethingElse(byte[] pdf, byte[] other) {
        return sign(pdf, "adbe.pkcs7.detached", covered -> cms(other, true));
    }

    private interface Container {
        byte[] of(byte[] covered) throws IOException, GeneralSecurityException;
    }

    private byte[] sign(byte[] pdf, String subFilter, Container container) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            if (!otherType.isEmpty()) {
                signature.getCOSObject().removeItem(COSName.TYPE);
                signature.getCOSObject().setName("Kind", otherType);
                signature.setType(COSName.SIG);
            }
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(subFilter));
            if (subFilter.contains("x509")) {
                signature.getCOSObject().setItem(COSName.CERT, new COSString(certificate.getEncoded()));
            }
            if (certified) {
                certify(document, signature);
            }
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(
                    signature,
                    content -> {
                        try {
                            return container.of(typedTwice(content.readAllBytes()));
                        } catch (GeneralSecurityException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return typedTwice(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PDFBox writes no name twice. */
    private byte[] typedTwice(byte[] written) {
        String other = "/Kind /" + otherType;
        int place = otherType.isEmpty() ? -1 : Attacks.text(written).lastIndexOf(other);
        return place < 0 ? written : Attacks.overwrite(written, place, "/Type /" + otherType);
    }

    private static void certify(PDDocument document, PDSignature signature) {
        COSDictionary parameters = object();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, 2);
        parameters.setName(COSName.V, "1.2");
        COSDictionary reference = object();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(COSName.TRANSFORM_METHOD, COSName.DOCMDP);
        reference.setItem(COSName.TRANSFORM_PARAMS, parameters);
        COSArray references = new COSArray(List.of(reference));
        references.setDirect(false);
        signature.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
        COSDictionary permissions = object();
        permissions.setItem(COSName.DOCMDP, signature);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.PERMS, permissions);
        catalog.setNeedToBeUpdated(true);
    }

    private static COSDictionary object() {
        COSDictionary object = new COSDictionary();
        object.setDirect(false);
        return object;
    }

    private byte[] detached(byte[] covered) throws IOException, GeneralSecurityException {
        return cms(covered, false);
    }

    private byte[] cms(byte[] content, boolean carried) throws IOException, GeneralSecurityException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(namedDigest);
        Attribute type = new Attribute(CMSAttributes.contentType, new DLSet(CMSObjectIdentifiers.data));
        Attribute hash = new Attribute(
                CMSAttributes.messageDigest,
                new DLSet(new DEROctetString(MessageDigest.getInstance(digest).digest(content))));
        // DER sorts by the encoded bytes: the shorter one first
        DLSet attributes = attributesAsTheyCome
                ? new DLSet(new ASN1Encodable[] {hash, type})
                : new DLSet(new ASN1Encodable[] {type, hash});
        Certificate own = Certificate.getInstance(certificate.getEncoded());
        List<ASN1Encodable> parts = new ArrayList<>(List.of(
                new ASN1Integer(version),
                new IssuerAndSerialNumber(own.getIssuer(), own.getSerialNumber().getValue()),
                algorithm,
                new DLTaggedObject(false, 0, attributes),
                new AlgorithmIdentifier(namedAlgorithm)));
        if (withoutAttributes) {
            parts.remove(3);
        }
        parts.add(new DEROctetString(
                value(digest, withoutAttributes ? content : attributes.getEncoded(ASN1Encoding.DL))));
        DLSequence signer = sequence(parts.toArray(ASN1Encodable[]::new));
        DLSequence what = carried
                ? sequence(CMSObjectIdentifiers.data, new DERTaggedObject(true, 0, new DEROctetString(content)))
                : sequence(CMSObjectIdentifiers.data);
        DLSequence signed = sequence(
                new ASN1Integer(1),
                new DLSet(algorithm),
                what,
                new DLTaggedObject(false, 0, new DLSet(own)),
                new DLSet(signer));
        return sequence(CMSObjectIdentifiers.signedData, new DLTaggedObject(true, 0, signed))
                .getEncoded(ASN1Encoding.DL);
    }

    private static DLSequence sequence(ASN1Encodable... parts) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        List.of(parts).forEach(vector::add);
        return new DLSequence(vector);
    }

    private byte[] value(String hash, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(named(hash, keys));
        signature.initSign(keys.getPrivate());
        signature.update(signed);
        return signature.sign();
    }

    private static String named(String digest, KeyPair keys) {
        return digest.replace("-", "") + "with"
                + (keys.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    }

    private static X509Certificate certificate(KeyPair keys, String digest, Duration left)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=Gammal Program,C=SE");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.valueOf(7),
                                Date.from(now.minus(Duration.ofDays(400))),
                                Date.from(now.plus(left)),
                                name,
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder(named(digest, keys)).build(keys.getPrivate())));
    }
}
