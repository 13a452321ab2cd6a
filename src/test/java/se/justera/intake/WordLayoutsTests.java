package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static se.justera.intake.WordPages.bold;
import static se.justera.intake.WordPages.bullet;
import static se.justera.intake.WordPages.cell;
import static se.justera.intake.WordPages.control;
import static se.justera.intake.WordPages.docx;
import static se.justera.intake.WordPages.heading;
import static se.justera.intake.WordPages.merged;
import static se.justera.intake.WordPages.noteCall;
import static se.justera.intake.WordPages.p;
import static se.justera.intake.WordPages.row;
import static se.justera.intake.WordPages.run;
import static se.justera.intake.WordPages.section;
import static se.justera.intake.WordPages.setIn;
import static se.justera.intake.WordPages.table;
import static se.justera.intake.WordPages.textBox;
import static se.justera.intake.WordPages.texts;
import static se.justera.intake.WordPages.wide;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;

/** Minutes as Word's own tools lay them out: covers of merged cells, boxes beside the text, controls to fill in. */
class WordLayoutsTests {

    private static Draft read(byte[] docx) {
        return DraftReader.ofFiles()
                .read("protokoll.docx", docx, Imports.SWEDISH)
                .draft();
    }

    /** The cover of a template: labels in merged cells, people one under the other, two groups beside each other. */
    static byte[] coverOfMergedCells() {
        String cover = table(
                row(
                        cell(p("Plats och tid")),
                        wide(
                                2,
                                p(
                                        "Kommunhuset, sammanträdesrum Eken, tisdagen den 5 november 2024 kl. 13.15 – 15.05"))),
                row(
                        cell(p("Beslutande")),
                        cell(
                                bold("Ledamöter"),
                                p("Rose-Marie Lindhé (S), ordförande"),
                                p("Per-Olof Häggkvist (M), vice ordförande"),
                                p("Nadja Petrovic (V), §§ 41–44")),
                        cell(bold("Tjänstgörande ersättare"), p("Fredrik Oskarsson (C) för Agneta Sjöholm (C)"))),
                row(
                        cell(p("Ej tjänstgörande ersättare")),
                        wide(2, p("Hans Gradin (SD)"), p("Kerstin Åsvall (L), via Teams"))),
                row(
                        cell(p("Övriga deltagande")),
                        wide(2, p("Birgitta Malmros, förvaltningschef"), p("Johan Tegelberg, nämndsekreterare"))),
                row(merged(), wide(2, p("Elin Sääf, verksamhetschef hemtjänst, Au § 43"))),
                row(cell(p("Utses att justera")), wide(2, p("Per-Olof Häggkvist"))),
                row(cell(p("Justeringens plats och tid")), wide(2, p("Kommunhuset, den 11 november 2024 kl. 08.30"))),
                row(cell(p("Underskrifter")), cell(p("Sekreterare")), cell(p("…………………………………"), p("Johan Tegelberg"))),
                row(merged(), cell(p("Ordförande")), cell(p("…………………………………"), p("Rose-Marie Lindhé"))),
                row(merged(), cell(p("Justerande")), cell(p("…………………………………"), p("Per-Olof Häggkvist"))));
        String items = heading(2, "Au § 41 Godkännande av dagordning")
                + p("Dnr VON 2024/12")
                + heading(3, "Beslut")
                + p("Arbetsutskottet godkänner dagordningen.")
                + heading(2, "Au § 42 Ekonomisk uppföljning per oktober 2024")
                + heading(3, "Sammanfattning av ärendet")
                + p("Prognosen för helåret visar ett underskott på 4,6 miljoner kronor.")
                + table(
                        texts("Verksamhet", "Budget", "Utfall", "Avvikelse"),
                        texts("Särskilt boende", "82 400", "85 100", "-2 700"),
                        texts("Hemtjänst", "61 200", "63 500", "-2 300"),
                        row(cell(p("Avvikelsen granskas i januari")), wide(3, p("ja"))))
                + heading(3, "Beslut")
                + p("Arbetsutskottet noterar informationen.");
        return docx(
                cover + items,
                table(
                        texts("GRANVIKS KOMMUN", "Sammanträdesprotokoll"),
                        texts("Vård- och omsorgsnämndens arbetsutskott", "2024-11-05")),
                p("Justerandes signatur\tUtdragsbestyrkande"));
    }

    @Test
    void readsPeopleAndSignaturesFromACoverOfMergedCells() {
        Draft draft = read(coverOfMergedCells());
        Draft plain = Imports.file("x-council-committee-layout.txt").draft();
        assertThat(Structure.people(draft)).containsExactlyElementsOf(Structure.people(plain));
        assertThat(Structure.signatories(draft)).containsExactlyElementsOf(Structure.signatories(plain));
        assertThat(draft.meeting()).isEqualTo(plain.meeting());
        assertThat(draft.association()).isEqualTo(plain.association());
        assertThat(draft.items())
                .filteredOn(i -> i.number() != null)
                .extracting(Draft.Item::number)
                .containsExactly(41, 42);
    }

    @Test
    void keepsATableWhoseCellsAreMergedATable() {
        Draft.Item matter = Imports.item(read(coverOfMergedCells()), 42);
        assertThat(matter.blocks())
                .filteredOn(b -> b.type() == Draft.BlockType.TABLE)
                .singleElement()
                .satisfies(t -> assertThat(t.children())
                        .extracting(r ->
                                r.children().stream().map(Draft.Block::text).toList())
                        .startsWith(
                                List.of("Verksamhet", "Budget", "Utfall", "Avvikelse"),
                                List.of("Särskilt boende", "82 400", "85 100", "-2 700"))
                        .hasSize(4));
    }

    /** Time and place in a box, the attendance in tables, §§ that a style numbers, signatures in a table. */
    static byte[] boxesAndNumberedStyles() {
        return docx(
                p("SAMORDNINGSFÖRBUNDET ÅDALSBYGDEN")
                        + p("PROTOKOLL STYRELSEMÖTE")
                        + p("2024-02-15")
                        + textBox(p("Tid: Kl. 09:00-12:10") + p("Plats: Tingshuset, Åby och digitalt via Teams"))
                        + p("Ledamöter")
                        + table(
                                texts("Namn", "Part", "Närvaro"),
                                texts("Roger Kvist, ordförande", "Åby kommun", "Närvarande"),
                                texts("Mikaela Ögren, vice ordförande", "Region Nordland", "Närvarande"),
                                texts("Linnéa Palm", "Försäkringskassan", "Via Teams"),
                                texts("Hassan Yusuf", "Arbetsförmedlingen", "Frånvarande"))
                        + p("Ersättare")
                        + table(
                                texts("Namn", "Part", "Närvaro"),
                                texts("Sven Ljung", "Åby kommun", "Ej närvarande"),
                                texts("Agnes Hallin", "Region Nordland", "Närvarande"),
                                texts("Britt Olofsson", "Arbetsförmedlingen", "Närvarande, tjänstgörande"))
                        + p("Övriga: Johanna Fors, samordnare, Kurt Bodin, ekonom, §§ 5-6")
                        + p("Sekreterare:\tJohanna Fors")
                        + p("Justerare:\tLinnéa Palm")
                        + section("Mötets öppnande")
                        + p("Ordföranden öppnar mötet.")
                        + section("Omfördelning av medel")
                        + p("Ansökan har kommit in.")
                        + bullet("Beredningsgruppen tillstyrker.")
                        + bullet("Kommunen har lokaler.")
                        + bold("Styrelsen beslutar")
                        + p("att bevilja Kraftverket 240 000 kronor.")
                        + section("Mötet avslutas")
                        + p("Ordföranden tackar och avslutar mötet.")
                        + table(
                                texts("Vid protokollet", "Justeras", "Justeras"),
                                row(
                                        cell(p("Johanna Fors"), p("Samordnare")),
                                        cell(p("Roger Kvist"), p("Ordförande")),
                                        cell(p("Linnéa Palm"), p("Justerare")))),
                p("Samordningsförbundet Ådalsbygden"),
                p("Sida 1 av 3"));
    }

    @Test
    void readsBoxesTablesOfPeopleAndNumbersOfStyles() {
        Draft draft = read(boxesAndNumberedStyles());
        Draft plain = Imports.file("aa-columns-apart.txt").draft();
        assertThat(Structure.people(draft)).containsExactlyElementsOf(Structure.people(plain));
        assertThat(draft.meeting()).isEqualTo(plain.meeting());
        assertThat(Structure.signatories(draft)).containsExactlyElementsOf(Structure.signatories(plain));
        assertThat(draft.items()).extracting(Draft.Item::number).containsExactly(1, 2, 3);
        assertThat(draft.items())
                .extracting(Draft.Item::heading)
                .containsExactly("Mötets öppnande", "Omfördelning av medel", "Mötet avslutas");
        assertThat(Imports.item(draft, 2).decisions())
                .extracting(Draft.Decision::text)
                .containsExactly("Styrelsen beslutar att bevilja Kraftverket 240 000 kronor.");
    }

    /** Everything inside controls, one inside a line, and a table inside the cell of another. */
    static byte[] controlsAndInnerTables() {
        return docx(
                control(p("Protokoll nr 4/2023")
                                + "<w:p>" + run("Datum: ") + control(run("2023-09-21")) + run(" kl 13.00-15.40")
                                + "</w:p>"
                                + p("Plats: Folkets hus, Sjöstad och via Teams")
                                + p(
                                        "Närvarande ledamöter: Ulrika Malm, Sjöstads kommun (ordförande), Göte Ström, Region Västmark (v. ordf.)")
                                + table(row(cell(p("Frånvarande"), table(texts("Tove Rask", "Mellansjö kommun"))))))
                        + control(heading(1, "§ 1 Delårsrapport")
                                + "<w:p>" + run("Prognosen pekar på ett överskott om 310 tkr") + noteCall(2) + run(".")
                                + "</w:p>"
                                + table(row(
                                        control(cell(p("Beslut"))), cell(p("Styrelsen godkänner delårsrapporten.")))))
                        + heading(1, "§ 2 Avslutning")
                        + p("Ordföranden avslutade sammanträdet."),
                control(p("Samordningsförbundet Tre Sjöar")),
                control(p("Justerandes sign")),
                "Beloppet avser hela förbundet.");
    }

    @Test
    void readsWhatStandsInsideControlsAndInnerTables() {
        Draft draft = read(controlsAndInnerTables());
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).hasToString("2023-09-21");
            assertThat(m.start()).hasToString("13:00");
            assertThat(m.place()).isEqualTo("Folkets hus, Sjöstad och via Teams");
        });
        assertThat(draft.attendance())
                .extracting(Draft.Attendee::name)
                .containsExactly("Ulrika Malm", "Göte Ström", "Tove Rask");
        assertThat(Imports.attendee(draft, "Tove Rask").status()).isEqualTo(Draft.AttendanceStatus.ABSENT);
        assertThat(draft.items()).extracting(Draft.Item::number).containsExactly(1, 2);
        assertThat(draft.items().get(0).decisions())
                .extracting(Draft.Decision::text)
                .containsExactly("Styrelsen godkänner delårsrapporten.");
        assertThat(draft.footnotes()).containsExactly(new Draft.Footnote("1", "Beloppet avser hela förbundet."));
        assertThat(draft.items().get(0).blocks().get(0).text())
                .isEqualTo("Prognosen pekar på ett överskott om 310 tkr[^1].");
    }

    @Test
    void tellsTextAfterAListFromTextSetInUnderItsLastEntry() {
        Draft draft = read(docx(
                p("Protokoll")
                        + heading(1, "§ 1 Information")
                        + bullet("Rekrytering pågår.")
                        + bullet("Lokaler")
                        + setIn("Avtalet löper ut i mars.")
                        + p("Ledamöterna ställer frågor om båda.")
                        + heading(1, "§ 2 Avslutning")
                        + p("Ordföranden avslutade sammanträdet."),
                p("Samordningsförbundet Tre Sjöar"),
                p("Sida 1 av 1")));
        assertThat(Structure.items(draft))
                .containsSubsequence(
                        "§ 1 Information",
                        "  BULLETS ",
                        "    PARAGRAPH Rekrytering pågår.",
                        "    PARAGRAPH Lokaler",
                        "      PARAGRAPH Avtalet löper ut i mars.",
                        "  PARAGRAPH Ledamöterna ställer frågor om båda.");
    }

    static Stream<byte[]> layouts() {
        return Stream.of(coverOfMergedCells(), boxesAndNumberedStyles(), controlsAndInnerTables());
    }

    @Test
    void readsHeadingsInBoldRightUnderTextAndSignaturesRightUnderThem() {
        Draft draft = read(docx(
                bold("MINNESANTECKNINGAR")
                        + p("")
                        + bold("Mötets öppnande")
                        + p("Ordföranden hälsar alla välkomna.")
                        + p("")
                        + bold("Ekonomi")
                        + p("Årsredovisningen bifogades i inbjudan.")
                        + bold("Mötet avslutas")
                        + p("Ordföranden tackar.")
                        + p("Vid protokollet\t\t\tJusteras")
                        + p("")
                        + p("Mona Lind\t\t\tHillevi Krook")
                        + p("Förbundschef\t\t\tOrdförande"),
                "",
                p("Organisationsnummer 222000-1111")));
        assertThat(draft.items())
                .extracting(Draft.Item::heading)
                .containsExactly("Mötets öppnande", "Ekonomi", "Mötet avslutas");
        assertThat(draft.signatories())
                .extracting(Draft.Signatory::name, Draft.Signatory::role)
                .containsExactly(
                        tuple("Mona Lind", Draft.SignatoryRole.SECRETARY),
                        tuple("Hillevi Krook", Draft.SignatoryRole.CHAIR));
        assertThat(draft.association()).isNotNull().extracting("orgNumber").isEqualTo("222000-1111");
    }
}
