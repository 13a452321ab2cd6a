package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;

/** The same minutes with their paragraphs broken at the width of a page, with and without divided words. */
class BrokenLinesTests {

    private static final int WIDTH = 84;

    private enum Break {
        BETWEEN_WORDS(""),
        AT_SOFT_HYPHENS("\u00AD"),
        AT_HYPHENS("-");

        private final String mark;

        Break(String mark) {
            this.mark = mark;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-committee.txt",
                "c-board-cover.txt",
                "d-planning-day.txt",
                "e-members-notes.txt",
                "h-planning-day.txt",
                "i-members-notes.txt",
                "o-shouting.txt"
            })
    void areJoinedToTheParagraphsTheyWere(String name) {
        String text = Imports.text(name);
        for (Break way : Break.values()) {
            String broken = text.lines().flatMap(line -> broken(line, way)).collect(Collectors.joining("\n", "", "\n"));
            assertThat(Structure.items(Imports.of(broken).draft()))
                    .as("%s", way)
                    .containsExactlyElementsOf(Structure.items(Imports.of(text).draft()));
        }
    }

    /** Nobody writes on a page as narrow as the longest of these lines. */
    @Test
    void areNoneWhereEveryLineIsShort() {
        Draft draft = Imports.of("§ 1 Budget 2026\nBudgeten gås igenom.\n\n§ 2 Fest\nInget fanns.\n")
                .draft();
        assertThat(draft.items()).extracting(Draft.Item::heading).containsExactly("Budget 2026", "Fest");
    }

    private static Stream<String> broken(String line, Break way) {
        if (line.length() <= WIDTH || line.contains("\t") || line.startsWith("§")) {
            return Stream.of(line);
        }
        int end = line.lastIndexOf(' ', WIDTH);
        int word = line.indexOf(' ', end + 1) < 0 ? line.length() : line.indexOf(' ', end + 1);
        String next = line.substring(end + 1, word);
        boolean divide = !way.mark.isEmpty() && next.matches("\\p{Ll}{8,}");
        int at = divide ? end + 5 : end;
        return Stream.concat(
                Stream.of(line.substring(0, at) + (divide ? way.mark : "")),
                broken(line.substring(divide ? at : at + 1), way));
    }
}
