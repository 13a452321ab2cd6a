package se.justera.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.DecisionForm;
import se.justera.minutes.Draft.Item;

/** The texts under {@code src/test/resources/imports}: invented minutes in the shapes of real ones. */
final class Imports {

    static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /** All of them, by their file names. */
    static final List<String> SHAPES = List.of(
            "a-committee.txt",
            "b-board.txt",
            "c-board-cover.txt",
            "d-planning-day.txt",
            "e-members-notes.txt",
            "f-wrapped-pages.txt",
            "g-notes.md",
            "h-planning-day.txt",
            "i-members-notes.txt",
            "j-municipal-board.txt",
            "k-board-simple.txt",
            "l-notice-on-cover.txt",
            "m-tight-board.txt",
            "n-votes-and-lists.txt",
            "o-shouting.txt",
            "p-members-council.txt",
            "q-decision-first.txt",
            "r-notice-and-substitutes.txt",
            "s-signed-elsewhere.txt",
            "t-number-before-sign.txt",
            "u-committee-of-council.txt",
            "v-points.txt",
            "w-direction.txt",
            "x-council-committee-layout.txt",
            "y-wrapped-board.txt",
            "z-region-council.txt",
            "aa-columns-apart.txt",
            "ab-annual-meeting.txt",
            "bb-att-clauses-over-pages.txt",
            "bc-committee-plain.txt",
            "bd-memory-list.txt",
            "be-members-by-organisation.txt",
            "bf-planning-day-layout.txt",
            "bg-members-cell-by-cell.txt",
            "bh-direction-web.txt",
            "bi-council-with-crosses.txt",
            "bj-board-old-cover.txt",
            "ba-adjusted-at-once.txt");

    private Imports() {}

    static String text(String name) {
        try (InputStream in = Imports.class.getResourceAsStream("/imports/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportedDraft file(String name) {
        return DraftReader.ofFiles().read(name, text(name).getBytes(StandardCharsets.UTF_8), SWEDISH);
    }

    static ImportedDraft of(String text) {
        return DraftReader.ofFiles().read("minutes.txt", text.getBytes(StandardCharsets.UTF_8), SWEDISH);
    }

    static ImportedDraft markdown(String text) {
        return DraftReader.ofFiles().read("minutes.md", text.getBytes(StandardCharsets.UTF_8), SWEDISH);
    }

    static Decision runIn(String text) {
        return new Decision(text, DecisionForm.RUN_IN, null, List.of());
    }

    static Decision clause(String text) {
        return new Decision(text, DecisionForm.CLAUSE, null, List.of());
    }

    static Decision unlabelled(String text) {
        return new Decision(text, DecisionForm.UNLABELLED, null, List.of());
    }

    static Attendee attendee(Draft draft, String name) {
        return draft.attendance().stream()
                .filter(a -> name.equals(a.name()))
                .findFirst()
                .orElseThrow();
    }

    static Item item(Draft draft, int number) {
        return draft.items().stream()
                .filter(i -> Optional.ofNullable(i.number()).equals(Optional.of(number)))
                .findFirst()
                .orElseThrow();
    }
}
