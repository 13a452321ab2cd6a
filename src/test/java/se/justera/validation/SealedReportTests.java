package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.document.Conformance;
import se.justera.document.ReportSetter;
import se.justera.document.ReportText;
import se.justera.document.ReportText.Section;
import se.justera.document.ReportText.Table;
import se.justera.signing.SealOrder;
import se.justera.signing.TestSigning;

/** A report with the seal on it is itself valid, and still PDF/A-3a and PDF/UA-1. */
class SealedReportTests {

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void isValidAndConforms(String language) {
        Clock clock = Clock.systemUTC();
        ReportText text = new ReportText(
                Locale.forLanguageTag(language),
                "protokoll.pdf",
                "Dokumentet är undertecknat.",
                List.of(new Section(
                        "Underskrifter", new Table(List.of("Namn", "Roll"), List.of(List.of("Bo Ek", "Justerare"))))));

        byte[] sealed = TestSigning.sample(clock)
                .seal(new ReportSetter(clock).sealablePdf(text), new SealOrder("Justera", null, "Valideringsrapport"));

        assertThat(Conformance.faults(sealed)).isEmpty();
        Validation validation =
                NamedTrust.trusting(List.of(NamedTrust.read(Path.of("certs-sample", "trust"), null)), clock);
        ValidationResult result = validation.validate("rapport.pdf", sealed, Locale.ENGLISH);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures())
                .singleElement()
                .satisfies(signature -> assertThat(signature.kind()).isEqualTo(ValidationResult.Kind.SEAL));
    }
}
