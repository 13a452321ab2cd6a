package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Deliberation.Abstention;
import se.justera.minutes.Deliberation.Ballot;
import se.justera.minutes.Deliberation.Choice;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Deliberation.Proposal;
import se.justera.minutes.Deliberation.Reservation;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attachment;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;

/** How decisions came about, read from text (KL 5:67, 6:28–30, 4:27), in the forms that boards and committees use. */
class DeliberationTests {

    private final Draft votes = Imports.file("n-votes-and-lists.txt").draft();

    @Test
    void readsAVoteInATableWithCrosses() {
        Item item = Imports.item(votes, 83);
        assertThat(item.proposals())
                .containsExactly(
                        new Proposal(
                                "Stina Grahn (S), med instämmande av Elin Fjäll (C)",
                                "bifall till förvaltningens förslag."),
                        new Proposal("Mats Brolin", "att öppettiderna utökas till klockan 20.00 på vardagar."));
        assertThat(item.votes()).singleElement().satisfies(vote -> {
            assertThat(List.of(vote.yes(), vote.no(), vote.abstained())).containsExactly(4, 1, 1);
            assertThat(vote.question())
                    .isEqualTo("Ja-röst för Stina Grahns (S) yrkande. Nej-röst för Mats Brolins (SD) yrkande.");
            assertThat(vote.ballots())
                    .containsExactly(
                            new Ballot("Stina Grahn", Choice.YES),
                            new Ballot("Lennart Öqvist", Choice.YES),
                            new Ballot("Elin Fjäll", Choice.YES),
                            new Ballot("Mats Brolin", Choice.NO),
                            new Ballot("Kerstin Udd", Choice.ABSTAINED),
                            new Ballot("Roger Lans", Choice.YES));
        });
        assertThat(item.reservations())
                .containsExactly(
                        new Reservation(
                                List.of("Mats Brolin"),
                                "Mats Brolin (SD) reserverar sig mot beslutet med följande motivering: Äldre valsjöbor behöver en plats att gå till också på kvällen."));
        assertThat(item.blocks()).isEmpty();
        assertThat(item.caseNumber()).isEqualTo("SN 2023/00131");
    }

    @Test
    void tellsAConflictOfInterestFromAnAbstention() {
        Item item = Imports.item(votes, 84);
        assertThat(item.conflictsOfInterest())
                .containsExactly(new ConflictOfInterest(
                        "Elin Fjäll", "deltar inte i handläggning och beslut på grund av jäv.", null));
        assertThat(item.abstentions()).containsExactly(new Abstention("Kerstin Udd", null));
        assertThat(Imports.attendee(votes, "Elin Fjäll").presentFor())
                .containsExactly(List.of(80, 83), List.of(85, 86));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Med 5 ja-röster mot 3 nej-röster beslutar nämnden enligt förslaget. | 5 | 3 | ",
                "Fem ja-röster och tre nej-röster avges, två ledamöter avstår. | 5 | 3 | 2",
                "7 ja, 4 nej och 1 avstår. | 7 | 4 | 1",
                "Ja: 2, Nej: 1, Avstår: 0 | 2 | 1 | 0"
            })
    void readsHowManyVotedWhichWay(String result, Integer yes, Integer no, Integer abstained) {
        assertThat(matter("Omröstning\n\n" + result + "\n\nBeslut\n\nFörslaget antas.\n")
                        .votes())
                .singleElement()
                .satisfies(vote -> {
                    assertThat(vote.yes()).isEqualTo(yes);
                    assertThat(vote.no()).isEqualTo(no);
                    assertThat(vote.abstained()).isEqualTo(abstained);
                });
    }

    @Test
    void takesTheResultAsTheDecisionWhereThereIsNoOther() {
        Item item = matter("Votering\n\nMed 5 ja-röster mot 3 nej-röster beslutar nämnden att anta förslaget.\n");
        assertThat(item.decisions())
                .containsExactly(
                        Imports.unlabelled("Med 5 ja-röster mot 3 nej-röster beslutar nämnden att anta förslaget."));
        assertThat(item.votes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.result()).isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mot beslutet reserverade sig Bo Ask (M) till förmån för eget yrkande. | Mot beslutet reserverade sig Bo Ask (M) till förmån för eget yrkande.",
                "Mot beslutet reserverar sig Bo Ask (M). | ",
                "Bo Ask (M) reserverar sig mot beslutet. | ",
                "Bo Ask (M) reserverade sig mot beslutet. | Bo Ask (M) reserverade sig mot beslutet.",
                "Reservation: Bo Ask (M) reserverar sig skriftligt. | Bo Ask (M) reserverar sig skriftligt.",
                "Reservation: Bo Ask: Underlaget brister. | Underlaget brister."
            })
    void readsReservationsThatStandInTheTextWithAllTheirWords(String text, String reason) {
        Item item = matter("Ordföranden redogör.\n\n" + text + "\n");
        assertThat(item.reservations()).containsExactly(new Reservation(List.of("Bo Ask"), reason));
        assertThat(item.blocks()).hasSize(1);
    }

    @Test
    void readsWhoStepsInForSomebodyDisqualified() {
        Item item =
                matter("Jäv\n\nBo Ask (M) anmäler jäv och lämnar rummet. I hans ställe tjänstgör Eva Öst.\n\nText.\n");
        assertThat(item.conflictsOfInterest())
                .containsExactly(new ConflictOfInterest("Bo Ask", "anmäler jäv och lämnar rummet", "Eva Öst"));
        assertThat(item.blocks()).containsExactly(Block.paragraph("Text."));
    }

    @Test
    void readsAttachments() {
        assertThat(matter("Bilagor\n\nBilaga 1: Budget 2026\nBilaga 2: Plan\n").attachments())
                .containsExactly(new Attachment("Bilaga 1", "Budget 2026"), new Attachment("Bilaga 2", "Plan"));
    }

    @Test
    void keepsTheNameAsWrittenOfSomebodyWhoIsNotInTheAttendance() {
        assertThat(matter("Yrkanden\n\nUno Kall (V) yrkar avslag.\n").proposals())
                .containsExactly(new Proposal("Uno Kall (V)", "avslag."));
    }

    @Test
    void keepsThePartyThatTheAttendanceDoesNotSay() {
        Item item =
                matter("Yrkanden\n\nEva Öst (C) yrkar avslag.\n\nOmröstning\n\nJa: Bo Ask (M)\n\nNej: Eva Öst (C)\n");
        assertThat(item.proposals()).containsExactly(new Proposal("Eva Öst (C)", "avslag."));
        assertThat(item.votes().get(0).ballots())
                .containsExactly(new Ballot("Bo Ask", Choice.YES), new Ballot("Eva Öst (C)", Choice.NO));
    }

    @Test
    void keepsAnotherPartyThanTheAttendanceSays() {
        assertThat(matter("Yrkanden\n\nBo Ask (KD) yrkar avslag.\n").proposals())
                .containsExactly(new Proposal("Bo Ask (KD)", "avslag."));
    }

    /** Under such a heading, but not in such words: it stays where it stood. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yrkanden\n\nFlera yrkanden framställs under debatten.",
                "Jäv\n\nFrågan om jäv prövas inte.",
                "Reservation\n\nIngen reserverar sig mot beslutet.",
                "Deltar inte i beslutet\n\nFrågan om vem som deltar lämnas öppen."
            })
    void keepsAsTextWhatItDoesNotUnderstand(String text) {
        assertThat(matter(text + "\n").blocks())
                .containsExactly(
                        new Block(BlockType.SUBHEADING, text.substring(0, text.indexOf('\n')), List.of()),
                        Block.paragraph(text.substring(text.indexOf('\n') + 2)));
    }

    private static Item matter(String text) {
        return Imports.item(
                Imports.of("Styrelsen\nDatum: 2025-04-10\n\nLedamöter\nBo Ask (M), Storvik\nEva Öst, AF\n\n"
                                + "§ 1 Öppnande\n\nMötet öppnas.\n\n§ 2 Ärendet\n\n" + text)
                        .draft(),
                2);
    }
}
