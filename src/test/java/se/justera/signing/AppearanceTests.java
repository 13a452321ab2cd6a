package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.justera.kernel.Identified;

/** What a signature says on the page. */
class AppearanceTests {

    private static final Instant SUMMER = Instant.parse("2026-06-30T22:05:00Z");

    @Test
    void saysWhoInWhichRoleWhenHowAndWhyInSwedishTime() {
        SignatureOrder order = TestSigning.order("sig_1", "Åsa Öhrn", SUMMER, "Ordförande", "Justerare");
        assertThat(Appearance.of(order, SUMMER, false))
                .isEqualTo(new Appearance(
                        "Åsa Öhrn",
                        List.of(
                                "Ordförande, Justerare",
                                "Undertecknat elektroniskt 2026-07-01 kl. 00.05 svensk tid (UTC+2)",
                                "Identifierad med engångskod via e-post",
                                "Justering av protokoll 2026-09-14")));
        assertThat(Appearance.of(order, Instant.parse("2026-12-01T12:00:00Z"), true)
                        .lines())
                .contains(
                        "Undertecknat elektroniskt 2026-12-01 kl. 13.00 svensk tid (UTC+1)",
                        "PROVUNDERSKRIFT utan rättsverkan");
    }

    @Test
    void saysWithWhatAndHowSurelySomebodyWasIdentifiedElsewhere() {
        SignatureOrder order = TestSigning.order("sig_1", "Åsa Öhrn", SUMMER, "Ordförande");
        var identified =
                new Identified("oidc:eid", "E-legitimation", "substantial", "https://idp.example", "acr=loa3", SUMMER);
        Signer signer = new Signer("Åsa Öhrn", "p-1", "Förbundet", identified, null);
        assertThat(Appearance.of(
                                new SignatureOrder(order.fieldName(), signer, List.of(), order.reason()), SUMMER, false)
                        .lines())
                .contains("Identifierad med E-legitimation (tillitsnivå väsentlig)");
    }

    @ParameterizedTest
    @CsvSource({"218,76", "120,40", "400,30", "90,120", "70,30"})
    void isScaledUntilItFits(float width, float height) {
        Appearance appearance = new Appearance(
                "Maria Elisabet Christina af Wetterstedt-Ångström",
                List.of("Justerare", "Undertecknat elektroniskt 2026-07-01 kl. 00.05 svensk tid (UTC+2)", "Skäl"));
        FittedText text = FittedText.of(appearance, width, height, (words, size) -> words.length() * size * 0.5f);
        assertThat(text.height()).isLessThanOrEqualTo(height);
        assertThat(text.lines().stream().map(FittedText.Line::text).collect(Collectors.joining(" ")))
                .isEqualTo(appearance.name() + " " + String.join(" ", appearance.lines()));
        assertThat(text.lines().get(0).size())
                .isGreaterThan(text.lines().get(text.lines().size() - 1).size());
    }

    @Test
    void isTextThatCanBeReadAndSearchedWithoutLigatures() throws IOException {
        Signing signing = TestSigning.sample(Clock.fixed(SUMMER, ZoneOffset.UTC));
        byte[] pdf = signing.sign(
                FieldedPdf.make(new PDRectangle(218, 76)),
                TestSigning.order("sig_1", "Åsa\tO\u0308hrn fi ft 漢", SUMMER, "Ordförande"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getAcroForm().flatten();
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Åsa Öhrn fi ft ?")
                    .contains("PROVUNDERSKRIFT utan rättsverkan")
                    .contains("Undertecknat elektroniskt 2026-07-01");
        }
    }
}
