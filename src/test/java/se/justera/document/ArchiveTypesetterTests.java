package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Item;

class ArchiveTypesetterTests {

    private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    private final ArchiveTypesetter typesetter = new ArchiveTypesetter(Clock.fixed(NOON, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"board", "committee", "notes", "every-element", "deliberation", "adjusted-at-once"})
    void conformsToPdfA3aAndPdfUa1(String name) {
        Draft draft = Drafts.read(name);
        assertThat(Conformance.faults(typesetter.sealablePdf(Drafts.order(draft))))
                .isEmpty();
        assertThat(Conformance.faults(typesetter.draftPdf(draft))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Layouts.class)
    void conformsInEveryLayout(Layouts layout) {
        byte[] pdf = layout.pdf();
        assertThat(Conformance.faults(pdf)).isEmpty();
        assertThat(new EmbeddedMinutes().read(pdf)).contains(layout.draft().withoutAddresses());
    }

    @Test
    void theConformanceCheckItselfFindsFaults() {
        byte[] pdf = typesetter.draftPdf(Drafts.read("notes"));
        byte[] untagged = PdfReader.with(pdf, document -> {
            document.getDocumentCatalog().setMarkInfo(null);
            return save(document);
        });
        assertThat(Conformance.faults(untagged)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"NOTES\"}",
                "{\"items\":[{}],\"attendance\":[{}],\"signatories\":[{}]}",
                "{\"title\":\"\u00AD\",\"attendance\":[{\"name\":\"Bo\",\"group\":\"\u200B\",\"remote\":true}],"
                        + "\"items\":[{\"heading\":\"\uFEFF\",\"subItems\":[{\"heading\":\"Under\"}]}],"
                        + "\"layout\":{\"attendance\":\"GROUPS\"}}"
            })
    void setsADraftThatSaysNothingYet(String json) {
        Draft draft = Drafts.parse(json);
        assertThat(Conformance.faults(typesetter.draftPdf(draft))).isEmpty();
        assertThat(Conformance.faults(typesetter.sealablePdf(Drafts.order(draft))))
                .isEmpty();
        assertThat(typesetter.html(draft, Locale.ENGLISH)).startsWith("<article");
    }

    @Test
    void setsAProtocolOfManyPages() {
        Draft board = Drafts.read("board");
        var items = new ArrayList<Item>();
        for (int i = 0; i < 18; i++) {
            items.addAll(board.items());
        }
        byte[] pdf = typesetter.sealablePdf(Drafts.order(withItems(board, items)));
        int pages = PdfReader.with(pdf, document -> document.getNumberOfPages());
        assertThat(pages).isBetween(35, 70);
        assertThat(PdfReader.text(pdf)).contains("Sida " + pages + " (" + pages + ")");
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void printsEverythingInReadingOrder() {
        String text = PdfReader.text(typesetter.sealablePdf(Drafts.order(Drafts.read("every-element"))));
        assertThat(text)
                .containsSubsequence(
                        "Samordningsförbundet Östra Mälarskogens",
                        "Organisationsnummer 222000-0002",
                        "Protokoll",
                        "Styrelsen",
                        "Nr 5/2023",
                        "Fredag 24 november 2023",
                        "13.30–16.30",
                        "Brogatan 16, Nyskoga",
                        "På plats och digitalt",
                        "1112–1120",
                        "ÖMS 2023/7",
                        "Närvaro",
                        "Vice ordförande",
                        "Kent Lagerlöv (M)",
                        "Đorđe Šarić (KD)",
                        "Deltog digitalt",
                        "§ 1112",
                        "Meddelat förhinder",
                        "Fredrika Skogslund Ledamot AF",
                        "§ 1112 Sammanträdet öppnas",
                        "§ 1114 Fastställande av dagordning",
                        "Förberedelser inför styrelsens arbetsdag",
                        "deltagarlista",
                        "beredningen",
                        "Avsiktsförklaringen",
                        "Beslut",
                        "att dagordningen fastställs",
                        "§ 1115 Delårsrapport/ekonomen",
                        "Utfall (tkr)",
                        "Studiespåret",
                        "Om en part överväger",
                        "att föreslå medlemmarna att skjuta till högst 500 000 kronor",
                        "§ 1116 Ansvarsfrihet",
                        "Nyskoga stad",
                        "Bakgrund",
                        "Vikens kommun",
                        "§ 1117 Verksamhetsbesök",
                        "Utgår",
                        "innan styrelsen tar ställning i februari.",
                        "§ 1120 Sammanträdet avslutas",
                        "Noter",
                        "3 En not som ingen text pekar på.",
                        "Kommande möten",
                        "Fredag 19 januari 2024: Styrelsens arbetsdag 9–16",
                        "Underskrifter",
                        "Vid protokollet",
                        "Melker Rytt",
                        "Justerare",
                        "Kristian Ebersjö",
                        "artikel 26",
                        "En utskrift är en kopia",
                        "https://justera.example/validate");
        assertThat(text)
                .contains("a Beloppen är avrundade", "2 AF = Arbetsförmedlingen", "Box 12, 700 00 Nyskoga")
                .doesNotContain("@malarskogen.example melker", "melker@", "anita@");
    }

    @Test
    void saysOnEveryPageWhatItIsAndThatItsCertificatesAreSamples() {
        byte[] pdf = typesetter.sealablePdf(Drafts.order(Drafts.read("board")));
        PdfReader.read(pdf, document -> {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(PdfReader.text(document, page, page))
                        .contains("Kontrollkod 7KQ4-M2XP-9TWB")
                        .contains("Sida " + page + " (" + document.getNumberOfPages() + ")")
                        .contains("Provunderskrift: certifikaten är prov och dokumentet har ingen rättsverkan");
            }
        });
    }

    @Test
    void claimsAdvancedSignaturesOnlyWhereTheCertificatesAreReal() {
        Draft draft = Drafts.read("board");
        var real = new DocumentOrder(
                draft, SignatureSpace.allOf(draft), "AAAA-BBBB-CCCC", URI.create("https://justera.example/v"), false);
        assertThat(PdfReader.text(typesetter.sealablePdf(real)))
                .contains("undertecknas elektroniskt med avancerade elektroniska underskrifter enligt artikel 26")
                .doesNotContain("prov");
    }

    @Test
    void marksADraftOnEveryPageAndGivesItNoFields() {
        Draft draft = Drafts.read("board");
        byte[] pdf = typesetter.draftPdf(draft);
        PdfReader.read(pdf, document -> {
            assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(PdfReader.text(document, page, page)).contains("Utkast");
            }
        });
        assertThat(PdfReader.text(pdf))
                .contains("Vid protokollet", "Tobias Forsgård")
                .doesNotContain("Kontrollkod");
        assertThat(new EmbeddedMinutes().read(pdf)).contains(draft.withoutAddresses());
    }

    @Test
    void writesNamesWithEveryLetterOfEurope() {
        String names =
                "Łukasz Čapek Ő Øystein Ðórr þórr Þór Áŋŋel Đorđe šž Ŧŧ Ǥǥ Ǯǯ Ʒʒ ĳ ẞß ğİı ĻķŅ żźćęą ţșț ŷẃ ĦħĠġ œæ";
        byte[] pdf = typesetter.sealablePdf(Drafts.order(withText(names)));
        assertThat(PdfReader.text(pdf)).contains(names);
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void writesHyphensDashesAndCurlyQuotesAsTheyAre() {
        String marks = "a-b 2018-05-16 ”citat” ’s 9–16 — § 1 ¹ ² № # % € − × ½ …";
        assertThat(PdfReader.text(typesetter.draftPdf(withText(marks)))).contains(marks);
    }

    /** At the foot of pages these would take the layout minutes. */
    @Test
    void setsNotesWithTheMatterWhereOneParagraphCallsHundreds() {
        String calls = IntStream.range(0, 400).mapToObj(i -> "ord[^" + i + "]").collect(Collectors.joining(" "));
        String notes = IntStream.range(0, 400)
                .mapToObj(i -> "{\"mark\":\"" + i + "\",\"text\":\"Förklaring " + i + "\"}")
                .collect(Collectors.joining(","));
        byte[] pdf = typesetter.draftPdf(Drafts.parse(
                "{\"items\":[{\"blocks\":[{\"text\":\"" + calls + "\"}]}],\"footnotes\":[" + notes + "]}"));
        assertThat(PdfReader.text(pdf))
                .contains("0 Förklaring 0", "399 Förklaring 399")
                .doesNotContain("Noter");
    }

    /** One glyph stands for both hyphens, and has the letter of the one that came first. */
    @Test
    void writesTheHyphenOfTheKeyboardInDatesAlsoBesideTheOtherOne() {
        Draft draft =
                Drafts.parse("{\"association\":{\"name\":\"Nils\u2010Erik\"},\"meeting\":{\"date\":\"2022-06-13\"},"
                        + "\"items\":[{\"heading\":\"2018-05-16\"}]}");
        assertThat(PdfReader.text(typesetter.draftPdf(draft))).contains("Nils-Erik", "2018-05-16");
    }

    @Test
    void showsASquareForWhatTheFontLacks() {
        byte[] pdf = typesetter.sealablePdf(
                Drafts.order(withText("glad \uD83D\uDE00 hand \uD83D\uDC4B\uD83C\uDFFD שלום 漢 \uD800 slut")));
        assertThat(PdfReader.text(pdf)).contains("glad □ hand □□ □□□□ □ □ slut");
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void dropsControlCharactersAndMarksThatTurnTheText() {
        byte[] pdf = typesetter.sealablePdf(
                Drafts.order(withText("ett\u0000\u0007två\u200B tre\u202Etxet\u202C mjukt\u00ADstreck\tslut\u0085")));
        assertThat(PdfReader.text(pdf)).contains("etttvå tretxet mjuktstreck slut");
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void composesLettersWrittenWithSeparateAccents() {
        assertThat(PdfReader.text(typesetter.draftPdf(withText("A\u030Angstro\u0308m"))))
                .contains("Ångström");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=file:///etc/passwd>",
                "</p><h1>Annat</h1>",
                "&lol9; &#65; &lt;",
                "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                "<![CDATA[x]]>",
                "\"><style>*{display:none}</style>",
                "[klicka](javascript:alert(1))",
                "[fil](file:///etc/passwd)",
                "![bild](http://attack.example/x.png)",
                "@import url(http://attack.example)",
                "[^9] *öppen **stjärna"
            })
    void printsMarkupOfOthersAsText(String hostile) {
        Draft draft = withText(hostile);
        String shown = hostile.startsWith("![") ? "!bild" : hostile;
        assertThat(PdfReader.text(typesetter.sealablePdf(Drafts.order(draft)))).contains(shown);
        String html = typesetter.html(draft, Labels.SWEDISH);
        assertThat(html)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("<img")
                .doesNotContain("javascript:alert(1)\"");
    }

    @Test
    void opensNoAddressWhileItSetsADraft() throws Exception {
        try (var server = new java.net.ServerSocket(0)) {
            server.setSoTimeout(1);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
            typesetter.draftPdf(withText("[länk](" + address + ") <img src=\"" + address + "\"> url(" + address + ")"));
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void foldsTheRowsOfATableWiderThanAPage() {
        List<Block> cells = IntStream.range(0, 200)
                .mapToObj(i -> Block.paragraph("cell" + i))
                .toList();
        var row = new Block(null, null, cells);
        byte[] pdf =
                typesetter.draftPdf(withBlocks(List.of(new Block(Draft.BlockType.TABLE, null, List.of(row, row)))));
        assertThat(PdfReader.text(pdf)).contains("cell0 cell1", "cell199");
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void setsListsDeeperThanAPageIsWide() {
        Block list = Block.paragraph("innerst");
        for (int i = 0; i < 100; i++) {
            list = new Block(Draft.BlockType.BULLETS, null, List.of(new Block(null, "nivå " + i, List.of(list))));
        }
        byte[] pdf = typesetter.draftPdf(withBlocks(List.of(list)));
        assertThat(PdfReader.text(pdf)).contains("nivå 0", "nivå 99", "innerst");
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void setsFiveThousandMatters() {
        var items = new ArrayList<Draft.Item>();
        for (int i = 1; i <= 5000; i++) {
            items.add(new Draft.Item(i, "Ärende " + i, List.of(), List.of(), null, List.of()));
        }
        byte[] pdf = typesetter.draftPdf(Drafts.read("board").withItems(items, List.of()));
        PdfReader.read(pdf, document -> {
            int pages = document.getNumberOfPages();
            assertThat(PdfReader.text(document, pages - 1, pages)).contains("§ 5000 Ärende 5000");
        });
    }

    @Test
    void refusesADraftThatHoldsMoreThanCanBeSet() {
        assertThatThrownBy(() -> typesetter.draftPdf(withText("*a* ".repeat(20_001))))
                .isInstanceOf(se.justera.minutes.BadDraft.class)
                .hasMessageStartingWith("The draft holds more than can be printed: at most 32,000 matters");
    }

    @Test
    void setsARaggedTableOverSeveralPages() {
        var rows = new ArrayList<Block>();
        for (int i = 0; i < 120; i++) {
            rows.add(new Block(null, null, Collections.nCopies(1 + i % 4, Block.paragraph("cell " + i))));
        }
        byte[] pdf = typesetter.draftPdf(withBlocks(List.of(new Block(Draft.BlockType.TABLE, null, rows))));
        assertThat(PdfReader.text(pdf)).contains("cell 0", "cell 119");
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void breaksWordsLongerThanALine() {
        byte[] pdf = typesetter.draftPdf(withText("x".repeat(400)));
        assertThat(PdfReader.text(pdf).replace(" ", "")).contains("x".repeat(400));
    }

    @Test
    void marksUpHeadingsListsTablesNotesAndLinks() {
        List<String> tags = PdfReader.tags(typesetter.sealablePdf(Drafts.order(Drafts.read("every-element"))));
        assertThat(tags).contains("H1", "H2", "H3", "H4", "L", "LI", "Table", "TH", "TD", "BlockQuote", "Link", "Form");
        assertThat(Collections.frequency(tags, "Note")).isEqualTo(2);
        assertThat(tags.indexOf("H1")).isLessThan(tags.indexOf("H2"));
    }

    @Test
    void hasTitleLanguageBookmarksAndTheGivenDate() {
        PdfReader.read(typesetter.sealablePdf(Drafts.order(Drafts.read("board"))), document -> {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("sv");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Protokoll · Styrelsen · Nr 3/2022 · 2022-06-13 – Samordningsförbundet Norra Sjöbygden");
            Calendar created = document.getDocumentInformation().getCreationDate();
            assertThat(created.toInstant()).isEqualTo(NOON);
            assertThat(document.getVersion()).isEqualTo(1.7f);
            var bookmarks = new ArrayList<String>();
            for (PDOutlineItem item : catalog.getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks)
                    .startsWith("Protokoll", "Närvaro", "§ 26 Mötets öppnande")
                    .contains("§ 37 Övriga frågor", "Mötet avslutas")
                    .endsWith("Underskrifter");
        });
    }

    @Test
    void leavesNoPageEmptyHoweverLongTheText() {
        for (int lines = 0; lines < 60; lines++) {
            Draft draft = withBlocks(Collections.nCopies(lines, Block.paragraph("En rad.")));
            PdfReader.read(typesetter.sealablePdf(Drafts.order(draft)), document -> {
                for (int page = 2; page <= document.getNumberOfPages(); page++) {
                    assertThat(PdfReader.text(document, page, page))
                            .containsAnyOf("En rad.", "Underskrifter", "Om underskrifterna");
                }
            });
        }
    }

    @Test
    void staysSmall() {
        assertThat(typesetter.sealablePdf(Drafts.order(Drafts.read("board")))).hasSizeLessThan(150_000);
    }

    private static byte[] save(org.apache.pdfbox.pdmodel.PDDocument document) {
        try {
            var out = new java.io.ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Draft withText(String text) {
        return withBlocks(List.of(Block.paragraph(text)));
    }

    private static Draft withBlocks(List<Block> blocks) {
        return withItems(Drafts.read("notes"), List.of(new Item(1, "Rubrik", blocks, List.of(), null, List.of())));
    }

    private static Draft withItems(Draft draft, List<Item> items) {
        return new Draft(
                draft.association(),
                draft.kind(),
                draft.body(),
                draft.caseNumber(),
                draft.pageFooter(),
                draft.meeting(),
                draft.attendance(),
                items,
                draft.footnotes(),
                draft.nextMeetings(),
                draft.signatories());
    }
}
