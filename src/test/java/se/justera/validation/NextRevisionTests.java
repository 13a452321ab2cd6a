package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.TestTrust;
import se.justera.validation.AttackFamiliesTests.Attack;

/** The short way to the verdict on our own next revision: it may say no to what is valid, never yes to what is not. */
class NextRevisionTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Signing SIGNING = TestSigning.sample(CLOCK);
    private static final List<byte[]> REVISIONS = SignedSample.revisions();
    private static final byte[] SIGNED = REVISIONS.get(1);
    private static final byte[] NEXT = REVISIONS.get(2);

    private static final StrictValidation TRUSTING =
            new StrictValidation(AttackFamiliesTests.SIGNER.anchors(), ValidationLimits.standard(), CLOCK);

    private final SettableClock clock = new SettableClock();
    private final StrictValidation validation = new StrictValidation(
            List.of(TestTrust.sample(CLOCK).anchors().source()), ValidationLimits.standard(), clock);

    @BeforeEach
    void knowTheSignedRevision() {
        assertThat(validation.verdict(SIGNED)).isEqualTo(Verdict.VALID);
    }

    @Test
    void followsOurOwnDocumentFromTheSealToTheLastSignature() {
        assertThat(validation.verdict(REVISIONS.get(0))).isEqualTo(Verdict.VALID);
        for (int i = 1; i < REVISIONS.size() - 2; i++) {
            assertThat(validation.isNext(REVISIONS.get(i - 1), REVISIONS.get(i)))
                    .isTrue();
            assertThat(validation.verdictOfNext(REVISIONS.get(i - 1), REVISIONS.get(i)))
                    .isEqualTo(Verdict.VALID);
        }
    }

    /** As the service has it: what knows of extracts and of the archive stands before it. */
    @Test
    void isAskedByTheServiceForTheVerdictOnTheNextRevision() {
        var asked = new AtomicInteger();
        Duration patience = ValidationLimits.standard().timeout();
        var counting = new PassedOn(validation, patience) {
            @Override
            public ValidationResult validate(String name, byte[] pdf, Locale locale) {
                asked.incrementAndGet();
                return super.validate(name, pdf, locale);
            }

            @Override
            public Verdict verdictOfNext(byte[] known, byte[] made) {
                return inner.verdictOfNext(known, made);
            }
        };
        var service = new OwnDocumentValidation(
                new ExtractAwareValidation(counting, KnownExtracts.none(), patience), OwnDocuments.none(), patience);
        assertThat(service.verdict(REVISIONS.get(0))).isEqualTo(Verdict.VALID);
        assertThat(asked).hasValue(1);
        assertThat(service.verdictOfNext(REVISIONS.get(0), SIGNED)).isEqualTo(Verdict.VALID);
        assertThat(service.verdictOfNext(SIGNED, NEXT)).isEqualTo(Verdict.VALID);
        assertThat(asked).hasValue(1);
    }

    @Test
    void looksAtAllOfItWhereAnArchiveTimestampCame() {
        byte[] preserved = REVISIONS.get(REVISIONS.size() - 2);
        byte[] before = REVISIONS.get(REVISIONS.size() - 3);
        assertThat(validation.verdict(before)).isEqualTo(Verdict.VALID);
        assertThat(validation.isNext(before, preserved)).isFalse();
        assertThat(validation.verdictOfNext(before, preserved)).isEqualTo(Verdict.VALID);
    }

    @Test
    void looksAtAllOfItWhereItHasNotSeenTheLastRevision() {
        assertThat(validation.isNext(REVISIONS.get(0), SIGNED)).isFalse();
        assertThat(validation.isNext(NEXT, REVISIONS.get(3))).isFalse();
    }

    @Test
    void looksAtAllOfItWhereTheLastRevisionIsNotTheBeginning() {
        byte[] other =
                SIGNING.sign(REVISIONS.get(0), TestSigning.order("sig_1", "Bo Öberg", CLOCK.instant(), "Justerare"));
        assertThat(validation.verdict(other)).isEqualTo(Verdict.VALID);
        assertThat(validation.isNext(other, NEXT)).isFalse();
    }

    @Test
    void looksAtAllOfItAnHourLater() {
        assertThat(validation.isNext(SIGNED, NEXT)).isTrue();
        clock.later = Duration.ofMinutes(61);
        assertThat(validation.isNext(SIGNED, NEXT)).isFalse();
    }

    @Test
    void doesNotTrustASignerWhomItDoesNotKnow() {
        byte[] foreign = new TestSigner().sign(SIGNED, "sig_2", "Bo", "Öberg");
        assertThat(validation.isNext(SIGNED, foreign)).isFalse();
        assertThat(validation.verdictOfNext(SIGNED, foreign)).isEqualTo(Verdict.INTACT_UNTRUSTED);
    }

    @Test
    void isNotFooledByAnOldSignatureThatIsPutIntoAnotherField() {
        byte[] copied = Attacks.update(SIGNED, pdf -> {
            var form = pdf.getDocumentCatalog().getAcroForm(null);
            var field = form.getField("sig_3").getCOSObject();
            field.setItem("V", form.getField("sig_1").getCOSObject().getCOSDictionary(COSName.V));
            field.setNeedToBeUpdated(true);
        });
        assertRefused(copied);
        assertRefused(sign(copied));
    }

    /** Between a revision that is known and the signature that the attacker lets somebody make. */
    @ParameterizedTest
    @MethodSource("se.justera.validation.AttackFamiliesTests#changes")
    void isNotFooledByAChangeThatWasSignedOver(Attack attack) {
        Optional<byte[]> altered = made(attack.change());
        assumeTrue(altered.isPresent(), "the attack needs a document that is prepared for it");
        byte[] over = sign(altered.get());
        assumeTrue(
                !validation.isNext(SIGNED, over) || validation.verdict(over) != Verdict.VALID,
                "the attack does nothing to this document");
        assertThat(validation.isNext(SIGNED, over)).isFalse();
    }

    /** The fixtures as they are: whatever of them was valid once is known. */
    @ParameterizedTest
    @MethodSource({
        "se.justera.validation.AttackFamiliesTests#changes",
        "se.justera.validation.AttackFamiliesTests#bytes"
    })
    void takesTheShortWayWithNoneOfTheFixtures(Attack attack) {
        byte[] made = attack.altered();
        for (List<Integer> range : Attacks.byteRanges(made)) {
            int end = range.get(2) + range.get(3);
            if (end > 0 && end < made.length) {
                byte[] known = Arrays.copyOf(made, end);
                TRUSTING.verdict(known);
                assertThat(TRUSTING.isNext(known, made)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 150, 333, 500, 800, 950, 999})
    void isNotFooledByAFlippedBit(int permille) {
        int at = SIGNED.length + (NEXT.length - SIGNED.length) * permille / 1000;
        byte[] flipped = Attacks.flip(NEXT, at);
        assertThat(validation.isNext(SIGNED, flipped)).isFalse();
    }

    private void assertRefused(byte[] made) {
        assertThat(validation.isNext(SIGNED, made)).isFalse();
        assertThat(validation.verdictOfNext(SIGNED, made)).isNotEqualTo(Verdict.VALID);
    }

    private static byte[] sign(byte[] pdf) {
        return SIGNING.sign(pdf, TestSigning.order("sig_2", "Bo Öberg", CLOCK.instant(), "Justerare"));
    }

    private static Optional<byte[]> made(Attacks.Change change) {
        try {
            return Optional.of(Attacks.update(SIGNED, change));
        } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The real time, or later. */
    private static final class SettableClock extends Clock {

        private Duration later = Duration.ZERO;

        @Override
        public Instant instant() {
            return CLOCK.instant().plus(later);
        }

        @Override
        public ZoneId getZone() {
            return CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
