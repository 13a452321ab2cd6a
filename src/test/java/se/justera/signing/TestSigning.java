package se.justera.signing;

import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import se.justera.kernel.Identified;
import se.justera.trust.CertificateAuthority;
import se.justera.trust.KeyRing;
import se.justera.trust.RevocationSources;
import se.justera.trust.TestTrust;
import se.justera.trust.TrustAnchors;

/** Signing without a Spring context, and orders for it. */
public final class TestSigning {

    /** Of the people in {@link #order}; a number that nobody has. */
    public static final String PERSONAL_NUMBER = "190001019802";

    private TestSigning() {}

    /** With the published sample keys. */
    public static Signing sample(Clock clock) {
        return with(TestTrust.sample(clock), clock);
    }

    /** With the keys that a {@link se.justera.trust.SamplePki} wrote into a directory. */
    public static Signing in(Path keys, Clock clock) {
        return with(TestTrust.in(keys, clock), clock);
    }

    /** With any keys and time-stamps. */
    public static Signing with(TestTrust trust, Clock clock) {
        return new PadesSigning(
                trust.keys(),
                oneTime(trust.authority()),
                trust.timeStamps(),
                trust.anchors(),
                trust.revocation(),
                clock);
    }

    /** With parts of the test's own. */
    public static Signing of(
            KeyRing keys,
            CertificateAuthority authority,
            TSPSource timeStamps,
            TrustAnchors anchors,
            RevocationSources revocation,
            Clock clock) {
        return new PadesSigning(keys, oneTime(authority), timeStamps, anchors, revocation, clock);
    }

    private static KeySources oneTime(CertificateAuthority authority) {
        return new KeySources(List.of(new OneTimeKeys(authority, new SecureRandom())));
    }

    /** How long time-stamps last, by the table that is delivered. */
    public static ArchiveTimestamps timestamps(TrustAnchors anchors) {
        return timestamps(anchors, new ClassPathResource("policy/ts-119-312.csv"));
    }

    /** How long time-stamps last, by a table of the test's own. */
    public static ArchiveTimestamps timestamps(TrustAnchors anchors, Resource table) {
        return new TimestampStrength(new CryptographicSuites(new SigningSettings(table)), anchors);
    }

    /** A person's order, identified a moment before, with a personal number that the certificate is not to have by default. */
    public static SignatureOrder order(String field, String name, Instant now, String... roles) {
        Identified identified = new Identified("mail-code", "low", "https://justera.example", now.minusSeconds(40));
        Signer signer = new Signer(
                name,
                "p-" + Integer.toHexString(name.hashCode()),
                "Samordningsförbundet Exempel",
                identified,
                PERSONAL_NUMBER);
        return new SignatureOrder(field, signer, List.of(roles), "Justering av protokoll 2026-09-14");
    }
}
