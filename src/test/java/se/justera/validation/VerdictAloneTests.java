package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.justera.kernel.Sha256;

/** The verdict alone, for what the service has made itself: the same as with everything, and nobody is asked for more. */
class VerdictAloneTests {

    private static final Validation STRICT =
            new StrictValidation(List.of(), ValidationLimits.standard(), Clock.systemUTC());
    private static final OwnDocuments NOT_TO_BE_ASKED = new OwnDocuments() {
        @Override
        public Optional<StoredRevision> revisionWith(Sha256 sha256) {
            throw new IllegalStateException("asked for " + sha256);
        }

        @Override
        public Optional<AdjustedDocument> withCode(String claimedCode) {
            throw new IllegalStateException("asked for " + claimedCode);
        }
    };

    private final Validation knowing = TestValidation.knowing(STRICT, NOT_TO_BE_ASKED);

    @Test
    void isTheSameAndLooksNothingUp() {
        byte[] signed = OldProduct.sound().sign(TestPdf.unsigned());
        byte[] altered = Attacks.append(signed, "% added");
        for (byte[] pdf : List.of(TestPdf.unsigned(), signed, altered, new byte[0])) {
            assertThat(knowing.verdict(pdf))
                    .isEqualTo(STRICT.validate("p.pdf", pdf, Locale.ENGLISH).verdict());
        }
        assertThatThrownBy(() -> knowing.validate("p.pdf", signed, Locale.ENGLISH))
                .as("which it does with everything else")
                .isInstanceOf(IllegalStateException.class);
    }
}
