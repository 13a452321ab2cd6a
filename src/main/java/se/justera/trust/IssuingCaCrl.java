package se.justera.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** The issuing authority's CRL, made again when somebody asks and the last one is a minute old. */
final class IssuingCaCrl {

    /** ETSI EN 319 411-1, CSS-6.3.9: a CRL at least every day. Another day so that nobody stands without one. */
    static final Duration LIFE = Duration.ofDays(2);

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Entries stay after their certificate has expired (ITU-T X.509, 9.5.2.8). */
    private static final ASN1ObjectIdentifier EXPIRED_CERTS_ON_CRL = new ASN1ObjectIdentifier("2.5.29.60");

    private final StoredKey key;
    private final CertificateRegister register;
    private final Clock clock;
    private @Nullable Made last;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Made(byte[] crl, Instant at) {}

    IssuingCaCrl(StoredKey key, CertificateRegister register, Clock clock) {
        this.key = key;
        this.register = register;
        this.clock = clock;
    }

    synchronized byte[] current() {
        Instant now = clock.instant();
        Made known = last;
        if (known == null || now.isBefore(known.at()) || now.isAfter(known.at().plus(FRESH))) {
            known = new Made(make(now), now);
            last = known;
        }
        return known.crl().clone();
    }

    private byte[] make(Instant now) {
        try {
            X509v2CRLBuilder crl =
                    new X509v2CRLBuilder(new JcaX509CertificateHolder(key.certificate()).getSubject(), Date.from(now));
            crl.setNextUpdate(Date.from(now.plus(LIFE)));
            for (Revocation revoked : register.revoked()) {
                crl.addCRLEntry(
                        new BigInteger(revoked.serial(), 16),
                        Date.from(revoked.at()),
                        revoked.reason().code());
            }
            crl.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(key.certificate().getPublicKey()));
            crl.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            crl.addExtension(
                    EXPIRED_CERTS_ON_CRL,
                    false,
                    new ASN1GeneralizedTime(key.certificate().getNotBefore()));
            return crl.build(key.contentSigner()).getEncoded();
        } catch (IOException | CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new KeysUnusable("The key of justera.trust.issuing-ca-store makes no CRL: " + e.getMessage(), e);
        }
    }
}
