package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.document.SignedOriginal;
import se.justera.intake.PageTexts.Way;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.DraftJson;

/** A draft that is set as pages, taken out of them as bare text and read again says the same. */
class RoundTripTests {

    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(Clock.systemUTC());
    private static final Map<String, Draft> GIVEN = new ConcurrentHashMap<>();
    private static final Map<String, Map<Way, String>> TEXTS = new ConcurrentHashMap<>();

    /** The layouts under {@code src/test/resources/drafts}. */
    private static final List<String> LAYOUTS = List.of(
            "adjusted-at-once.json",
            "board-cover.json",
            "board-groups.json",
            "board.json",
            "committee-list.json",
            "committee.json",
            "council-notes.json",
            "deliberation.json",
            "every-element.json",
            "members-notes.json",
            "notes.json",
            "planning-day.json");

    private static final Set<Way> ANY = EnumSet.allOf(Way.class);
    private static final Set<Way> WITHOUT_GAPS = EnumSet.complementOf(EnumSet.of(Way.LAYOUT));
    private static final Set<Way> IN_LINES = EnumSet.of(Way.PDFBOX, Way.PDFBOX_WITHOUT_MARKS, Way.RAW);

    /** What of one matter is compared by itself; which matters there are, and all that is no matter, comes back always. */
    private enum Part {
        PARAGRAPHS,
        SUBHEADINGS,
        TABLES_AND_QUOTATIONS,
        WORDS
    }

    /**
     * What bare text cannot carry of one matter; {@code docs/import.md} says why.
     *
     * @param matter the beginning of its number and heading; empty for all matters of the shape
     */
    private record Lost(Set<Part> parts, Set<Way> ways, String name, String matter) {

        boolean holds(Part part, Way way, String name, String matter) {
            return parts.contains(part)
                    && ways.contains(way)
                    && name.equals(this.name)
                    && matter.startsWith(this.matter);
        }
    }

    private static final Set<Part> PARAGRAPHS = EnumSet.of(Part.PARAGRAPHS);
    private static final Set<Part> TABLES = EnumSet.of(Part.PARAGRAPHS, Part.TABLES_AND_QUOTATIONS);

    private static final List<Lost> LOST = List.of(
            // a full line that ends a sentence, and paragraphs within an entry of a list
            new Lost(PARAGRAPHS, WITHOUT_GAPS, "p-members-council.txt", "null Ekonomi 2025"),
            new Lost(PARAGRAPHS, WITHOUT_GAPS, "ab-annual-meeting.txt", "7 Medlemsavgift 2026"),
            new Lost(PARAGRAPHS, ANY, "b-board.txt", "417 Informationspunkt förbundschef"),
            new Lost(PARAGRAPHS, ANY, "board-groups.json", "417 Informationspunkt förbundschef"),
            // cells of tables whose rows have no gaps
            new Lost(TABLES, IN_LINES, "t-number-before-sign.txt", "47 Budget 2025"),
            new Lost(TABLES, IN_LINES, "x-council-committee-layout.txt", "42 Ekonomisk uppföljning"),
            new Lost(TABLES, IN_LINES, "bb-att-clauses-over-pages.txt", "17 Ekonomisk rapport"),
            new Lost(TABLES, IN_LINES, "deliberation.json", "29 Stöd till Växtkraft"),
            // the frame of a quotation
            new Lost(TABLES, ANY, "every-element.json", "1115 Delårsrapport"),
            new Lost(TABLES, EnumSet.of(Way.LAYOUT), "g-notes.md", "null Mötets öppnande"),
            // a table of two rows
            new Lost(TABLES, EnumSet.of(Way.LAYOUT), "g-notes.md", "null Ekonomi"),
            // matters within a matter, whose headings look like others, and such a heading right over a decision
            new Lost(EnumSet.of(Part.PARAGRAPHS, Part.SUBHEADINGS), ANY, "every-element.json", "1116 Ansvarsfrihet"));

    /** Without numbers and without gaps, nothing tells a heading within a matter, or over a table of two rows, from others. */
    private static final String HEADINGS_ALONE = "g-notes.md";

    static Stream<Arguments> all() {
        return Stream.concat(Imports.SHAPES.stream(), LAYOUTS.stream())
                .flatMap(name -> Stream.of(Way.values()).map(way -> Arguments.of(name, way)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void holds(String name, Way way) {
        assertSame(name, way, Objects.requireNonNull(texts(name).get(way)));
    }

    /** Signatures show names, times and methods in their places, which are no part of the minutes. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("signed")
    void holdsWhenEverybodyHasSigned(String name, Way way) {
        assertSame(name, way, Objects.requireNonNull(signedTexts(name).get(way)));
    }

    static Stream<Arguments> signed() {
        return Stream.of("board-cover.json", "committee-list.json", "deliberation.json")
                .flatMap(name -> Stream.of(Way.values()).map(way -> Arguments.of(name, way)));
    }

    private static void assertSame(String name, Way way, String text) {
        Draft given = given(name);
        Draft read = Imports.of(text).draft();
        assertThat(people(read)).isEqualTo(people(given));
        assertThat(Structure.signatories(read)).isEqualTo(Structure.signatories(given));
        assertThat(Structure.restAsBareText(read)).isEqualTo(Structure.restAsBareText(given));
        assertThat(Structure.facts(read)).isEqualTo(Structure.facts(given));
        if (name.equals(HEADINGS_ALONE) && way != Way.LAYOUT) {
            assertThat(Structure.wordsOfAll(read)).isEqualTo(Structure.wordsOfAll(given));
            return;
        }
        assertThat(matters(read)).isEqualTo(matters(given));
        for (int i = 0; i < given.items().size(); i++) {
            assertSame(name, way, read.items().get(i), given.items().get(i));
        }
    }

    private static void assertSame(String name, Way way, Item read, Item given) {
        String matter = given.number() + " " + given.heading();
        Map<Part, Function<Item, List<String>>> parts = Map.of(
                Part.PARAGRAPHS, Structure::bareText,
                Part.SUBHEADINGS, Structure::headings,
                Part.TABLES_AND_QUOTATIONS, Structure::tablesAndQuotations,
                Part.WORDS, Structure::words);
        parts.forEach((part, lines) -> {
            if (LOST.stream().noneMatch(lost -> lost.holds(part, way, name, matter))) {
                assertThat(lines.apply(read)).as(part + " of " + matter).isEqualTo(lines.apply(given));
            }
        });
    }

    private static List<String> matters(Draft draft) {
        return draft.items().stream().map(Structure::nameOf).toList();
    }

    /** Pages set those at a distance apart, and begin the cells of a table with a capital. */
    private static List<String> people(Draft draft) {
        return Structure.people(draft).stream()
                .map(person -> person.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Draft.FootnotePlace.class)
    void keepsANoteThatAHeadingCallsAndSaysReservationsAgain(Draft.FootnotePlace place) {
        Draft given = DraftJson.read("""
                {"association": {"name": "Samordningsförbundet Lomsjön"}, "kind": "PROTOCOL", "body": "Styrelsen",
                 "meeting": {"date": "2026-04-16"},
                 "attendance": [{"name": "Asta Grevby", "role": "CHAIR", "party": "S", "group": "Ledamöter", "status": "PRESENT"},
                   {"name": "Birk Olofsbo", "role": "MEMBER", "party": "M", "group": "Ledamöter", "status": "PRESENT"}],
                 "items": [
                   {"number": 48, "heading": "Fördjupad samverkan[^1]", "blocks": [{"type": "PARAGRAPH", "text": "Frågan gicks igenom[^2]."}],
                    "proposals": [{"by": "Birk Olofsbo", "text": "Avslag på förslaget."}],
                    "decisions": [{"text": "att bifalla förslaget", "form": "CLAUSE"}],
                    "reservations": [{"names": ["Birk Olofsbo"]},
                      {"names": ["Birk Olofsbo"], "text": "Mot beslutet reserverade sig Birk Olofsbo (M) till förmån för eget yrkande."}]},
                   {"number": 49, "heading": "Avslutning", "blocks": [{"type": "PARAGRAPH", "text": "Mötet avslutades."}]}],
                 "footnotes": [{"mark": "1", "text": "Se protokoll 2025-11-20."}, {"mark": "2", "text": "Utsänd den 2 april."}],
                 "signatories": [{"name": "Asta Grevby", "role": "CHAIR"}],
                 "layout": {"signatures": "LAST", "attendance": "LIST", "footnotes": "%s"}}
                """.formatted(place));
        byte[] pages = TYPESETTER.draftPdf(given);
        PageTexts.of(pages).values().stream()
                .map(text -> Imports.of(text).draft())
                .forEach(read -> {
                    assertThat(Structure.items(read)).containsExactlyElementsOf(Structure.items(given));
                    assertThat(read.footnotes()).isEqualTo(given.footnotes());
                    assertThat(read.attendance()).isEqualTo(given.attendance());
                });
    }

    /** The data inside the file says what text cannot: all comes back as it was. */
    @ParameterizedTest
    @FieldSource("se.justera.intake.Imports#SHAPES")
    void isExactFromTheFileItself(String name) {
        Draft given = given(name);
        byte[] sealable = TYPESETTER.sealablePdf(
                new DocumentOrder(given, List.of(), "ABCD-EFGH-JKMN", URI.create("https://justera.example/v"), true));
        assertThat(DraftReader.ofFiles().read("minutes.pdf", sealable, Imports.SWEDISH))
                .isEqualTo(new ImportedDraft(given.withoutAddresses(), List.of()));
    }

    private static Draft given(String name) {
        return GIVEN.computeIfAbsent(
                name,
                file -> file.endsWith(".json")
                        ? draft(file)
                        : Imports.file(file).draft());
    }

    private static Map<Way, String> texts(String name) {
        return TEXTS.computeIfAbsent(name, file -> PageTexts.of(TYPESETTER.draftPdf(given(file))));
    }

    private static Map<Way, String> signedTexts(String name) {
        return TEXTS.computeIfAbsent(
                "signed " + name,
                file -> PageTexts.of(
                        SignedOriginal.of(given(name), Integer.MAX_VALUE).last()));
    }

    private static Draft draft(String name) {
        try (InputStream in = RoundTripTests.class.getResourceAsStream("/drafts/" + name)) {
            return DraftJson.read(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
