package se.justera.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;

/** A time-stamping authority in this process (RFC 3161): the configured key, the injected clock. */
final class EmbeddedTsa extends KeyEntityTSPSource {

    private static final long serialVersionUID = 1L;

    private final transient Clock clock;
    private final transient SecureRandom random;

    EmbeddedTsa(StoredKey key, Clock clock, SecureRandom random) {
        super(key.privateKey(), key.certificate(), key.chain());
        this.clock = clock;
        this.random = random;
        setDigestAlgorithm(digestFor(key));
        setTsaPolicy(TrustSettings.TIME_STAMP_POLICY);
    }

    private static DigestAlgorithm digestFor(StoredKey key) {
        return SignatureAlgorithms.forKey(key.certificate().getPublicKey()).startsWith("SHA384")
                ? DigestAlgorithm.SHA384
                : DigestAlgorithm.SHA256;
    }

    @Override
    protected Date getProductionTime() {
        return Date.from(clock.instant());
    }

    @Override
    protected BigInteger getTimeStampSerialNumber() {
        return new BigInteger(128, random);
    }
}
