package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;

/**
 * Minutes that were written before anybody looked at how the import works, each in the habits of another kind of
 * body, against all that they say.
 */
class InventedMinutesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w-direction",
                "x-council-committee-layout",
                "y-wrapped-board",
                "z-region-council",
                "aa-columns-apart",
                "ab-annual-meeting",
                "bb-att-clauses-over-pages",
                "bc-committee-plain",
                "bd-memory-list",
                "be-members-by-organisation",
                "bf-planning-day-layout",
                "bg-members-cell-by-cell",
                "bh-direction-web",
                "bi-council-with-crosses",
                "bj-board-old-cover"
            })
    void saysAllThatTheTextSays(String name) {
        assertThat(lines(Imports.file(name + ".txt").draft()))
                .containsExactlyElementsOf(
                        Imports.text("expected/" + name + ".txt").lines().toList());
    }

    @ParameterizedTest
    @MethodSource("wordFiles")
    void saysAllThatAWordFileSays(String name, byte[] docx) {
        Draft draft = DraftReader.ofFiles()
                .read("protokoll.docx", docx, Imports.SWEDISH)
                .draft();
        assertThat(lines(draft))
                .containsExactlyElementsOf(
                        Imports.text("expected/" + name + ".txt").lines().toList());
    }

    static Stream<Arguments> wordFiles() {
        return Stream.of(
                Arguments.of("word-members-beside-substitutes", InventedWordFiles.membersBesideSubstitutes()),
                Arguments.of("word-template-of-a-committee", InventedWordFiles.templateOfACommittee()));
    }

    static List<String> lines(Draft draft) {
        var lines = new ArrayList<String>(Structure.facts(draft));
        lines.add("body " + draft.body() + " | " + draft.subtitle() + " | " + draft.adjustmentDay() + " | "
                + draft.pageFooter() + " | "
                + String.valueOf(draft.pageHeader()).replace("\n", " / "));
        Structure.people(draft).forEach(person -> lines.add("who " + person));
        Structure.items(draft).stream()
                .filter(line -> !line.strip().matches("(?:order|case) null"))
                .forEach(lines::add);
        Structure.signatories(draft).forEach(signer -> lines.add("signs " + signer));
        lines.addAll(Structure.rest(draft));
        return lines.stream().map(String::stripTrailing).toList();
    }
}
