package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.justera.document.ArchiveTypesetter;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;

/** Any ordinary draft, set as pages and taken out of them as bare text in any way, says the same when it is read. */
class OrdinaryDraftsComeBackTests {

    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(Clock.systemUTC());

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void withTheSameMattersDecisionsPeopleSignatoriesAndNotes(@ForAll("drafts") Draft given) {
        Map<PageTexts.Way, String> texts = PageTexts.of(TYPESETTER.draftPdf(given));
        texts.forEach((way, text) -> {
            Draft read = Imports.of(text).draft();
            assertThat(people(read)).as("people, " + way).isEqualTo(people(given));
            assertThat(Structure.signatories(read)).as("signatories, " + way).isEqualTo(Structure.signatories(given));
            assertThat(Structure.restAsBareText(read)).as("notes, " + way).isEqualTo(Structure.restAsBareText(given));
            assertThat(words(read)).as("matters, " + way).isEqualTo(words(given));
        });
    }

    @Provide
    Arbitrary<Draft> drafts() {
        return OrdinaryDrafts.all();
    }

    private static List<String> people(Draft draft) {
        return Structure.people(draft).stream()
                .map(person -> person.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** Each with its number, heading, decisions and words. */
    private static List<List<String>> words(Draft draft) {
        return draft.items().stream().map((Item item) -> Structure.words(item)).toList();
    }
}
