package se.justera.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A time-stamping authority in this process (RFC 3161, profile of ETSI EN 319 422): the configured key, the injected
 * clock.
 */
final class EmbeddedTsa implements TSPSource, TimeStampAuthority {

    private static final long serialVersionUID = 1L;

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier(TrustSettings.TIME_STAMP_POLICY);

    /** ETSI TS 119 312: SHA-1 is refused; so is another policy, or any extension (RFC 3161, 2.4.1). */
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private final transient StoredKey key;
    private final transient Clock clock;
    private final transient SecureRandom random;

    EmbeddedTsa(StoredKey key, Clock clock, SecureRandom random) {
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimeStampRequestGenerator question = new TimeStampRequestGenerator();
        question.setCertReq(true);
        TimeStampRequest request = question.generate(new ASN1ObjectIdentifier(algorithm.getOid()), digest);
        try {
            return new TimestampBinary(responses()
                    .generate(request, serialNumber(), now())
                    .getTimeStampToken()
                    .getEncoded(ASN1Encoding.DER));
        } catch (TSPException | IOException e) {
            throw new TimeStampRefused("The embedded time-stamping authority refuses: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] answer(byte[] request) {
        try {
            return respond(request).getEncoded();
        } catch (TSPException | IOException e) {
            throw new TimeStampRefused("The embedded time-stamping authority refuses: " + e.getMessage(), e);
        }
    }

    private TimeStampResponse respond(byte[] request) throws TSPException {
        TimeStampResponseGenerator responses = responses();
        try {
            return responses.generate(new TimeStampRequest(request), serialNumber(), now());
        } catch (TSPException e) {
            return responses.generateRejectedResponse(e);
        } catch (IOException | IllegalArgumentException e) {
            return responses.generateFailResponse(
                    PKIStatus.REJECTION,
                    PKIFailureInfo.badDataFormat,
                    "this is no time-stamp request (RFC 3161, 2.4.1)");
        }
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private BigInteger serialNumber() {
        return new BigInteger(128, random);
    }

    private TimeStampResponseGenerator responses() {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            SignerInfoGenerator signer = new SignerInfoGeneratorBuilder(digests)
                    .build(key.contentSigner(), new JcaX509CertificateHolder(key.certificate()));
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    signer, digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
            tokens.addCertificates(new JcaCertStore(key.chain()));
            tokens.setAccuracySeconds(1);
            return new TimeStampResponseGenerator(tokens, DIGESTS, Set.of(POLICY.getId()), Set.of());
        } catch (OperatorCreationException | CertificateEncodingException | TSPException e) {
            throw new KeysUnusable("The certificate of justera.trust.tsa-store does not serve for time-stamps.", e);
        }
    }
}
