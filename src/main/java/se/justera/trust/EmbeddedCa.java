package se.justera.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** The issuing authority in this process, with the configured key. */
final class EmbeddedCa implements CertificateAuthority {

    /** A time-stamp has whole seconds and another clock; neither may fall before the certificate begins. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** validity-assured-short-term, ETSI EN 319 412-1, 5.2.2. */
    private static final ASN1ObjectIdentifier VALIDITY_ASSURED = new ASN1ObjectIdentifier("0.4.0.194121.2.1");

    /** noRevAvail, RFC 9608. */
    private static final ASN1ObjectIdentifier NO_REVOCATION = new ASN1ObjectIdentifier("2.5.29.56");

    /** QcType with esign, ETSI EN 319 412-5, 4.2.3. Without it a validator cannot tell what the certificate is for. */
    private static final QCStatement QC_TYPE_ESIGN = new QCStatement(
            new ASN1ObjectIdentifier("0.4.0.1862.1.6"), new DERSequence(new ASN1ObjectIdentifier("0.4.0.1862.1.6.1")));

    private static final Duration YEAR = Duration.ofDays(365);

    /** RFC 5280, appendix A.1: ub-common-name. */
    private static final int LONGEST_COMMON_NAME = 64;

    private final StoredKey key;
    private final TrustSettings settings;
    private final CertificateRegister register;
    private final Supplier<RevocationAddresses> addresses;
    private final Clock clock;
    private final SecureRandom random;

    EmbeddedCa(
            StoredKey key,
            TrustSettings settings,
            CertificateRegister register,
            Supplier<RevocationAddresses> addresses,
            Clock clock,
            SecureRandom random) {
        this.key = key;
        this.settings = settings;
        this.register = register;
        this.addresses = addresses;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public List<X509Certificate> issue(PublicKey subjectKey, CertificateSubject subject) {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(certificate(subjectKey, subject));
            chain.addAll(key.chain());
            if (revocable()) {
                register.issued(chain.get(0));
            }
            return List.copyOf(chain);
        } catch (GeneralSecurityException | IOException e) {
            throw new KeysUnusable("The key of justera.trust.issuing-ca-store does not issue: " + e.getMessage(), e);
        }
    }

    private X509Certificate certificate(PublicKey subjectKey, CertificateSubject subject)
            throws GeneralSecurityException, IOException {
        Instant now = clock.instant();
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                X500Name.getInstance(key.certificate().getSubjectX500Principal().getEncoded()),
                new BigInteger(126, random),
                Date.from(now.minus(SKEW)),
                Date.from(expiry(now)),
                distinguishedName(subject),
                subjectKey);
        addUse(certificate);
        addAuthority(certificate, subjectKey);
        addRevocation(certificate);
        certificate.addExtension(AuthenticationContext.OID, false, AuthenticationContext.of(subject.identified()));
        return new JcaX509CertificateConverter().getCertificate(certificate.build(key.contentSigner()));
    }

    private boolean revocable() {
        return settings.certificateProfile() == CertificateProfile.REVOCABLE;
    }

    private Instant expiry(Instant now) {
        Instant expiry = now.plus(revocable() ? YEAR : settings.certificateValidity());
        if (expiry.isAfter(key.certificate().getNotAfter().toInstant())) {
            throw new KeysUnusable("The certificate of justera.trust.issuing-ca-store expires at %s; renew it."
                    .formatted(key.certificate().getNotAfter().toInstant()));
        }
        return expiry;
    }

    /** Values are encoded here: from strings Bouncy Castle would read some of them ("#1") as hexadecimal. */
    private X500Name distinguishedName(CertificateSubject subject) {
        PersonName name = PersonName.of(subject.name());
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, new DERPrintableString("SE"));
        if (!subject.organisation().isBlank()) {
            builder.addRDN(BCStyle.O, new DERUTF8String(subject.organisation().strip()));
        }
        name.givenNames().ifPresent(given -> builder.addRDN(BCStyle.GIVENNAME, new DERUTF8String(given)));
        return builder.addRDN(BCStyle.SURNAME, new DERUTF8String(name.surname()))
                .addRDN(BCStyle.SERIALNUMBER, new DERPrintableString(serialNumber(subject)))
                .addRDN(BCStyle.CN, new DERUTF8String(commonName(subject.name())))
                .build();
    }

    /** A personnummer as ETSI EN 319 412-1, 5.1.3, wants it, but only where it is both known and configured. */
    private String serialNumber(CertificateSubject subject) {
        String personalNumber = subject.personalNumber();
        return settings.personalNumbers() && personalNumber != null ? "PNOSE-" + personalNumber : subject.pseudonym();
    }

    private static String commonName(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_COMMON_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_COMMON_NAME));
    }

    private void addUse(X509v3CertificateBuilder certificate) throws IOException {
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
        certificate.addExtension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(settings.certificatePolicy()))));
        certificate.addExtension(Extension.qCStatements, false, new DERSequence(QC_TYPE_ESIGN));
    }

    private void addRevocation(X509v3CertificateBuilder certificate) throws IOException {
        if (!revocable()) {
            certificate.addExtension(VALIDITY_ASSURED, false, DERNull.INSTANCE);
            certificate.addExtension(NO_REVOCATION, false, DERNull.INSTANCE);
            return;
        }
        GeneralNames place = new GeneralNames(url(addresses.get().crl()));
        DistributionPoint crl = new DistributionPoint(new DistributionPointName(place), null, null);
        certificate.addExtension(
                Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {crl}));
    }

    private AccessDescription[] access() {
        AccessDescription issuer =
                new AccessDescription(X509ObjectIdentifiers.id_ad_caIssuers, url(settings.issuingCaUrl()));
        return revocable()
                ? new AccessDescription[] {
                    new AccessDescription(
                            X509ObjectIdentifiers.id_ad_ocsp,
                            url(addresses.get().ocsp())),
                    issuer
                }
                : new AccessDescription[] {issuer};
    }

    private static GeneralName url(URI address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
    }

    private void addAuthority(X509v3CertificateBuilder certificate, PublicKey subjectKey)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        certificate.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subjectKey));
        certificate.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(key.certificate().getPublicKey()));
        certificate.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access()));
    }
}
