package se.justera.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A time-stamping authority on the net (RFC 3161). What it gives is checked before anybody builds on it; a question that
 * was not answered is asked again, an answer that was a refusal is not.
 */
final class RemoteTsa implements TSPSource {

    private static final long serialVersionUID = 1L;

    private static final int NONCE_BITS = 64;

    private final transient TsaConnection connection;
    private final transient TimeStampCheck check;
    private final transient SecureRandom random;
    private final int tries;

    RemoteTsa(TsaConnection connection, int tries, Duration tolerance, Clock clock, SecureRandom random) {
        this.connection = connection;
        this.check = new TimeStampCheck(tolerance, clock);
        this.random = random;
        this.tries = tries;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimeStampRequestGenerator question = new TimeStampRequestGenerator();
        question.setCertReq(true);
        TimeStampRequest request = question.generate(
                new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(NONCE_BITS, random));
        try {
            TimeStampToken token = check.accepted(answer(request.getEncoded()), request);
            return new TimestampBinary(token.getEncoded(ASN1Encoding.DL));
        } catch (IOException e) {
            throw new TimeStampRefused("its time-stamp cannot be read", e);
        }
    }

    private byte[] answer(byte[] request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return connection.ask(request);
            } catch (TsaConnection.NoAnswer e) {
                if (attempt >= tries) {
                    throw new TimeStampRefused(e.getMessage(), e);
                }
            }
        }
    }
}
