package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

class CopySetterTests {

    private static final SignedOriginal ORIGINAL = SignedOriginal.of("every-element");

    @Test
    void extractsConformSealedAndTimestamped() {
        byte[] pdf = SignedOriginal.pdf(ORIGINAL.extract(1, 3, 8));

        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void anExtractSaysWhatItIsAndWhatItIsOf() {
        var extract = ORIGINAL.extract(1, 3);
        String text = PdfReader.text(SignedOriginal.pdf(extract));

        assertThat(text)
                .contains("Protokollsutdrag", "Utdrag av § 1113, § 1115", "Original: Protokoll · Styrelsen · Nr 5/2023")
                .contains("Anita Almlöf", "Ordförande", "Underskrifter i originalet", "justerades")
                .contains(CopyEnding.grouped(extract.original().sha256().hex()))
                .contains(CopyEnding.grouped(extract.original().sealedSha256().hex()))
                .contains(
                        "7KQ4-M2XP-9TWB",
                        "https://justera.example/validate",
                        "Plats i originalet 2, 4 av 9",
                        "Sida 2 (")
                .doesNotContain("Kommande möten", "Ansvarsfrihet");
        assertThat(new EmbeddedProofs().extract(SignedOriginal.pdf(extract))).contains(extract);
    }

    @Test
    void showsThatItIsOfItselfAndOfNothingElse() {
        byte[] pdf = SignedOriginal.pdf(ORIGINAL.extract(1, 3));

        assertThat(new PrintedExtract().isOf(pdf, ORIGINAL.extract(1))).isFalse();
        assertThat(new PrintedExtract()
                        .isOf("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII), ORIGINAL.extract(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"every-element", "board", "committee"})
    void copiesForPublicationConformAndSayOnEachPageWhatTheyAre(String name) {
        SignedOriginal original = SignedOriginal.of(Drafts.read(name), 1);
        byte[] pdf = original.publication();

        assertThat(Conformance.faults(pdf)).isEmpty();
        PdfReader.read(pdf, document -> {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(PdfReader.text(document, page, page))
                        .contains("Kopia för publicering", "https://justera.example/validate", "7KQ4-M2XP-9TWB");
            }
            assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
        });
        assertThat(new EmbeddedMinutes().read(pdf).orElseThrow().items())
                .hasSameSizeAs(original.draft().items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"board-cover", "deliberation", "planning-day"})
    void whoSignedStandsTogetherOnOnePageWhereverTheSignaturesStand(String name) {
        SignedOriginal original = SignedOriginal.of(name);

        PdfReader.read(original.publication(), document -> {
            String page = IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(number -> PdfReader.text(document, number, number))
                    .filter(text -> text.contains("Undertecknade (svensk tid)"))
                    .findFirst()
                    .orElseThrow();
            assertThat(page).contains("Underskrifter", "Om kopian");
            original.facts().forEach(fact -> assertThat(page).contains(fact.name()));
        });
    }

    @Test
    void copiesHaveNoCellsToSignInByHand() {
        SignedOriginal original = SignedOriginal.of(Drafts.read("board-cover"), 2);

        PdfReader.read(original.publication(), document -> {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(PdfReader.text(document, page, page))
                        .contains("Undertecknat elektroniskt av "
                                + original.facts().get(0).name() + " och "
                                + original.facts().get(1).name() + " 2026-03-12.")
                        .doesNotContain("Utdragsbestyrkande", "Justerande sign");
            }
        });
        assertThat(PdfReader.text(SignedOriginal.pdf(original.extract(1, 2, 3, 4, 5, 6))))
                .contains("Sida 2 (")
                .doesNotContain("Utdragsbestyrkande");
    }

    @Test
    void aCopyForPublicationKeepsAllThatIsNoPersonalData() {
        Draft draft = Drafts.read("board");

        assertThat(PersonalData.without(draft)).isEqualTo(draft.withoutAddresses());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hon (811218-9876) valdes.|Hon ((personnummer borttaget)) valdes.",
                "19811218-9876|(personnummer borttaget)",
                "8112189876|(personnummer borttaget)",
                "811218 9876|(personnummer borttaget)",
                "811218+9876|(personnummer borttaget)",
                "811218–9876|(personnummer borttaget)",
                "811278-9876|(personnummer borttaget)",
                "811218-9877 med fel kontrollsiffra|(personnummer borttaget) med fel kontrollsiffra",
                "811218\\-9876|(personnummer borttaget)",
                "811218-**9876**|(personnummer borttaget)",
                "198112\u200b18-9876|(personnummer borttaget)",
                "222000-0001|222000-0001",
                "diarienummer 2026/811218|diarienummer 2026/811218",
                "konto 8112189876123|konto 8112189876123",
                "Skriv till anna.ek@forbundet.example.|Skriv till (e-postadress borttagen).",
                "[Anna](mailto:anna@forbundet.example)|Anna",
                "[anna@x.example](mailto:anna@x.example)|(e-postadress borttagen)",
                "anna\\_ek@forbundet.example|(e-postadress borttagen)",
                "anna*@*forbundet.example|(e-postadress borttagen)",
                "[Protokollet](https://forbundet.example/p)|[Protokollet](https://forbundet.example/p)",
                "klockan 9 @ kansliet|klockan 9 @ kansliet"
            })
    void personalNumbersAndAddressesAreMasked(String text, String shown) {
        assertThat(PersonalData.masked(text)).isEqualTo(shown);
    }

    @Test
    void theyAreMaskedWhereverTheyStand() {
        Draft draft = DraftJson.read("""
                {"association": {"name": "Förbundet", "orgNumber": "811218-9876"},
                 "pageFooter": "kansli@forbundet.example",
                 "attendance": [{"name": "Karin Holm 811218-9876"}],
                 "items": [{"number": 1, "heading": "Om 811218-9876", "blocks": [
                   {"type": "TABLE", "children": [{"children": [{"text": "811218-9876[^a]"}]}]}]}],
                 "footnotes": [{"mark": "a", "text": "karin@forbundet.example"}],
                 "signatories": [{"name": "Karin Holm", "role": "CHAIR", "email": "karin@forbundet.example"}]}
                """);

        String json = DraftJson.write(PersonalData.without(draft));
        assertThat(json)
                .doesNotContain("@")
                .containsOnlyOnce("811218-9876")
                .contains("\"orgNumber\" : \"811218-9876\"");
        assertThat(json.replace("(personnummer borttaget)", "").length())
                .isEqualTo(json.length() - 3 * "(personnummer borttaget)".length());
    }
}
