package se.justera.trust;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * OCSP (RFC 6960), signed by the issuing authority itself: a responder's certificate of its own would have to be proven
 * valid for as long as the signatures that it helped to prove.
 */
final class OcspResponder {

    private static final Duration LIFE = Duration.ofHours(12);
    private static final int MOST_QUESTIONS = 10;

    /** RFC 9654, 2.1. */
    private static final int LONGEST_NONCE = 128;

    private final StoredKey key;
    private final KnownCertificates known;
    private final Clock clock;

    OcspResponder(StoredKey key, KnownCertificates known, Clock clock) {
        this.key = key;
        this.known = known;
        this.clock = clock;
    }

    byte[] answer(byte[] request) {
        try {
            return response(request).getEncoded();
        } catch (IOException | OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new KeysUnusable("The key of justera.trust.issuing-ca-store answers no OCSP: " + e.getMessage(), e);
        }
    }

    private OCSPResp response(byte[] bytes)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        OCSPReq request = read(bytes);
        if (request == null || request.getRequestList().length == 0) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.MALFORMED_REQUEST, null);
        }
        X509CertificateHolder issuer = new JcaX509CertificateHolder(key.certificate());
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        Req[] questions = request.getRequestList();
        if (questions.length > MOST_QUESTIONS || !allOurs(questions, issuer, digests)) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.UNAUTHORIZED, null);
        }
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, answered(request, issuer));
    }

    private static @Nullable OCSPReq read(byte[] bytes) {
        try {
            return new OCSPReq(bytes);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static boolean allOurs(Req[] questions, X509CertificateHolder issuer, DigestCalculatorProvider digests)
            throws OCSPException {
        for (Req question : questions) {
            if (!question.getCertID().matchesIssuer(issuer, digests)) {
                return false;
            }
        }
        return true;
    }

    private BasicOCSPResp answered(OCSPReq request, X509CertificateHolder issuer) throws OCSPException {
        Instant now = clock.instant();
        Extensions sinceTheBeginning = archiveCutoff(issuer);
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(issuer.getSubject()));
        for (Req question : request.getRequestList()) {
            answer.addResponse(
                    question.getCertID(),
                    state(question.getCertID()),
                    Date.from(now),
                    Date.from(now.plus(LIFE)),
                    sinceTheBeginning);
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null && length(nonce) <= LONGEST_NONCE) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        return answer.build(key.contentSigner(), new X509CertificateHolder[] {issuer}, Date.from(now));
    }

    /** Nothing is forgotten when it expires: the CA's first day (ETSI EN 319 411-2, CSS-6.3.10; RFC 6960, 4.4.4). */
    private static Extensions archiveCutoff(X509CertificateHolder issuer) throws OCSPException {
        try {
            return new Extensions(Extension.create(
                    OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
                    false,
                    new ASN1GeneralizedTime(issuer.getNotBefore())));
        } catch (IOException e) {
            throw new OCSPException("the archive cutoff is not encoded", e);
        }
    }

    private static int length(Extension nonce) {
        ASN1OctetString value = nonce.getExtnValue();
        return value.getOctetsLength();
    }

    private @Nullable CertificateStatus state(CertificateID id) {
        return known.revocation(id.getSerialNumber())
                .<CertificateStatus>map(revoked -> new RevokedStatus(
                        Date.from(revoked.at()), revoked.reason().code()))
                .orElseGet(() -> known.knows(id.getSerialNumber()) ? CertificateStatus.GOOD : new UnknownStatus());
    }
}
