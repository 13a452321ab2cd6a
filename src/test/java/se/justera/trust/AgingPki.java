package se.justera.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
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
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A PKI that ages with the clock as a real one does: a root for a lifetime, a seal for two years, one-time certificates
 * for a quarter of an hour, and a time-stamping authority whose certificate lasts three years and gets a successor with a
 * new key after two. The root issues all of them, and a fresh CRL whenever one is asked for.
 */
public final class AgingPki implements KeyRing, CertificateAuthority, TSPSource, RevocationSource<CRL> {

    private static final long serialVersionUID = 1L;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String ROOT = "CN=Provrot,O=Provsamverkan,C=SE";
    private static final ASN1ObjectIdentifier NO_REV_AVAIL = new ASN1ObjectIdentifier("2.5.29.56");

    private final transient Clock clock;
    private final transient KeyPair rootKeys = keys();
    private final transient X509Certificate root;
    private final transient KeyPair sealKeys = keys();
    private final transient X509Certificate seal;
    private transient TSPSource authority = (algorithm, digest) -> {
        throw new IllegalStateException("no generation yet");
    };
    private transient Instant successorDue = Instant.MIN;
    private transient boolean renewing = true;
    private int generations;

    public AgingPki(Clock clock) {
        this.clock = clock;
        Instant now = clock.instant();
        root = issue(ROOT, rootKeys.getPublic(), now, YEAR.multipliedBy(60), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
        seal = issue("CN=Provsigill,O=Provsamverkan,C=SE", sealKeys.getPublic(), now, YEAR.multipliedBy(2), builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
            places(builder);
        });
    }

    public TrustAnchors anchors() {
        return TrustAnchors.of(List.of(root));
    }

    public RevocationSources revocation() {
        return new RevocationSources(this, Optional.empty());
    }

    /** How many keys the time-stamping authority has had. */
    public int generations() {
        return generations;
    }

    /** From now on nobody gives the authority a successor. */
    public void neglect() {
        renewing = false;
    }

    public void care() {
        renewing = true;
    }

    @Override
    public List<KeyState> states() {
        return List.of();
    }

    @Override
    public boolean trial() {
        return true;
    }

    @Override
    public SigningKey seal(@Nullable String orgNumber) {
        return new SigningKey() {
            @Override
            public List<X509Certificate> chain() {
                return List.of(seal, root);
            }

            @Override
            public byte[] sign(String algorithm, byte[] data) {
                try {
                    Signature signature = Signature.getInstance(algorithm);
                    signature.initSign(sealKeys.getPrivate());
                    signature.update(data);
                    return signature.sign();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Override
    public List<X509Certificate> issue(PublicKey key, CertificateSubject subject) {
        String name = "CN=" + subject.name() + ",C=SE";
        Instant from = clock.instant().minusSeconds(60);
        return List.of(
                issue(name, key, from, Duration.ofMinutes(15), builder -> {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
                    builder.addExtension(NO_REV_AVAIL, false, DERNull.INSTANCE);
                    builder.addExtension(Extension.qCStatements, false, new DERSequence(new ASN1Encodable[0]));
                }),
                root);
    }

    @Override
    public synchronized TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        if (renewing && !clock.instant().isBefore(successorDue)) {
            succeed();
        }
        return authority.getTimeStampResponse(algorithm, digest);
    }

    private void succeed() {
        KeyPair keys = keys();
        Instant now = clock.instant();
        String name = "CN=Provtidsstämpling " + ++generations + ",O=Provsamverkan,C=SE";
        X509Certificate certificate =
                issue(name, keys.getPublic(), now.minusSeconds(60), YEAR.multipliedBy(3), builder -> {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
                    places(builder);
                });
        authority = new Stamp(keys, certificate);
        successorDue = now.plus(YEAR.multipliedBy(2));
    }

    /** One generation of the authority. */
    private final class Stamp extends KeyEntityTSPSource {

        private static final long serialVersionUID = 1L;

        Stamp(KeyPair keys, X509Certificate certificate) {
            super(
                    keys.getPrivate(),
                    new CertificateToken(certificate),
                    List.of(new CertificateToken(certificate), new CertificateToken(root)));
            setTsaPolicy("1.2.3.4");
        }

        @Override
        protected Date getProductionTime() {
            return Date.from(clock.instant());
        }
    }

    @Override
    public RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(new X500Name(ROOT), Date.from(clock.instant()));
            list.setNextUpdate(Date.from(clock.instant().plus(Duration.ofDays(30))));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.getPublicKey()));
            list.addExtension(
                    Extension.cRLNumber,
                    false,
                    new CRLNumber(BigInteger.valueOf(clock.instant().getEpochSecond())));
            byte[] encoded = list.build(signer()).getEncoded();
            return new ExternalResourcesCRLSource(new ByteArrayInputStream(encoded))
                    .getRevocationToken(certificate, issuer);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Extensions {
        void addTo(JcaX509v3CertificateBuilder builder) throws Exception;
    }

    private X509Certificate issue(String subject, PublicKey key, Instant from, Duration life, Extensions extensions) {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(ROOT),
                    new BigInteger(100, new java.security.SecureRandom()),
                    Date.from(from),
                    Date.from(from.plus(life)),
                    new X500Name(subject),
                    key);
            builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(rootKeys.getPublic()));
            extensions.addTo(builder);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** DSS takes no CRL for a certificate that names no place of one. */
    private static void places(JcaX509v3CertificateBuilder builder) throws Exception {
        var name = new GeneralName(GeneralName.uniformResourceIdentifier, "http://justera.example/root.crl");
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null)
        }));
    }

    private org.bouncycastle.operator.ContentSigner signer() throws Exception {
        return new JcaContentSignerBuilder("SHA384withECDSA").build(rootKeys.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
