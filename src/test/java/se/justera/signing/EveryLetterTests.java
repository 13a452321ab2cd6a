package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.validation.NamedTrust;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** A person's name comes out of the certificate, the page and the validation as it went in. */
class EveryLetterTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Signing signing = TestSigning.sample(CLOCK);

    /** The letters of the languages of Europe (ISO 8859-1 to -16, and what Greek and Cyrillic add). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åäö Éèêëüß Ñàãâáçðþæøœ ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŸ",
                "Ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ ČčĎďĚěŇňŘřŠšŤťŮůŽž ĹĺĽľŔŕ",
                "Őőűű ĂăȘșȚț Ğğıİş ĀāĒēĢģĪīĶķĻļŅņŪū ĖėĮįŲų",
                "Ħħġċż Ŵŵŷ ŊŋĐđŦŧ ĈĉĜĝĤĥĴĵŜŝŬŭ",
                "Ελένη Παπαδοπούλου ΐΰώήάέόί",
                "Ірина Щербак Ђорђе Љубица Ѓорѓи Ќирил",
                "Ўладзімір Ґалаґан Їжак Ёлкин Ыы Ээ Юю Яя Џейн Ћирић",
            })
    void comesOutAsItWentIn(String name) throws IOException {
        byte[] pdf = signing.seal(FieldedPdf.make(), "Förbundet");
        pdf = signing.sign(pdf, TestSigning.order("sig_1", name, CLOCK.instant(), "Justerare"));
        ValidationResult result = NamedTrust.trusting(
                        List.of(NamedTrust.read(Path.of("certs-sample/trust"), null)), CLOCK)
                .validate("p.pdf", pdf, Locale.ENGLISH);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures().get(1).signer().name()).isEqualTo(name);
        assertThat(appearance(pdf)).contains(name.replace(" ", ""));
    }

    /** What the signature's picture says, without spaces: long names are wrapped. */
    private static String appearance(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getAcroForm().flatten();
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
