package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.justera.trust.OnlineRevocation;
import se.justera.trust.RevocationSources;
import se.justera.trust.TestTrust;
import se.justera.trust.TrustAnchors;
import se.justera.trust.TsaWithOcsp;
import se.justera.trust.TsaWithOcsp.Ocsp;

/** What another authority's OCSP does not tell is not made up: the step fails with a sentence and is tried again. */
class OcspOfOthersTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private static TsaWithOcsp authority;
    private static Signing signing;
    private static byte[] signed;

    @BeforeAll
    static void sign() throws Exception {
        authority = new TsaWithOcsp(CLOCK);
        TestTrust own = TestTrust.sample(CLOCK);
        TrustAnchors anchors = authority.anchorsWith(own.anchors());
        var online = OnlineRevocation.within(Duration.ofSeconds(1));
        signing = TestSigning.of(
                own.keys(),
                own.authority(),
                authority.timeStamps(),
                anchors,
                new RevocationSources(own.revocation().crls(), Optional.of(online.ocsp())),
                CLOCK);
        signed = signing.sign(FieldedPdf.make(), TestSigning.order("sig_1", "Åsa Öhrn", CLOCK.instant(), "Ordförande"));
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_ORDER")
    void aDocumentIsNotSealedWithoutProofThatTheTimeStampHolds(Ocsp state) {
        authority.ocspIs(state);
        assertThatThrownBy(() -> signing.seal(FieldedPdf.make(), "Förbundet"))
                .isExactlyInstanceOf(SigningFailed.class)
                .hasMessageContaining("The seal could not be set")
                .hasMessageContaining("whether the certificate of Another TSA has been revoked could not be learnt")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aDocumentIsPreservedAsSoonAsTheyAnswerAgain() {
        authority.ocspIs(Ocsp.DOWN);
        assertThatThrownBy(() -> signing.preserve(signed))
                .isExactlyInstanceOf(SigningFailed.class)
                .hasMessageContaining("The archive time-stamp could not be set")
                .hasMessageContaining("Another TSA");
        authority.ocspIs(Ocsp.IN_ORDER);
        assertThat(signing.preserve(signed)).startsWith(signed).hasSizeGreaterThan(signed.length);
    }

    /** A person need not wait for others' OCSP: the proof is added when all have signed. */
    @Test
    void aPersonSignsAllTheSame() {
        authority.ocspIs(Ocsp.DOWN);
        byte[] more = signing.sign(signed, TestSigning.order("sig_2", "Eva Ek", CLOCK.instant(), "Justerare"));
        assertThat(more).startsWith(signed);
        authority.ocspIs(Ocsp.IN_ORDER);
    }
}
