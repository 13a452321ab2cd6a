package se.justera.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** What must be right about an authority's answer before a signature is built on it (RFC 3161, 2.2 and 2.4.2). */
final class TimeStampCheck {

    private final Duration tolerance;
    private final Clock clock;

    /** @param tolerance how far the authority's clock and ours may differ */
    TimeStampCheck(Duration tolerance, Clock clock) {
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** @throws TimeStampRefused with a clause that says what is wrong, or why the authority gave none */
    TimeStampToken accepted(byte[] answer, TimeStampRequest request) {
        TimeStampToken token = granted(read(answer));
        requireTheQuestion(token.getTimeStampInfo(), request);
        X509CertificateHolder certificate = signedBy(token);
        requireValid(certificate);
        requireSameTime(token.getTimeStampInfo());
        requireNamed(token, certificate);
        return token;
    }

    private static TimeStampResponse read(byte[] answer) {
        try {
            return new TimeStampResponse(answer);
        } catch (TSPException | IOException | RuntimeException e) {
            throw new TimeStampRefused("its answer is no time-stamp response", e);
        }
    }

    private static TimeStampToken granted(TimeStampResponse response) {
        TimeStampToken token = response.getTimeStampToken();
        boolean given =
                response.getStatus() == PKIStatus.GRANTED || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
        if (!given || token == null) {
            throw new TimeStampRefused(refusal(response), null);
        }
        return token;
    }

    private static String refusal(TimeStampResponse response) {
        StringBuilder sentence = new StringBuilder("it refused (PKIStatus " + response.getStatus());
        PKIFailureInfo info = response.getFailInfo();
        if (info != null) {
            sentence.append(", failInfo ").append(failure(info));
        }
        sentence.append(')');
        String text = response.getStatusString();
        if (text != null && !text.isBlank()) {
            sentence.append(": ")
                    .append(
                            text.strip().replaceAll("\\p{Cntrl}+", " "),
                            0,
                            Math.min(300, text.strip().length()));
        }
        return sentence.toString();
    }

    private static String failure(PKIFailureInfo info) {
        return switch (info.intValue()) {
            case PKIFailureInfo.badAlg -> "badAlg";
            case PKIFailureInfo.badRequest -> "badRequest";
            case PKIFailureInfo.badDataFormat -> "badDataFormat";
            case PKIFailureInfo.timeNotAvailable -> "timeNotAvailable";
            case PKIFailureInfo.unacceptedPolicy -> "unacceptedPolicy";
            case PKIFailureInfo.unacceptedExtension -> "unacceptedExtension";
            case PKIFailureInfo.addInfoNotAvailable -> "addInfoNotAvailable";
            case PKIFailureInfo.systemFailure -> "systemFailure";
            default -> Integer.toString(info.intValue());
        };
    }

    private static void requireTheQuestion(TimeStampTokenInfo info, TimeStampRequest request) {
        BigInteger nonce = info.getNonce();
        if (!Objects.equals(nonce, request.getNonce())) {
            throw new TimeStampRefused(
                    "its time-stamp has another nonce than the question: an old or foreign answer", null);
        }
        boolean same = info.getMessageImprintAlgOID().equals(request.getMessageImprintAlgOID())
                && Arrays.equals(info.getMessageImprintDigest(), request.getMessageImprintDigest());
        if (!same) {
            throw new TimeStampRefused("its time-stamp is for other data than asked for", null);
        }
    }

    private static X509CertificateHolder signedBy(TimeStampToken token) {
        Collection<X509CertificateHolder> signers = token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .toList();
        for (X509CertificateHolder certificate : signers) {
            try {
                TSPUtil.validateCertificate(certificate);
                if (token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                    return certificate;
                }
            } catch (TSPException e) {
                throw new TimeStampRefused("its certificate is not for time-stamps: " + e.getMessage(), e);
            } catch (OperatorCreationException | CertificateException e) {
                throw new TimeStampRefused("its signature cannot be checked: " + e.getMessage(), e);
            }
        }
        throw new TimeStampRefused("its time-stamp's signature is wrong, or comes without the certificate", null);
    }

    private void requireValid(X509CertificateHolder certificate) {
        Instant now = clock.instant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            throw new TimeStampRefused("its certificate expired at " + until, null);
        } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new TimeStampRefused(
                    "its certificate is not valid before "
                            + certificate.getNotBefore().toInstant(),
                    null);
        }
    }

    /** By its hash, in what is signed (RFC 5816, 2.1): a certificate that was put in its place is another promise. */
    private static void requireNamed(TimeStampToken token, X509CertificateHolder certificate) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (TSPException | OperatorCreationException | CertificateException e) {
            throw new TimeStampRefused("its time-stamp names another certificate than it comes with", e);
        }
    }

    private void requireSameTime(TimeStampTokenInfo info) {
        Instant theirs = info.getGenTime().toInstant();
        Duration difference = Duration.between(clock.instant(), theirs);
        if (difference.abs().compareTo(tolerance) > 0) {
            throw new TimeStampRefused(
                    "its time (%s) and this machine's clock differ by %d s, more than the %d s of justera.trust.clock-tolerance: one of the clocks is wrong"
                            .formatted(theirs, difference.abs().toSeconds(), tolerance.toSeconds()),
                    null);
        }
    }
}
