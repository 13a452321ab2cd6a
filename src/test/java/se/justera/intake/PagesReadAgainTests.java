package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.DraftJson;

/** What pdftotext takes out of our pages says the same again, but for what docs/import.md says that bare text cannot carry. */
class PagesReadAgainTests {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"deliberation.json, -q", "deliberation.json, -layout"})
    void holdsHowDecisionsCameAbout(String name, String mode) {
        Draft given = draft(name);
        Draft read = again(given, mode);
        assertThat(read.association()).isEqualTo(given.association());
        assertThat(read.meeting()).isEqualTo(given.meeting());
        assertThat(read.footnotes())
                .extracting(Draft.Footnote::mark)
                .isEqualTo(given.footnotes().stream().map(Draft.Footnote::mark).toList());
        assertThat(read.signatories())
                .extracting(Draft.Signatory::name, Draft.Signatory::role)
                .containsExactlyElementsOf(given.signatories().stream()
                        .map(s -> org.assertj.core.groups.Tuple.tuple(s.name(), s.role()))
                        .toList());
        assertThat(numbered(read)).hasSameSizeAs(numbered(given));
        for (Item item : numbered(given)) {
            Item same = Imports.item(read, Objects.requireNonNull(item.number()));
            assertThat(same.heading()).isEqualTo(item.heading());
            assertThat(texts(same)).containsExactlyElementsOf(texts(item));
            assertThat(same.kind()).isEqualTo(item.kind());
            assertThat(same.presenter()).isEqualTo(item.presenter());
            assertThat(same.proposals()).isEqualTo(item.proposals());
            assertThat(same.propositionOrder()).isEqualTo(item.propositionOrder());
            assertThat(same.votes()).isEqualTo(item.votes());
            assertThat(same.reservations()).isEqualTo(item.reservations());
            assertThat(same.conflictsOfInterest()).isEqualTo(item.conflictsOfInterest());
            assertThat(same.abstentions()).isEqualTo(item.abstentions());
            assertThat(tables(same)).isEqualTo(tables(item));
        }
    }

    @Test
    void holdsAnAttendanceTableWhoseLayoutIsKept() {
        Draft given = draft("every-element.json");
        Draft read = again(given, "-layout");
        assertThat(read.attendance())
                .extracting(
                        Draft.Attendee::name, Draft.Attendee::party, Draft.Attendee::status, Draft.Attendee::presentFor)
                .containsExactlyElementsOf(given.attendance().stream()
                        .map(a -> org.assertj.core.groups.Tuple.tuple(a.name(), a.party(), a.status(), a.presentFor()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-q", "-layout"})
    void holdsTablesWithTheirColumns(String mode) {
        Draft given = draft("every-element.json");
        assertThat(tables(Imports.item(again(given, mode), 1115))).isEqualTo(tables(Imports.item(given, 1115)));
    }

    @ParameterizedTest
    @CsvSource({
        "deliberation.json, -q",
        "deliberation.json, -layout",
        "deliberation.json, -raw",
        "every-element.json, -q",
        "every-element.json, -layout",
        "every-element.json, -raw"
    })
    void losesNoWord(String name, String mode) {
        Draft given = draft(name);
        String kept = DraftJson.write(again(given, mode)).toLowerCase(Locale.ROOT);
        for (Item item : given.items()) {
            for (String word : words(item)) {
                assertThat(kept).contains(word);
            }
        }
    }

    private static List<String> words(Item item) {
        var words = new ArrayList<String>();
        texts(item).forEach(text -> words.addAll(plainWords(text)));
        item.blocks().forEach(block -> addWords(block, words));
        item.subItems().forEach(sub -> words.addAll(words(sub)));
        words.addAll(plainWords(String.valueOf(item.heading())));
        return words;
    }

    private static void addWords(Block block, List<String> words) {
        words.addAll(plainWords(block.text() == null ? "" : block.text()));
        block.children().forEach(child -> addWords(child, words));
    }

    private static List<String> plainWords(String text) {
        return List.of(text.replaceAll("\\]\\([^)]*\\)|\\[\\^\\w+]", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\d]+"));
    }

    private static List<Item> numbered(Draft draft) {
        return draft.items().stream().filter(i -> i.number() != null).toList();
    }

    private static List<String> texts(Item item) {
        return item.decisions().stream()
                .map(Decision::text)
                .map(String::valueOf)
                .toList();
    }

    private static List<List<List<String>>> tables(Item item) {
        return item.blocks().stream()
                .filter(b -> b.type() == BlockType.TABLE)
                .map(table -> table.children().stream()
                        .map(row -> row.children().stream()
                                .map(cell -> String.valueOf(cell.text()).replace("*", ""))
                                .toList())
                        .toList())
                .toList();
    }

    private static Draft draft(String name) {
        try (InputStream in = PagesReadAgainTests.class.getResourceAsStream("/drafts/" + name)) {
            return DraftJson.read(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Draft again(Draft draft, String mode) {
        try {
            Path pdf =
                    Files.write(folder.resolve("pages.pdf"), new ArchiveTypesetter(Clock.systemUTC()).draftPdf(draft));
            Path text = folder.resolve("pages.txt");
            int end = new ProcessBuilder("pdftotext", "-enc", "UTF-8", mode, pdf.toString(), text.toString())
                    .start()
                    .waitFor();
            assertThat(end).isZero();
            return Imports.of(Files.readString(text, StandardCharsets.UTF_8)).draft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
