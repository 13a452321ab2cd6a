package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.justera.trust.TestTrust;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.ValidationResult.SignatureResult;

/** What the other modules make must be valid for the strictest reader, at every step. */
class OurOwnDocumentTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<byte[]> REVISIONS = SignedSample.revisions();

    private final Validation validation = new StrictValidation(
            List.of(TestTrust.sample(CLOCK).anchors().source()), ValidationLimits.standard(), CLOCK);

    @Test
    void everyRevisionIsValid() {
        for (byte[] revision : REVISIONS) {
            ValidationResult result = validation.validate("p.pdf", revision, Locale.forLanguageTag("sv"));
            assertThat(result.warnings()).isEmpty();
            assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void theSealAndEachPersonAreTold() {
        ValidationResult result = validation.validate("p.pdf", last(), Locale.forLanguageTag("sv"));

        assertThat(result.signatures()).extracting(SignatureResult::kind).startsWith(Kind.SEAL, Kind.SIGNATURE);
        assertThat(result.signatures())
                .extracting(SignatureResult::changesAfter)
                .containsOnly(ChangesAfter.PERMITTED);
        assertThat(result.signatures()).extracting(SignatureResult::format).containsOnly("PAdES_BASELINE_LTA");
        assertThat(result.timestamps()).allMatch(stamp -> stamp.intact() && stamp.trusted());
    }

    @Test
    void aPersonsCertificateSaysHowTheyWereIdentifiedAndTheSealsSaysNothing() {
        ValidationResult result = validation.validate("p.pdf", last(), Locale.forLanguageTag("sv"));

        assertThat(result.signatures().get(0).identified()).isNull();
        assertThat(result.signatures().get(1).identified()).isNotNull().satisfies(identified -> {
            assertThat(identified.method()).isEqualTo("mail-code");
            assertThat(identified.levelOfAssurance()).isEqualTo("low");
            assertThat(identified.by()).startsWith("https://");
        });
    }

    @Test
    void aChangeBehindTheArchiveTimestampIsCaught() {
        byte[] altered = Attacks.update(last(), pdf -> {
            pdf.getDocumentInformation().setTitle("Avtal");
            pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
        });
        assertThat(validation.validate("p.pdf", altered, Locale.ENGLISH).verdict())
                .isEqualTo(Verdict.MODIFIED);
    }

    private static byte[] last() {
        return REVISIONS.get(REVISIONS.size() - 1);
    }
}
