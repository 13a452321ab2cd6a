package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;

/** Immediate adjustment, adjournments, place of the adjustment, case numbers of matters and lettered lists on the pages. */
class AdjustedAtOncePagesTests {

    private static final Draft DRAFT = Drafts.read("adjusted-at-once");

    private final ArchiveTypesetter typesetter = new ArchiveTypesetter(Clock.systemUTC());
    private final byte[] pdf = typesetter.sealablePdf(Drafts.order(DRAFT));

    @Test
    void tellTheFactsOnTheCover() {
        assertThat(PdfReader.text(pdf))
                .contains(
                        "Ajournering 10.15–10.30 mellan § 21 och § 22; 12.00–13.00 under § 23; från 14.40 före § 25",
                        "Justeringsdag Måndag 16 mars 2026 kl. 13.00",
                        "Plats för justering Förbundets kansli, Storgatan 1, Lillvik",
                        "Omedelbar justering § 22, § 23");
        assertThat(PdfReader.text(typesetter.sealablePdf(
                        Drafts.order(Drafts.parse("{\"immediateAdjustment\":true,\"adjustmentTime\":\"13:00\"}")))))
                .contains("Omedelbar justering Hela protokollet", "Justeringstid 13.00");
    }

    @Test
    void tellOfEachMatterWhatItsOwnWordsDoNotSay() {
        assertThat(PdfReader.text(pdf))
                .contains("§ 22 Årsredovisning 2025 Dnr 2026/12", "§ 23 Firmatecknare Dnr SF 14/2026")
                .contains("att överlämna den till medlemmarna Paragrafen justeras omedelbart.")
                .containsOnlyOnce("Paragrafen justeras omedelbart.")
                .containsOnlyOnce("2026/15");
    }

    @Test
    void countNumbersAndLettersInListsWithinLists() {
        PdfReader.read(pdf, document -> {
            COSDictionary outer = new Tags(document)
                    .elements().stream()
                            .filter(e -> Tags.is(e, "L") && labels(e, document).contains("3."))
                            .findFirst()
                            .orElseThrow();
            assertThat(labels(outer, document)).containsExactly("1.", "2.", "3.");
            assertThat(elements(outer))
                    .flatExtracting(AdjustedAtOncePagesTests::elements)
                    .filteredOn(body -> Tags.is(body, "LBody"))
                    .flatExtracting(AdjustedAtOncePagesTests::elements)
                    .filteredOn(list -> Tags.is(list, "L"))
                    .extracting(list -> labels(list, document))
                    .containsExactly(List.of("a)", "b)"), List.of("1.", "2."));
        });
    }

    @Test
    void showTheSameOnAScreenInEitherLanguage() {
        assertThat(typesetter.html(DRAFT, Labels.SWEDISH))
                .contains("10.15–10.30 mellan § 21 och § 22", "Dnr 2026/12", "Paragrafen justeras omedelbart.")
                .contains("jus-letters")
                .doesNotContain("style=");
        assertThat(typesetter.html(DRAFT, Locale.ENGLISH))
                .contains(
                        "10:15–10:30 between § 21 and § 22",
                        "Case no. 2026/12",
                        "<p class=\"govuk-body-s\" lang=\"en\">This item was adjusted immediately.</p>");
    }

    @Test
    void standInAnExtractThatIsGenuine() {
        SignedOriginal original = SignedOriginal.of(DRAFT, 3);
        var extract = original.extract(1, 2);
        byte[] handedOut = SignedOriginal.pdf(extract);

        assertThat(PdfReader.text(handedOut))
                .contains("Dnr 2026/12", "Dnr SF 14/2026", "Paragrafen justeras omedelbart.", "a) individinsatser")
                .contains("Ajournering 10.15–10.30 mellan § 21 och § 22", "Plats för justering Förbundets kansli");
        assertThat(extract.leadsToItsRoot()).isTrue();
        assertThat(new PrintedExtract().isOf(handedOut, extract)).isTrue();
        assertThat(Conformance.faults(handedOut)).isEmpty();
        assertThat(Conformance.faults(original.last())).as("signed by all").isEmpty();
        assertThat(new EmbeddedMinutes().read(original.last())).contains(DRAFT.withoutAddresses());
    }

    private static List<COSDictionary> elements(COSDictionary element) {
        return Tags.kids(element).stream()
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .filter(kid -> kid.containsKey(COSName.S))
                .toList();
    }

    /** The marks of a list's own entries. */
    private static List<String> labels(COSDictionary list, PDDocument document) {
        return elements(list).stream()
                .flatMap(entry -> elements(entry).stream())
                .filter(kid -> Tags.is(kid, "Lbl"))
                .map(label -> MarkedText.of(label, document))
                .toList();
    }
}
