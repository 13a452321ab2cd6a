package se.justera.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The authority of a remote signing service, and the keys that it keeps for people. */
public final class ProviderPki {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final QCStatement ESIGN = new QCStatement(
            new ASN1ObjectIdentifier("0.4.0.1862.1.6"), new DERSequence(new ASN1ObjectIdentifier("0.4.0.1862.1.6.1")));
    private static final ASN1ObjectIdentifier VALIDITY_ASSURED = new ASN1ObjectIdentifier("0.4.0.194121.2.1");
    private static final ASN1ObjectIdentifier NO_REVOCATION = new ASN1ObjectIdentifier("2.5.29.56");

    private final KeyPair rootKeys;
    private final X509Certificate root;

    /** A person's key with its certificate and the root's. */
    public record Issued(PrivateKey key, List<X509Certificate> chain, List<String> algorithms, int bits) {}

    public ProviderPki() throws GeneralSecurityException {
        rootKeys = elliptic();
        root = certificate(name("Provtjänsten Root CA", "", ""), rootKeys.getPublic(), Duration.ofDays(3650), true, 0);
    }

    public X509Certificate root() {
        return root;
    }

    Issued rsa(String given, String surname) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        return issued(generator.generateKeyPair(), given, surname, Duration.ofHours(1), KeyUsage.nonRepudiation);
    }

    public Issued ec(String given, String surname) throws GeneralSecurityException {
        return issued(elliptic(), given, surname, Duration.ofHours(1), KeyUsage.nonRepudiation);
    }

    Issued expired(String given, String surname) throws GeneralSecurityException {
        return issued(elliptic(), given, surname, Duration.ofMinutes(-1), KeyUsage.nonRepudiation);
    }

    Issued forSigningIn(String given, String surname) throws GeneralSecurityException {
        return issued(elliptic(), given, surname, Duration.ofHours(1), KeyUsage.digitalSignature);
    }

    private Issued issued(KeyPair keys, String given, String surname, Duration life, int usage)
            throws GeneralSecurityException {
        X509Certificate certificate =
                certificate(name(given + " " + surname, given, surname), keys.getPublic(), life, false, usage);
        boolean rsa = keys.getPrivate().getAlgorithm().equals("RSA");
        return new Issued(
                keys.getPrivate(),
                List.of(certificate, root),
                rsa ? List.of("1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11") : List.of("1.2.840.10045.4.3.2"),
                rsa ? 3072 : 256);
    }

    private X509Certificate certificate(X500Name subject, PublicKey key, Duration life, boolean ca, int usage)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        X500Name issuer = root == null
                ? subject
                : X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(100, RANDOM),
                Date.from(now.minus(Duration.ofHours(2))),
                Date.from(now.plus(life)),
                subject,
                key);
        try {
            var identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : usage));
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(rootKeys.getPublic()));
            if (!ca) {
                builder.addExtension(Extension.qCStatements, false, new DERSequence(ESIGN));
                builder.addExtension(VALIDITY_ASSURED, false, DERNull.INSTANCE);
                builder.addExtension(NO_REVOCATION, false, DERNull.INSTANCE);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate())));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X500Name name(String common, String given, String surname) {
        X500NameBuilder name = new X500NameBuilder().addRDN(BCStyle.C, "SE");
        if (!surname.isEmpty()) {
            name.addRDN(BCStyle.GIVENNAME, given)
                    .addRDN(BCStyle.SURNAME, surname)
                    .addRDN(BCStyle.SERIALNUMBER, "p-1");
        }
        return name.addRDN(BCStyle.CN, common).build();
    }

    private static KeyPair elliptic() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
