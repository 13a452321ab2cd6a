package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
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

    /** Where a line happens to be full and to end a sentence, text without gaps does not say whether the paragraph ends. */
    private static final Set<String> FULL_LINES = Set.of();

    /** A line of its own is a heading by its looks, or none, where no gap says more. */
    private static final Set<String> LIKE_HEADINGS = Set.of();

    /** What bare text cannot carry of a shape, or not in this way. */
    private static final Map<Way, Set<String>> LOST = Map.of();

    static Stream<Arguments> all() {
        return Stream.concat(Imports.SHAPES.stream(), LAYOUTS.stream())
                .flatMap(name -> Stream.of(Way.values())
                        .filter(way -> !LOST.getOrDefault(way, Set.of()).contains(name))
                        .map(way -> Arguments.of(name, way)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void holds(String name, Way way) {
        Draft given = given(name);
        Draft read = Imports.of(texts(name).get(way)).draft();
        if (way != Way.LAYOUT && LIKE_HEADINGS.contains(name)) {
            assertThat(Structure.itemsAsWords(read)).containsExactlyElementsOf(Structure.itemsAsWords(given));
        } else if (way != Way.LAYOUT && FULL_LINES.contains(name)) {
            assertThat(Structure.itemsAsWords(read)).containsExactlyElementsOf(Structure.itemsAsWords(given));
            assertThat(Structure.subheadings(read)).containsExactlyElementsOf(Structure.subheadings(given));
        } else {
            assertThat(Structure.itemsAsBareText(read)).containsExactlyElementsOf(Structure.itemsAsBareText(given));
        }
        assertThat(Structure.people(read)).containsExactlyInAnyOrderElementsOf(Structure.people(given));
        assertThat(Structure.signatories(read)).containsExactlyElementsOf(Structure.signatories(given));
        assertThat(Structure.rest(read)).containsExactlyElementsOf(Structure.rest(given));
        assertThat(Structure.facts(read)).containsExactlyElementsOf(Structure.facts(given));
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
