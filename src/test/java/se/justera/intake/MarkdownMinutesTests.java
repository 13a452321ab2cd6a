package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Footnote;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

class MarkdownMinutesTests {

    private final Draft draft = Imports.file("g-notes.md").draft();

    @Test
    void readsHeadingsOfTheMattersLevelAsMatters() {
        assertThat(draft.kind()).isEqualTo(MinutesKind.NOTES);
        assertThat(draft.items()).extracting(Item::heading).containsExactly("Mötets öppnande", "Ekonomi", "Avslutning");
        assertThat(draft.items().get(0).blocks())
                .containsExactly(
                        Block.paragraph("Ordföranden *hälsar* välkommen[^1]."),
                        new Block(BlockType.SUBHEADING, "Bakgrund till mötet", List.of()),
                        new Block(BlockType.QUOTE, "Vi ska mötas oftare.", List.of()),
                        new Block(
                                BlockType.NUMBERS,
                                null,
                                List.of(Block.paragraph("Först det ena"), Block.paragraph("Sedan det andra"))));
    }

    @Test
    void readsLabelsInBoldTablesAndFootnotes() {
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2025, 4, 10));
            assertThat(m.place()).isEqualTo("Lillviks bibliotek");
        });
        assertThat(draft.attendance()).hasSize(2);
        Block table = draft.items().get(1).blocks().get(0);
        assertThat(table.type()).isEqualTo(BlockType.TABLE);
        assertThat(table.children().get(1).children()).containsExactly(Block.paragraph("Hyra"), Block.paragraph("100"));
        assertThat(draft.items().get(1).decisions()).containsExactly(Imports.runIn("Att godkänna rapporten."));
        assertThat(draft.footnotes()).containsExactly(new Footnote("1", "Kaffe serverades."));
    }

    @Test
    void readsSignaturesAfterTheLastHeading() {
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Nora Falk", SignatoryRole.SECRETARY, null, "Vid protokollet", null),
                        new Signatory("Hanna Kock", SignatoryRole.CHAIR, "Ordförande", "Justeras", null));
    }

    @Test
    void readsMattersWithSignsUnderHeadings() {
        Draft numbered = Imports.markdown(
                        "# Protokoll\n\n## § 1 Öppnande\nMötet öppnas.\n### Vidare\nMer.\n## § 2 Slut\n**Beslut**\n- att sluta\n")
                .draft();
        assertThat(numbered.items()).extracting(Item::number).containsExactly(1, 2);
        assertThat(numbered.items().get(0).blocks())
                .extracting(Block::type)
                .containsExactly(BlockType.PARAGRAPH, BlockType.SUBHEADING, BlockType.PARAGRAPH);
        assertThat(numbered.items().get(1).decisions()).containsExactly(Imports.clause("att sluta"));
    }

    @Test
    void readsListsInsideListsByTheirIndentation() {
        Draft nested = Imports.markdown("""
                        # Protokoll

                        ## § 1 Rapporter

                        - Resor
                          - Lund
                          - Umeå
                        - Lokaler

                        ## § 2 Ordning

                        1. Först
                           - både det
                           - och det
                        2. Sedan
                        """).draft();
        var places = new Block(BlockType.BULLETS, null, List.of(Block.paragraph("Lund"), Block.paragraph("Umeå")));
        assertThat(nested.items().get(0).blocks())
                .containsExactly(new Block(
                        BlockType.BULLETS,
                        null,
                        List.of(new Block(BlockType.PARAGRAPH, "Resor", List.of(places)), Block.paragraph("Lokaler"))));
        var both = new Block(BlockType.BULLETS, null, List.of(Block.paragraph("både det"), Block.paragraph("och det")));
        assertThat(nested.items().get(1).blocks())
                .containsExactly(new Block(
                        BlockType.NUMBERS,
                        null,
                        List.of(new Block(BlockType.PARAGRAPH, "Först", List.of(both)), Block.paragraph("Sedan"))));
    }

    @Test
    void knowsMarkdownThatIsCalledText() {
        String text = """
                # Minnesanteckningar

                | Namn | Organisation |
                | --- | --- |
                | Vera Lind | Ordförande, Sundby kommun |

                Öppnande
                --------

                Ordföranden hälsar _välkommen_.

                Ekonomi
                -------

                **Större händelser:**

                - Ny styrelse
                """;
        Draft called = Imports.of(text).draft();
        assertThat(called).isEqualTo(Imports.markdown(text).draft());
        assertThat(called.attendance())
                .extracting(Draft.Attendee::name, Draft.Attendee::represents)
                .containsExactly(tuple("Vera Lind", "Sundby kommun"));
        assertThat(called.items()).extracting(Item::heading).containsExactly("Öppnande", "Ekonomi");
        assertThat(called.items().get(0).blocks()).containsExactly(Block.paragraph("Ordföranden hälsar *välkommen*."));
        assertThat(called.items().get(1).blocks().get(0).type()).isEqualTo(BlockType.SUBHEADING);
    }
}
