package se.justera.signing;

import eu.europa.esig.dss.alert.LogOnStatusAlert;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.slf4j.event.Level;
import org.springframework.stereotype.Service;
import se.justera.trust.KeyRing;
import se.justera.trust.RevocationSources;
import se.justera.trust.SigningKey;
import se.justera.trust.TrustAnchors;

/** PAdES (ETSI EN 319 142-1) with DSS. */
@Service
class PadesSigning implements Signing {

    private static final String SEAL_FIELD = "seal";
    private static final String TIMESTAMP_PREFIX = "ts_";

    private final KeyRing keys;
    private final KeySources personalKeys;
    private final PAdESService dss;
    private final ContainerRoom room;
    private final Clock clock;

    PadesSigning(
            KeyRing keys,
            KeySources personalKeys,
            TSPSource timeStamps,
            TrustAnchors anchors,
            RevocationSources revocation,
            Clock clock) {
        this.keys = keys;
        this.personalKeys = personalKeys;
        this.clock = clock;
        this.dss = new PAdESService(verifier(anchors, revocation));
        this.room = new ContainerRoom(timeStamps);
        dss.setTspSource(room);
        dss.setPdfObjFactory(new InPlacePdfFactory());
    }

    private static CommonCertificateVerifier verifier(TrustAnchors anchors, RevocationSources revocation) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors.source());
        verifier.setCrlSource(revocation.crls());
        revocation.ocsp().ifPresent(verifier::setOcspSource);
        verifier.setAlertOnMissingRevocationData(new RevocationWanted());
        // a CRL is as a rule older than the signature it is kept with
        LogOnStatusAlert expected = new LogOnStatusAlert(Level.DEBUG);
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(expected);
        verifier.setAlertOnUncoveredPOE(expected);
        return verifier;
    }

    @Override
    public byte[] seal(byte[] pdf, SealOrder order) {
        PAdESSignatureParameters parameters = parameters(SignatureLevel.PAdES_BASELINE_LT, clock.instant());
        parameters.setPermission(CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        parameters.setSignerName(order.associationName());
        parameters.setReason(order.reason());
        parameters.getImageParameters().setFieldParameters(field(SEAL_FIELD));
        return grown(pdf, "The seal could not be set", () -> {
            SigningKey key = keys.seal(order.orgNumber());
            return put(pdf, parameters, key, room.forSignature(key.chain()));
        });
    }

    @Override
    public byte[] sign(byte[] pdf, SignatureOrder order) {
        Instant now = clock.instant();
        PAdESSignatureParameters parameters = parameters(SignatureLevel.PAdES_BASELINE_T, now);
        parameters.setSignerName(order.signer().name());
        parameters.setReason(order.reason());
        parameters.bLevel().setClaimedSignerRoles(new ArrayList<>(order.claimedRoles()));
        parameters.setImageParameters(
                new AppearanceParameters(Appearance.of(order, now, keys.trial()), order.fieldName()));
        return grown(pdf, "The field %s could not be signed".formatted(order.fieldName()), () -> {
            try (PersonalKey key = personalKeys.keyFor(order)) {
                return put(
                        pdf, parameters, key, key.isElsewhere() ? ContainerRoom.AMPLE : room.forSignature(key.chain()));
            }
        });
    }

    @Override
    public List<String> keySources() {
        return personalKeys.names();
    }

    @Override
    public byte[] preserve(byte[] pdf) {
        PAdESSignatureParameters parameters = parameters(SignatureLevel.PAdES_BASELINE_LTA, clock.instant());
        return grown(pdf, "The archive time-stamp could not be set", () -> {
            DSSDocument document = new InMemoryDocument(pdf);
            parameters.getArchiveTimestampParameters().setContentSize(room.forTimestamp());
            // where all are filled, DSS adds a field without room on the page
            nextTimestampField(document)
                    .ifPresent(name -> parameters
                            .getArchiveTimestampParameters()
                            .getImageParameters()
                            .setFieldParameters(field(name)));
            return dss.extendDocument(document, parameters);
        });
    }

    private Optional<String> nextTimestampField(DSSDocument document) {
        return dss.getAvailableSignatureFields(document).stream()
                .filter(name -> name.matches(TIMESTAMP_PREFIX + "\\d{1,9}"))
                .min(Comparator.comparingInt(name -> Integer.parseInt(name.substring(TIMESTAMP_PREFIX.length()))));
    }

    private static SignatureFieldParameters field(String name) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setFieldId(name);
        return field;
    }

    private static PAdESSignatureParameters parameters(SignatureLevel level, Instant now) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setAppName("Justera");
        parameters.setSigningTimeZone(TimeZone.getTimeZone("UTC"));
        parameters.bLevel().setSigningDate(Date.from(now));
        return parameters;
    }

    private DSSDocument put(byte[] pdf, PAdESSignatureParameters parameters, SigningKey key, int bytes) {
        parameters.setSigningCertificate(new CertificateToken(key.chain().get(0)));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setContentSize(bytes);
        DSSDocument document = new InMemoryDocument(pdf);
        ToBeSigned data = dss.getDataToSign(document, parameters);
        byte[] value = key.sign(parameters.getSignatureAlgorithm().getJCEId(), data.getBytes());
        return dss.signDocument(document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value));
    }

    /** Whatever refuses, one sentence comes out; whatever comes out begins with what went in. */
    private byte[] grown(byte[] pdf, String failure, Supplier<DSSDocument> step) {
        byte[] result;
        try {
            result = bytes(withRoom(step));
        } catch (SigningFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SigningFailed(failure + ": " + Refusal.reason(e), e);
        }
        if (result.length <= pdf.length || Arrays.mismatch(pdf, result) != pdf.length) {
            throw new SigningFailed(failure + ": the result does not begin with the bytes given.");
        }
        return result;
    }

    /** Once more, with ample room, where what came was longer than anything before. */
    private DSSDocument withRoom(Supplier<DSSDocument> step) {
        try {
            return step.get();
        } catch (NoRoom e) {
            room.more();
            return step.get();
        }
    }

    /** Without a copy where there is no need of one: a document may be large. */
    private static byte[] bytes(DSSDocument document) {
        return document instanceof InMemoryDocument held ? held.getBytes() : DSSUtils.toByteArray(document);
    }
}
