package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.justera.kernel.Identified;
import se.justera.trust.CertificateSubject;
import se.justera.trust.TestTrust;

/** A key that exists for one signature. */
class OneTimeKeyTests {

    private static final byte[] DATA = {1, 2, 3};

    @Test
    void signsOnceAndIsGone() throws Exception {
        OneTimeKey key = make();
        Signature verification = Signature.getInstance("SHA256withECDSA");
        verification.initVerify(key.chain().get(0).getPublicKey());
        verification.update(DATA);
        assertThat(verification.verify(key.sign("SHA256withECDSA", DATA))).isTrue();
        assertThatThrownBy(() -> key.sign("SHA256withECDSA", DATA)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isGoneWhenClosedUnused() {
        OneTimeKey key = make();
        key.close();
        assertThatThrownBy(() -> key.sign("SHA256withECDSA", DATA)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isGoneWhenItCouldNotSign() {
        OneTimeKey key = make();
        assertThatThrownBy(() -> key.sign("SHA256withRSA", DATA)).isInstanceOf(SigningFailed.class);
        assertThatThrownBy(() -> key.sign("SHA256withECDSA", DATA)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNewForEveryCall() {
        assertThat(make().chain().get(0).getPublicKey())
                .isNotEqualTo(make().chain().get(0).getPublicKey());
    }

    private static OneTimeKey make() {
        Identified identified = new Identified("mail-code", "low", "https://justera.example", Instant.EPOCH);
        return OneTimeKey.make(
                TestTrust.sample(Clock.systemUTC()).authority(),
                new CertificateSubject("Åsa Öhrn", "p-1", "", identified),
                new SecureRandom());
    }
}
