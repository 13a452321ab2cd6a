package se.justera.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a small PKI – root CA, issuing CA, seal, TSA and the two CRLs – for {@code certs-sample/} and for tests that
 * need keys of their own. Each call makes new keys.
 */
public final class SamplePki {

    /** The published password of every key store made here. */
    public static final String PASSWORD = "justera";

    /**
     * Early, so that the samples also serve under a test's clock and on a machine whose clock is behind; a CRL must not
     * be older than the certificates it speaks of.
     */
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");

    private static final Instant END_ENTITIES_UNTIL = Instant.parse("2044-12-31T23:59:59Z");
    private static final Instant ISSUING_CA_UNTIL = Instant.parse("2046-12-31T23:59:59Z");
    private static final Instant ROOT_UNTIL = Instant.parse("2048-12-31T23:59:59Z");

    /** QcType with eseal, ETSI EN 319 412-5, 4.2.3. */
    private static final QCStatement QC_TYPE_ESEAL = new QCStatement(
            new ASN1ObjectIdentifier("0.4.0.1862.1.6"), new DERSequence(new ASN1ObjectIdentifier("0.4.0.1862.1.6.2")));

    private final SecureRandom random;
    private final Entity root;
    private final Entity issuingCa;
    private final Entity seal;
    private final Entity tsa;

    /** A private key with its certificate and those above it. */
    private record Entity(PrivateKey key, List<X509Certificate> chain) {
        X509Certificate certificate() {
            return chain.get(0);
        }
    }

    private interface Extensions {
        void addTo(X509v3CertificateBuilder certificate) throws IOException;
    }

    /**
     * New keys and certificates.
     *
     * @param name starts every common name, e.g. {@code Justera Sample}
     * @param remark ends every common name, e.g. {@code (provunderskrift)}; may be empty
     */
    public SamplePki(String name, String remark, SecureRandom random) {
        this.random = random;
        String end = remark.isEmpty() ? "" : " " + remark;
        try {
            root = root(subject(name, "Root CA" + end).build());
            issuingCa = issue(root, subject(name, "Issuing CA" + end).build(), ISSUING_CA_UNTIL, ca(0));
            X500NameBuilder association = subject(name, "Association Seal" + end);
            association.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "NTRSE-0000000000");
            seal = issue(issuingCa, association.build(), END_ENTITIES_UNTIL, SamplePki::sealExtensions);
            tsa = issue(issuingCa, subject(name, "TSA" + end).build(), END_ENTITIES_UNTIL, SamplePki::tsaExtensions);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the sample keys could not be made", e);
        }
    }

    /**
     * Writes {@code root-ca.p12}, {@code issuing-ca.p12}, {@code seal.p12}, {@code tsa.p12}, {@code root-ca.crl},
     * {@code issuing-ca.crl}, {@code trusted-list.xml} and {@code trust/root-ca.pem} into the directory.
     */
    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("trust"));
        try {
            store(root, directory.resolve("root-ca.p12"));
            store(issuingCa, directory.resolve("issuing-ca.p12"));
            store(seal, directory.resolve("seal.p12"));
            store(tsa, directory.resolve("tsa.p12"));
            Files.write(directory.resolve("root-ca.crl"), emptyCrl(root));
            Files.write(directory.resolve("issuing-ca.crl"), emptyCrl(issuingCa));
            SampleTrustedList.write(directory, issuingCa.certificate(), tsa.certificate());
            Files.writeString(directory.resolve("trust").resolve("root-ca.pem"), pem(root.certificate()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("the sample keys could not be written to " + directory, e);
        }
    }

    /** The only trust anchor of what these keys sign. */
    public X509Certificate rootCertificate() {
        return root.certificate();
    }

    /** Makes the committed samples again, in the directory given or in {@code certs-sample}. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args.length > 0 ? args[0] : "certs-sample");
        new SamplePki("Justera Sample", "(provunderskrift)", new SecureRandom()).writeTo(directory);
    }

    /** Nobody answers there, and nobody has to; but DSS takes no CRL and warns where a certificate names no places. */
    private static void addPlaces(X509v3CertificateBuilder certificate, Entity issuer) throws IOException {
        String authority =
                "http://justera.example/certs-sample/" + (issuer.chain().size() == 1 ? "root-ca" : "issuing-ca");
        DistributionPointName crl = new DistributionPointName(new GeneralNames(url(authority + ".crl")));
        certificate.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(crl, null, null)
        }));
        certificate.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(X509ObjectIdentifiers.id_ad_caIssuers, url(authority + ".cer")));
    }

    private static GeneralName url(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }

    private static X500NameBuilder subject(String name, String part) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "SE")
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.CN, name + " " + part);
    }

    private Entity root(X500Name name) throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair keys = newKeys();
        X509v3CertificateBuilder builder = builder(name, name, ROOT_UNTIL, keys.getPublic());
        ca(1).addTo(builder);
        return new Entity(keys.getPrivate(), List.of(certificate(builder, keys.getPrivate())));
    }

    private Entity issue(Entity issuer, X500Name subject, Instant until, Extensions extensions)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair keys = newKeys();
        return new Entity(keys.getPrivate(), chain(issuer, subject, until, extensions, keys.getPublic()));
    }

    /** An issuing CA, as the sample's, for a key that is elsewhere. */
    List<X509Certificate> issuingCaFor(PublicKey key, String name) {
        return certified(root, subject(name, "Issuing CA").build(), ISSUING_CA_UNTIL, ca(0), key);
    }

    /** An association's seal for a key that is elsewhere. */
    List<X509Certificate> sealFor(PublicKey key, String association, String orgNumber) {
        X500NameBuilder subject = subject(association, "Seal");
        subject.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "NTRSE-" + orgNumber.replace("-", ""));
        return certified(issuingCa, subject.build(), END_ENTITIES_UNTIL, SamplePki::sealExtensions, key);
    }

    /** A time-stamping authority for a key that is elsewhere. */
    List<X509Certificate> tsaFor(PublicKey key, String name) {
        return certified(issuingCa, subject(name, "TSA").build(), END_ENTITIES_UNTIL, SamplePki::tsaExtensions, key);
    }

    private List<X509Certificate> certified(
            Entity issuer, X500Name subject, Instant until, Extensions extensions, PublicKey key) {
        try {
            return chain(issuer, subject, until, extensions, key);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the certificate could not be made", e);
        }
    }

    private List<X509Certificate> chain(
            Entity issuer, X500Name subject, Instant until, Extensions extensions, PublicKey key)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuerName, subject, until, key);
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                        .createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
        addPlaces(builder, issuer);
        extensions.addTo(builder);
        List<X509Certificate> chain = new ArrayList<>(issuer.chain());
        chain.add(0, certificate(builder, issuer.key()));
        return chain;
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, Instant until, PublicKey key)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, new BigInteger(126, random), Date.from(FROM), Date.from(until), subject, key);
        return builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private static Extensions ca(int pathLength) {
        return builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        };
    }

    private static void sealExtensions(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
        builder.addExtension(Extension.qCStatements, false, new DERSequence(new ASN1Encodable[] {QC_TYPE_ESEAL}));
    }

    private static void tsaExtensions(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }

    private static X509Certificate certificate(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
    }

    private static byte[] emptyCrl(Entity ca) throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name issuer =
                X500Name.getInstance(ca.certificate().getSubjectX500Principal().getEncoded());
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(FROM));
        builder.setNextUpdate(Date.from(END_ENTITIES_UNTIL));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                        .createAuthorityKeyIdentifier(ca.certificate().getPublicKey()));
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
        return builder.build(signer(ca.key())).getEncoded();
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }

    private KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static void store(Entity entity, Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        String alias = file.getFileName().toString().replace(".p12", "");
        store.setKeyEntry(
                alias, entity.key(), PASSWORD.toCharArray(), entity.chain().toArray(Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }
}
