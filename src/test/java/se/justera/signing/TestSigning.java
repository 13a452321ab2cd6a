package se.justera.signing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import se.justera.kernel.Identified;
import se.justera.trust.TestTrust;

/** Signing without a Spring context, and orders for it. */
public final class TestSigning {

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
                new KeySources(List.of(new OneTimeKeys(trust.authority(), new SecureRandom()))),
                trust.timeStamps(),
                trust.anchors(),
                trust.revocation(),
                clock);
    }

    /** A person's order, identified a moment before. */
    public static SignatureOrder order(String field, String name, Instant now, String... roles) {
        Identified identified = new Identified("mail-code", "low", "https://justera.example", now.minusSeconds(40));
        Signer signer = new Signer(
                name, "p-" + Integer.toHexString(name.hashCode()), "Samordningsförbundet Exempel", identified);
        return new SignatureOrder(field, signer, List.of(roles), "Justering av protokoll 2026-09-14");
    }
}
