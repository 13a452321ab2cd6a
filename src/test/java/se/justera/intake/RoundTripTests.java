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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.intake.PageTexts.Way;
import se.justera.minutes.Draft;
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

    /** What of a draft is compared by itself. */
    private enum Part {
        PARAGRAPHS,
        SUBHEADINGS,
        MATTERS,
        PEOPLE,
        SIGNATORIES,
        NOTES_AND_MEETINGS,
        FACTS
    }

    /** What bare text cannot carry of some shapes; {@code docs/import.md} says why. */
    private record Lost(Set<Part> parts, Set<Way> ways, Set<String> names) {

        boolean holds(Part part, Way way, String name) {
            return parts.contains(part) && ways.contains(way) && names.contains(name);
        }
    }

    private static final List<Lost> LOST = List.of(
            // a full line that ends a sentence, and paragraphs within an entry of a list
            new Lost(
                    EnumSet.of(Part.PARAGRAPHS),
                    WITHOUT_GAPS,
                    Set.of("p-members-council.txt", "ab-annual-meeting.txt")),
            new Lost(EnumSet.of(Part.PARAGRAPHS), ANY, Set.of("b-board.txt", "board-groups.json")),
            new Lost(EnumSet.of(Part.PARAGRAPHS), EnumSet.of(Way.PLAIN), Set.of("ba-adjusted-at-once.txt")),
            // headings after a list, and short lines that look like one
            new Lost(
                    EnumSet.of(Part.PARAGRAPHS, Part.SUBHEADINGS),
                    WITHOUT_GAPS,
                    Set.of("board-cover.json", "board.json")),
            // a matter without a number right after a list
            new Lost(EnumSet.of(Part.PARAGRAPHS, Part.MATTERS), WITHOUT_GAPS, Set.of("i-members-notes.txt")),
            // cells of tables whose rows have no gaps
            new Lost(
                    EnumSet.of(Part.MATTERS),
                    IN_LINES,
                    Set.of(
                            "t-number-before-sign.txt",
                            "x-council-committee-layout.txt",
                            "bb-att-clauses-over-pages.txt")),
            // quotations, tables of two rows, matters without a heading, attachments of the last matter, lists three
            // deep
            new Lost(
                    EnumSet.of(Part.MATTERS),
                    ANY,
                    Set.of("g-notes.md", "council-notes.json", "deliberation.json", "every-element.json")),
            new Lost(EnumSet.of(Part.MATTERS), EnumSet.of(Way.LAYOUT), Set.of("aa-columns-apart.txt")),
            // a decision that says in its own sentence how many voted for it, after the order of the vote
            new Lost(EnumSet.of(Part.MATTERS), ANY, Set.of("be-members-by-organisation.txt")),
            // notes with their matter right under a full line
            new Lost(EnumSet.of(Part.MATTERS), EnumSet.of(Way.PLAIN), Set.of("planning-day.json")),
            // days that the draft gives without a year or only in its text, and notes with a letter for a mark
            new Lost(
                    EnumSet.of(Part.NOTES_AND_MEETINGS),
                    ANY,
                    Set.of("board-cover.json", "planning-day.json", "every-element.json")),
            // "Justerare" between two names
            new Lost(
                    EnumSet.of(Part.SIGNATORIES),
                    IN_LINES,
                    Set.of("board.json", "committee.json", "planning-day.json")),
            new Lost(EnumSet.of(Part.SIGNATORIES), ANY, Set.of("committee-list.json")),
            new Lost(EnumSet.of(Part.SIGNATORIES), EnumSet.of(Way.LAYOUT), Set.of("every-element.json")),
            // a table that a page ends, and an office broken over two lines beside another group
            new Lost(EnumSet.of(Part.PEOPLE), ANY, Set.of("every-element.json")),
            new Lost(EnumSet.of(Part.PEOPLE), EnumSet.of(Way.LAYOUT), Set.of("deliberation.json")),
            // an association whose name does not say what it is, without its line at the head of pages
            new Lost(EnumSet.of(Part.FACTS), EnumSet.of(Way.PLAIN, Way.RAW), Set.of("members-notes.json")));

    static Stream<Arguments> all() {
        return Stream.concat(Imports.SHAPES.stream(), LAYOUTS.stream())
                .flatMap(name -> Stream.of(Way.values()).map(way -> Arguments.of(name, way)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void holds(String name, Way way) {
        Draft given = given(name);
        Draft read = Imports.of(Objects.requireNonNull(texts(name).get(way))).draft();
        assertSame(Part.PEOPLE, name, way, people(read), people(given));
        assertSame(Part.SIGNATORIES, name, way, Structure.signatories(read), Structure.signatories(given));
        assertSame(Part.NOTES_AND_MEETINGS, name, way, Structure.rest(read), Structure.rest(given));
        assertSame(Part.FACTS, name, way, Structure.facts(read), Structure.facts(given));
        if (isCarried(Part.MATTERS, name, way)) {
            assertSame(Part.SUBHEADINGS, name, way, Structure.subheadings(read), Structure.subheadings(given));
            assertSame(Part.PARAGRAPHS, name, way, Structure.itemsAsBareText(read), Structure.itemsAsBareText(given));
            assertSame(Part.MATTERS, name, way, Structure.itemsAsWords(read), Structure.itemsAsWords(given));
        } else {
            assertThat(numbers(read)).isEqualTo(numbers(given));
        }
    }

    private static void assertSame(Part part, String name, Way way, List<String> read, List<String> given) {
        if (isCarried(part, name, way)) {
            assertThat(read).as(part.name()).isEqualTo(given);
        }
    }

    private static boolean isCarried(Part part, String name, Way way) {
        return LOST.stream().noneMatch(lost -> lost.holds(part, way, name));
    }

    /** Pages set those at a distance apart, and begin the cells of a table with a capital. */
    private static List<String> people(Draft draft) {
        return Structure.people(draft).stream()
                .map(person -> person.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static List<Integer> numbers(Draft draft) {
        return draft.items().stream()
                .map(Draft.Item::number)
                .filter(Objects::nonNull)
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

    private static Draft draft(String name) {
        try (InputStream in = RoundTripTests.class.getResourceAsStream("/drafts/" + name)) {
            return DraftJson.read(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
