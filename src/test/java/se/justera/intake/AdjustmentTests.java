package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Adjournment;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;

/** Immediate adjustment, adjournments, where minutes are adjusted, and the case numbers of matters, as minutes write them. */
class AdjustmentTests {

    private final ImportedDraft imported = Imports.file("ba-adjusted-at-once.txt");
    private final Draft draft = imported.draft();

    @ParameterizedTest
    @ValueSource(strings = {"be-members-by-organisation.txt", "y-wrapped-board.txt"})
    void givesNoAdjusterTheSecretarysLabel(String file) {
        assertThat(Imports.file(file).draft().signatories())
                .extracting(signer -> signer.role() + " " + signer.label() + " " + signer.title())
                .containsExactly(
                        "SECRETARY Vid protokollet null", "CHAIR Justeras ordförande", "ADJUSTER justerare null");
    }

    @Test
    void marksWhatWasAdjustedAtTheMeeting() {
        assertThat(draft.items())
                .filteredOn(item -> Boolean.TRUE.equals(item.immediateAdjustment()))
                .extracting(Item::number)
                .containsExactly(22, 23, 24, 25);
        assertThat(draft.immediateAdjustment()).isNull();
        assertThat(Imports.item(draft, 22).blocks())
                .extracting(Block::text)
                .as("our own words for it are the mark")
                .doesNotContain(ImmediateAdjustment.OWN_WORDS);
        assertThat(Imports.item(draft, 26).blocks()).contains(Block.paragraph("§ 25 justeras omedelbart."));
    }

    @Test
    void readsAdjournmentsOfTheHeadAndOfMatters() {
        assertThat(draft.meeting())
                .isNotNull()
                .satisfies(meeting -> assertThat(meeting.adjournments())
                        .containsExactly(
                                new Adjournment(LocalTime.of(10, 15), LocalTime.of(10, 30), 22, 23),
                                new Adjournment(LocalTime.of(11, 5), LocalTime.of(11, 20), 23, 23)));
        assertThat(Imports.item(draft, 23).blocks())
                .contains(Block.paragraph("Sammanträdet ajourneras kl. 11.05–11.20."));
    }

    @Test
    void readsWhereAndWhenTheMinutesAreAdjusted() {
        assertThat(draft.adjustmentDay()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(draft.adjustmentTime()).isEqualTo(LocalTime.of(13, 0));
        assertThat(draft.adjustmentPlace()).isEqualTo("Förbundets kansli");
        assertThat(draft.items()).extracting(Item::number).containsExactly(21, 22, 23, 24, 25, 26, 27);
    }

    @Test
    void readsTheCaseNumbersOfMatters() {
        assertThat(draft.items())
                .extracting(Item::caseNumber)
                .containsExactly(null, "2026/12", "SF 14/2026", "2026-00012", "2026/15", null, null);
        assertThat(Imports.item(draft, 25).heading()).isEqualTo("Internkontrollplan (dnr 2026/15)");
    }

    @Test
    void nestsALetteredListInANumberedOne() {
        assertThat(Imports.item(draft, 22).blocks())
                .contains(new Block(
                        BlockType.NUMBERS,
                        null,
                        List.of(
                                new Block(
                                        BlockType.PARAGRAPH,
                                        "verksamheten under året, med",
                                        List.of(new Block(
                                                BlockType.NUMBERS,
                                                null,
                                                true,
                                                List.of(
                                                        Block.paragraph("individinsatser"),
                                                        Block.paragraph("strukturinsatser"))))),
                                Block.paragraph("ekonomin"),
                                Block.paragraph("intern kontroll"))));
    }

    @Test
    void nestsNumbersInNumbersWhereTheyBeginAnewAndTheOuterOnesGoOn() {
        Item item = matter("", "1. Först\n1. ett\n2. två\n2. Sedan\n3. Sist\n");
        assertThat(item.blocks()).singleElement().satisfies(list -> {
            assertThat(list.children()).extracting(Block::text).containsExactly("Först", "Sedan", "Sist");
            assertThat(list.children().get(0).children()).singleElement().satisfies(inner -> {
                assertThat(inner.lettered()).isNull();
                assertThat(inner.children()).extracting(Block::text).containsExactly("ett", "två");
            });
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paragrafen förklaras omedelbart justerad.",
                "Punkten justeras omedelbart.",
                "Paragrafen justerades omedelbart vid sammanträdet.",
                "Omedelbar justering.",
                "Styrelsen beslutar att förklara paragrafen omedelbart justerad.",
                "Protokollet justeras omedelbart i denna del."
            })
    void takesTheMatterForAdjustedAtOnce(String words) {
        assertThat(matter("", "Text.\n\n" + words + "\n").immediateAdjustment()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ingen paragraf justeras omedelbart.",
                "Bo Asplund yrkar att paragrafen justeras omedelbart.",
                "Paragrafen justeras inte omedelbart.",
                "Protokollet justeras senast den 26 mars.",
                "Insatsen startar omedelbart och budgeten justeras."
            })
    void doesNotTakeOtherWordsForIt(String words) {
        assertThat(matter("", "Text.\n\n" + words + "\n").immediateAdjustment()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Protokollet förklaras omedelbart justerat. | true | ",
                "Hela protokollet justeras omedelbart. | true | ",
                "Paragraferna 1 och 2 justeras omedelbart. | | 2",
                "§§ 1–2 förklaras omedelbart justerade. | | 2",
                "§ 1 förklaras omedelbart justerad. | | 1"
            })
    void readsWhichMattersAreNamed(String words, @Nullable Boolean all, @Nullable Integer last) {
        Draft read = minutes("", words + "\n");
        assertThat(read.immediateAdjustment()).isEqualTo(all);
        assertThat(read.items().stream()
                        .filter(item -> Boolean.TRUE.equals(item.immediateAdjustment()))
                        .map(Item::number)
                        .reduce((a, b) -> b)
                        .orElse(null))
                .isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ajournering: 10.15–10.30 | 10:15 | 10:30 | | ",
                "Ajournering kl 10.15-10.30, under § 2 | 10:15 | 10:30 | 2 | 2",
                "Ajourneringar: kl. 10:15 - 10:30 (efter § 1) | 10:15 | 10:30 | 1 | ",
                "Ajournering: från 10.15 | 10:15 | | | ",
                "Plats och tid: Rådhuset, kl. 9.00–12.00, ajournering kl. 10.15–10.30 | 10:15 | 10:30 | | "
            })
    void readsAdjournmentsInTheHead(
            String line, LocalTime start, @Nullable LocalTime end, @Nullable Integer after, @Nullable Integer before) {
        assertThat(minutes(line + "\n", "Text.\n").meeting())
                .isNotNull()
                .satisfies(meeting ->
                        assertThat(meeting.adjournments()).containsExactly(new Adjournment(start, end, after, before)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sammanträdet ajournerades kl. 10.15–10.30.",
                "Mötet ajourneras kl. 10.15 och återupptas kl. 10.30.",
                "Sammanträdet ajournerades kl. 10.15–10.30 för enskilda överläggningar. Nästa möte är kl. 13–14.",
                "Ajournering 10.15 till 10.30"
            })
    void readsAdjournmentsInTheText(String sentence) {
        Draft read = minutes("", "Text.\n\n" + sentence + "\n");
        assertThat(read.meeting())
                .isNotNull()
                .satisfies(meeting -> assertThat(meeting.adjournments())
                        .containsExactly(new Adjournment(LocalTime.of(10, 15), LocalTime.of(10, 30), 2, 2)));
        assertThat(Imports.item(read, 2).blocks()).contains(Block.paragraph(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ajournering: vid två tillfällen, sammanlagt 20 minuter | ",
                "Ajournering: kl. 12.00–13.00 för lunch på Hotell Tallen | 12:00"
            })
    void keepsTheWordsOfAnAdjournmentThatSayMoreThanItsTime(String line, @Nullable LocalTime start) {
        Draft read = minutes(line + "\n", "Text.\n");
        assertThat(read.items().get(0).blocks()).containsExactly(Block.paragraph(line));
        assertThat(read.meeting())
                .isNotNull()
                .satisfies(meeting -> assertThat(meeting.adjournments())
                        .extracting(Adjournment::start)
                        .isEqualTo(start == null ? List.of() : List.of(start)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Justeringens plats och tid: Kansliet, 2026-03-12 | 2026-03-12 | | Kansliet",
                "Plats för justering: Kansliet | | | Kansliet",
                "Plats och tid för justering: Kommunhuset i Lillvik den 16 mars 2026 kl 13.00 | 2026-03-16 | 13:00 | Kommunhuset i Lillvik",
                "Justeringsdag: Måndag 16 mars 2026 kl. 13.00 | 2026-03-16 | 13:00 | ",
                "Justeringens plats och tid: Digitalt | | | Digitalt"
            })
    void readsTheAdjustmentInTheHead(
            String line, @Nullable LocalDate day, @Nullable LocalTime time, @Nullable String place) {
        Draft read = minutes(line + "\n", "Text.\n");
        assertThat(read.adjustmentDay()).isEqualTo(day);
        assertThat(read.adjustmentTime()).isEqualTo(time);
        assertThat(read.adjustmentPlace()).isEqualTo(place);
        assertThat(read.items()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dnr 2026/12 | 2026/12",
                "Diarienummer: 2026/12, 2026/13 | 2026/12, 2026/13",
                "Dnr: KS/2026:88 | KS/2026:88",
                "Dnr RM 24-17 | RM 24-17",
                "SN 2026/00131 | SN 2026/00131",
                "Dnr 2026/12 behandlades vid förra mötet. | ",
                "Ärende 4 utgår. | "
            })
    void readsTheLineUnderTheHeading(String line, @Nullable String number) {
        Item item = matter("", line + "\n\nText.\n");
        assertThat(item.caseNumber()).isEqualTo(number);
        assertThat(item.blocks()).hasSize(number == null ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Beslutsärende. Föredragande: Ola Wiberg, förbundschef | DECISION | Ola Wiberg, förbundschef",
                "Föredragande: Ola Wiberg | | Ola Wiberg",
                "Beslutsärende | DECISION | "
            })
    void readsWhatAMatterIsForAndWhoPresentsIt(String line, Draft.@Nullable ItemKind kind, @Nullable String presenter) {
        Item item = matter("", "Dnr 2026/12\n" + line + "\nText.\n");
        assertThat(item.kind()).isEqualTo(kind);
        assertThat(item.presenter()).isEqualTo(presenter);
        assertThat(item.caseNumber()).isEqualTo("2026/12");
        assertThat(item.blocks()).containsExactly(Block.paragraph("Text."));
    }

    /** What the draft marks and its words do not say is printed, and read back as the mark. */
    @Test
    void comesBackFromTheTextOfThePages() throws IOException {
        Draft given = Drafts.read("adjusted-at-once");
        byte[] pdf = new ArchiveTypesetter(Clock.systemUTC()).draftPdf(given);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Draft read = Imports.of(new PDFTextStripper().getText(document)).draft();
            assertThat(Structure.facts(read)).isEqualTo(Structure.facts(given));
            assertThat(Structure.items(read))
                    .isEqualTo(Structure.items(given).stream()
                            .map(line -> line.replace("beslut null", "beslut CLAUSE"))
                            .toList());
            assertThat(read.items().get(1).presenter()).isEqualTo("Ola Wiberg, förbundschef");
            assertThat(read.items().get(1).kind()).isEqualTo(Draft.ItemKind.DECISION);
        }
    }

    @Test
    void remarksNothingOfWhatItMarkedItself() {
        assertThat(new ImmediateAdjustmentCheck().look(draft)).isEmpty();
        assertThat(new AdjournmentCheck().look(draft)).isEmpty();
    }

    private static Item matter(String head, String text) {
        return Imports.item(minutes(head, text), 2);
    }

    private static Draft minutes(String head, String text) {
        return Imports.of("Styrelsen\nDatum: 2026-03-12\nPlats: Lillvik\n" + head
                        + "\nLedamöter\nBo Asplund (M), Storvik\nEva Öst, AF\n\n"
                        + "§ 1 Öppnande\n\nMötet öppnas.\n\n§ 2 Ärendet\n\n" + text)
                .draft();
    }
}
