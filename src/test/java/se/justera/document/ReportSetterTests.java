package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import se.justera.document.ReportText.Fact;
import se.justera.document.ReportText.Section;
import se.justera.document.ReportText.Table;

class ReportSetterTests {

    private final ReportSetter setter = new ReportSetter(Clock.systemUTC());

    @Test
    void setsAReportThatConformsAndSaysAllThatItWasTold() throws IOException {
        byte[] pdf = setter.pdf(new ReportText(
                Locale.forLanguageTag("sv"),
                "protokoll.pdf",
                "Dokumentet är undertecknat av två personer och har inte ändrats.",
                List.of(
                        new Section("Åsa Öhrn", List.of(new Fact("Roll", "Ordförande"), new Fact("", "<b>ft</b>"))),
                        new Section(
                                "Underskrifter",
                                new Table(
                                        List.of("Namn", "Roll"),
                                        List.of(List.of("Bo Ek", "Justerare"), List.of("Åsa Öhrn", "–")))),
                        new Section("Fingeravtryck", List.of(new Fact("", "00".repeat(32)))))));

        assertThat(Conformance.faults(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("protokoll.pdf", "Åsa Öhrn", "Roll: Ordförande", "<b>ft</b>", "Bo Ek", "0000");
        }
    }

    @Test
    void setsAReportWithoutSections() {
        byte[] pdf = setter.pdf(new ReportText(Locale.ENGLISH, "x.txt", "This is no PDF.", List.of()));

        assertThat(Conformance.faults(pdf)).isEmpty();
        assertThat(PdfReader.text(pdf)).contains("Page 1 (1)").doesNotContain("Sida");
    }
}
