package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.DraftJson;

/** Minutes written in Word come out as the same minutes in plain text do; what Word adds is used. */
class WordMinutesTests {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final UploadReader reader = new UploadReader();

    /** Texts with the lines or the headers of a PDF's pages, which a text typed in Word has not among its paragraphs. */
    private static final Set<String> FROM_PAGES = Set.of(
            "f-wrapped-pages.txt",
            "s-signed-elsewhere.txt",
            "t-number-before-sign.txt",
            "x-council-committee-layout.txt");

    static Stream<String> shapes() {
        return Imports.SHAPES.stream().filter(name -> name.endsWith(".txt") && !FROM_PAGES.contains(name));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void typedInWordGivesTheSameDraftAsPlainText(String name) {
        String text = WordFiles.fixture(name);
        Draft plain = reader.read(name, text.getBytes(StandardCharsets.UTF_8), SWEDISH)
                .draft();
        Draft word = word(WordFiles.typed(text)).draft();
        assertThat(word.meeting()).isEqualTo(plain.meeting());
        assertThat(word.association()).isEqualTo(plain.association());
        assertThat(word.attendance()).isEqualTo(plain.attendance());
        assertThat(word.signatories()).isEqualTo(plain.signatories());
        assertThat(word.items())
                .extracting(Item::number)
                .isEqualTo(plain.items().stream().map(Item::number).toList());
        assertThat(word.items())
                .extracting(Item::heading)
                .isEqualTo(plain.items().stream().map(Item::heading).toList());
        assertThat(word.items())
                .extracting(Item::caseNumber)
                .isEqualTo(plain.items().stream().map(Item::caseNumber).toList());
        assertThat(word.items())
                .extracting(Item::immediateAdjustment)
                .isEqualTo(plain.items().stream().map(Item::immediateAdjustment).toList());
        assertThat(word.adjustmentPlace()).isEqualTo(plain.adjustmentPlace());
        assertThat(word.items())
                .extracting(Item::decisions)
                .isEqualTo(plain.items().stream().map(Item::decisions).toList());
    }

    @Test
    void takesHeadingsListsTablesLinksAndNotesFromTheirForm() {
        Draft draft = word(WordFiles.made(WordMinutesTests::styled)).draft();
        assertThat(draft.items()).as(DraftJson.write(draft)).hasSize(3);
        Item matter = draft.items().get(1);
        assertThat(draft.items()).extracting(Item::number).containsExactly(1, 2, 3);
        assertThat(matter.heading()).isEqualTo("Ekonomisk rapport");
        assertThat(matter.blocks())
                .extracting(b -> b.type())
                .contains(BlockType.PARAGRAPH, BlockType.BULLETS, BlockType.TABLE);
        assertThat(matter.blocks().get(0).text()).contains("[webbplatsen](https://www.tallasen.example)", "[^1]");
        assertThat(draft.footnotes()).containsExactly(new Draft.Footnote("1", "Beloppen är avrundade."));
    }

    private static void styled(XWPFDocument document) {
        paragraph(document, "Protokoll");
        paragraph(document, "fört vid styrelsemöte - Samordningsförbundet Tallåsen");
        paragraph(document, "Datum: 2025-04-10 kl. 9.00-10.00");
        BigInteger list = paragraphNumbers(document);
        numbered(document, list, "Mötets öppnande");
        paragraph(document, "Ordföranden hälsar välkommen.");
        numbered(document, list, "Ekonomisk rapport");
        XWPFParagraph text = document.createParagraph();
        text.createRun().setText("Ekonomen går igenom rapporten, som finns på ");
        text.createHyperlinkRun("https://www.tallasen.example").setText("webbplatsen");
        text.createRun().setText(".");
        var note = document.createFootnote();
        note.createParagraph().createRun().setText("Beloppen är avrundade.");
        text.addFootnoteReference(note);
        BigInteger bullets = bullets(document);
        for (String line : List.of("hyran höjs", "resorna minskar")) {
            XWPFParagraph entry = document.createParagraph();
            entry.setNumID(bullets);
            entry.createRun().setText(line);
        }
        XWPFTable table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("Post");
        table.getRow(0).getCell(1).setText("Kronor");
        table.getRow(1).getCell(0).setText("Hyra");
        table.getRow(1).getCell(1).setText("100");
        numbered(document, list, "Avslutning");
    }

    /** A cover as it is drawn in Word: a table whose first column says what the second holds. */
    @Test
    void readsACoverThatIsATable() {
        Draft draft = word(WordFiles.made(document -> {
                    paragraph(document, "Sammanträdesprotokoll");
                    XWPFTable table = document.createTable(8, 2);
                    row(table, 0, "Plats och tid", "Kansliet, Lillvik, 2025-04-10 kl. 9.00-10.00");
                    row(table, 1, "Beslutande", "Vera Lind (S), ordförande", "Bo Ask (M), Storviks kommun");
                    row(table, 2, "Ej tjänstgörande ersättare", "Siv Ek (C), Mellanby kommun");
                    row(table, 3, "Övriga deltagare", "Rolf Ahl, förbundschef");
                    row(table, 4, "Utses att justera", "Bo Ask");
                    row(table, 5, "Paragrafer", "1-2");
                    row(table, 6, "Sekreterare", "Nora Falk");
                    row(table, 7, "Diarienummer", "2025/7");
                    paragraph(document, "§ 1 Mötets öppnande");
                    paragraph(document, "Ordföranden hälsar välkommen.");
                    paragraph(document, "§ 2 Avslutning");
                }))
                .draft();
        assertThat(draft.attendance())
                .extracting(Draft.Attendee::name, Draft.Attendee::role)
                .containsExactly(
                        tuple("Vera Lind", Draft.AttendeeRole.CHAIR),
                        tuple("Bo Ask", Draft.AttendeeRole.MEMBER),
                        tuple("Siv Ek", Draft.AttendeeRole.SUBSTITUTE),
                        tuple("Rolf Ahl", Draft.AttendeeRole.OFFICER),
                        tuple("Nora Falk", Draft.AttendeeRole.SECRETARY));
        assertThat(Imports.attendee(draft, "Bo Ask").represents()).isEqualTo("Storviks kommun");
        assertThat(Imports.attendee(draft, "Siv Ek").serving()).isFalse();
        assertThat(draft.meeting())
                .isNotNull()
                .satisfies(m -> assertThat(m.place()).isEqualTo("Kansliet, Lillvik"));
        assertThat(draft.caseNumber()).isEqualTo("2025/7");
        assertThat(draft.numbering())
                .isNotNull()
                .satisfies(n -> assertThat(n.last()).isEqualTo(2));
        assertThat(draft.items()).hasSize(2);
    }

    @Test
    void keepsListsInsideLists() {
        Draft draft = word(WordFiles.made(document -> {
                    paragraph(document, "Datum: 2025-04-10");
                    paragraph(document, "§ 1 Rapporter");
                    BigInteger bullets = bullets(document);
                    entry(document, bullets, 0, "Resor");
                    entry(document, bullets, 1, "Lund");
                    entry(document, bullets, 1, "Umeå");
                    entry(document, bullets, 0, "Lokaler");
                }))
                .draft();
        var list = draft.items().get(0).blocks().get(0);
        assertThat(list.children()).extracting(Draft.Block::text).containsExactly("Resor", "Lokaler");
        assertThat(list.children().get(0).children().get(0).children())
                .extracting(Draft.Block::text)
                .containsExactly("Lund", "Umeå");
    }

    @Test
    void keepsLettersAndNumbersInsideNumbers() {
        Draft draft = word(WordFiles.made(document -> {
                    paragraph(document, "Datum: 2025-04-10");
                    paragraph(document, "§ 1 Rapporter");
                    BigInteger outer =
                            list(document, 4, STNumberFormat.DECIMAL, "%1.", STNumberFormat.LOWER_LETTER, "%2)");
                    entry(document, outer, 0, "Resor");
                    entry(document, outer, 1, "Lund");
                    entry(document, outer, 1, "Umeå");
                    entry(document, outer, 0, "Lokaler");
                    paragraph(document, "§ 2 Kommande möten");
                    BigInteger other = list(document, 5, STNumberFormat.DECIMAL, "%1.", STNumberFormat.DECIMAL, "%2.");
                    entry(document, other, 0, "Möten");
                    entry(document, other, 1, "Mars");
                    entry(document, other, 1, "Maj");
                    entry(document, other, 0, "Samråd");
                }))
                .draft();
        assertThat(draft.items())
                .flatExtracting(Item::blocks)
                .containsExactly(
                        numbers("Resor", true, "Lund", "Umeå", "Lokaler"),
                        numbers("Möten", null, "Mars", "Maj", "Samråd"));
    }

    /** Two entries, two more under the first of them. */
    private static Draft.Block numbers(String first, @Nullable Boolean lettered, String a, String b, String second) {
        var inner = new Draft.Block(
                Draft.BlockType.NUMBERS, null, lettered, List.of(Draft.Block.paragraph(a), Draft.Block.paragraph(b)));
        return new Draft.Block(
                Draft.BlockType.NUMBERS,
                null,
                List.of(
                        new Draft.Block(Draft.BlockType.PARAGRAPH, first, List.of(inner)),
                        Draft.Block.paragraph(second)));
    }

    private static void row(XWPFTable table, int row, String label, String... lines) {
        table.getRow(row).getCell(0).setText(label);
        table.getRow(row).getCell(1).setText(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            table.getRow(row).getCell(1).addParagraph().createRun().setText(lines[i]);
        }
    }

    private static void entry(XWPFDocument document, BigInteger list, int level, String text) {
        XWPFParagraph entry = document.createParagraph();
        entry.setNumID(list);
        entry.setNumILvl(BigInteger.valueOf(level));
        entry.createRun().setText(text);
    }

    @Test
    void readsTrackedChangesAsAcceptedAndSaysSo() {
        ImportedDraft imported = word(WordFiles.made(document -> {
            document.createParagraph().createRun().setText("Datum: 2025-04-10");
            document.createParagraph().createRun().setText("§ 1 Budget");
            XWPFParagraph changed = document.createParagraph();
            changed.createRun().setText("Styrelsen avsätter ");
            var deleted = changed.getCTP().addNewDel().addNewR();
            deleted.addNewDelText().setStringValue("500 000 ");
            var inserted = changed.getCTP().addNewIns().addNewR();
            inserted.addNewT().setStringValue("700 000 ");
        }));
        assertThat(imported.draft().items().toString()).contains("700 000").doesNotContain("500 000");
        assertThat(imported.remarks()).extracting(Remark::text).anyMatch(t -> t.contains("spårade ändringar"));
    }

    @Test
    void keepsTheHeadOfThePages() {
        Draft draft = word(WordFiles.made(document -> {
                    document.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                            .createParagraph()
                            .createRun()
                            .setText("Samordningsförbundet Tallåsen");
                    document.createParagraph().createRun().setText("Datum: 2025-04-10");
                    document.createParagraph().createRun().setText("§ 1 Mötets öppnande");
                }))
                .draft();
        assertThat(draft.pageHeader()).isEqualTo("Samordningsförbundet Tallåsen");
        assertThat(draft.association()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "no zip at all", "\u00D0\u00CF\u0011\u00E0 old word"})
    void refusesWhatIsNoWordFileWithASentence(String content) {
        assertThatThrownBy(() -> word(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(NotADraft.class)
                .hasMessageMatching(".*\\.$");
    }

    @Test
    void refusesMacros() throws IOException {
        byte[] macros = with(WordFiles.typed("§ 1 Öppnande"), "word/vbaProject.bin", new byte[100]);
        assertThatThrownBy(() -> word(macros)).isInstanceOf(NotADraft.class).hasMessageContaining("makron");
    }

    @Test
    void refusesABombWithoutUnpackingIt() throws IOException {
        byte[] bomb = with(WordFiles.typed("§ 1 Öppnande"), "word/media/huge.xml", new byte[200_000_000]);
        assertThat(bomb).hasSizeLessThan(1_000_000);
        assertThatThrownBy(() -> word(bomb)).isInstanceOf(NotADraft.class).hasMessageContaining("orimligt stor");
    }

    @Test
    void leavesCommentsAndPicturesOutAndSaysSo() {
        ImportedDraft imported = word(WordFiles.made(document -> {
            paragraph(document, "Datum: 2025-04-10");
            paragraph(document, "§ 1 Budget");
            XWPFParagraph text = document.createParagraph();
            text.createRun().setText("Styrelsen ser en bild.");
            text.createRun().getCTR().addNewDrawing();
            XWPFRun hidden = text.createRun();
            hidden.setText("Detta är dolt.");
            hidden.setVanish(true);
            document.getPackagePart()
                    .addExternalRelationship(
                            "chunk.html",
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk");
            document.createComments()
                    .createComment(BigInteger.ONE)
                    .createParagraph()
                    .createRun()
                    .setText("Stämmer detta?");
        }));
        assertThat(DraftJson.write(imported.draft()))
                .contains("Styrelsen ser en bild.")
                .doesNotContain("Stämmer detta?", "dolt");
        assertThat(imported.remarks())
                .extracting(Remark::text)
                .anyMatch(t -> t.contains("kommentarer har inte"))
                .anyMatch(t -> t.contains("bilder har inte"))
                .anyMatch(t -> t.contains("dold i Word har inte"))
                .anyMatch(t -> t.contains("Inbäddade objekt"));
    }

    /** A template and a picture on a server that counts: nobody asks for them. */
    @Test
    void neverFetchesWhatTheFileLinksTo() throws IOException {
        try (var server = new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
            String address = "http://localhost:" + server.getLocalPort() + "/secret";
            byte[] file = WordFiles.made(document -> {
                paragraph(document, "Datum: 2025-04-10");
                paragraph(document, "§ 1 Budget");
                document.getPackagePart()
                        .addExternalRelationship(
                                address,
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
                document.getPackagePart()
                        .addExternalRelationship(
                                address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image");
            });
            server.setSoTimeout(1);
            assertThat(word(file).draft().items()).hasSize(1);
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void refusesFilesForMacrosByTheirName() {
        byte[] file = WordFiles.typed("§ 1 Öppnande");
        assertThatThrownBy(() -> reader.read("protokoll.docm", file, SWEDISH))
                .isInstanceOf(NotADraft.class)
                .hasMessageContaining(".docm");
    }

    private ImportedDraft word(byte[] file) {
        return reader.read("protokoll.docx", file, SWEDISH);
    }

    private static void paragraph(XWPFDocument document, String text) {
        XWPFRun run = document.createParagraph().createRun();
        run.setText(text);
    }

    private static void numbered(XWPFDocument document, BigInteger list, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(list);
        XWPFRun run = paragraph.createRun();
        run.setBold(true);
        run.setText(text);
    }

    private static BigInteger paragraphNumbers(XWPFDocument document) {
        return list(document, 1, STNumberFormat.DECIMAL, "§ %1");
    }

    private static BigInteger bullets(XWPFDocument document) {
        return list(document, 2, STNumberFormat.BULLET, "•");
    }

    private static BigInteger list(XWPFDocument document, int id, STNumberFormat.Enum format, String text) {
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(id));
        level(kind, 0, format, text);
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }

    private static BigInteger list(
            XWPFDocument document,
            int id,
            STNumberFormat.Enum outer,
            String outerText,
            STNumberFormat.Enum inner,
            String innerText) {
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(id));
        level(kind, 0, outer, outerText);
        level(kind, 1, inner, innerText);
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }

    private static void level(CTAbstractNum kind, int at, STNumberFormat.Enum format, String text) {
        var level = kind.addNewLvl();
        level.setIlvl(BigInteger.valueOf(at));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
    }

    private static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                if (entry.getName().equals("[Content_Types].xml")) {
                    part = new String(part, StandardCharsets.UTF_8)
                            .replace(
                                    "<Default",
                                    "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Default")
                            .getBytes(StandardCharsets.UTF_8);
                }
                copy.write(part);
            }
            copy.putNextEntry(new ZipEntry(name));
            copy.write(content);
        }
        return out.toByteArray();
    }
}
