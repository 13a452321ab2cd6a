package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.AttendanceForm;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.DecisionForm;
import se.justera.minutes.Draft.Footnote;
import se.justera.minutes.Draft.FootnotePlace;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Layout;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Numbering;
import se.justera.minutes.Draft.NumberingPolicy;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.Draft.SignaturePlace;

/** A committee's minutes: everybody in one running line, decisions after "Beslut:", signatures last. */
class CommitteeMinutesTests {

    private final ImportedDraft imported = Imports.file("a-committee.txt");
    private final Draft draft = imported.draft();

    @Test
    void readsWhoseMinutesTheyAreAndWhenTheMeetingWas() {
        assertThat(draft.association())
                .isEqualTo(new AssociationName("Samordningsförbundet Tallåsen i Norrlanden", null));
        assertThat(draft.kind()).isEqualTo(MinutesKind.PROTOCOL);
        assertThat(draft.body()).isEqualTo("arbetsutskott");
        assertThat(draft.title()).isEqualTo("PROTOKOLL");
        assertThat(draft.subtitle()).isEqualTo("fört vid arbetsutskott - Samordningsförbundet Tallåsen i Norrlanden");
        assertThat(draft.numbering()).isEqualTo(new Numbering(NumberingPolicy.RESTART, false, null, null));
        assertThat(draft.layout()).isEqualTo(new Layout(SignaturePlace.LAST, AttendanceForm.LIST, FootnotePlace.PAGE));
        assertThat(draft.meeting())
                .isEqualTo(new Meeting(
                        null,
                        null,
                        LocalDate.of(2024, 9, 3),
                        LocalTime.of(10, 0),
                        LocalTime.of(12, 0),
                        "Förbundskansliet, Lillvik",
                        null));
    }

    @Test
    void tellsPeopleApartWhoseBreaksWereLost() {
        assertThat(draft.attendance())
                .containsExactly(
                        present("Vera Lindkvist", AttendeeRole.CHAIR, null, "Lillvik"),
                        present("Astrid Ekman Norling", AttendeeRole.FIRST_VICE_CHAIR, null, "Storvik"),
                        present("Bertil Sandgren", AttendeeRole.SECOND_VICE_CHAIR, null, "Regionen"),
                        present("Gun Hallin Persson", AttendeeRole.MEMBER, null, "Försäkringskassan"),
                        present("Rolf Ahlmark", AttendeeRole.OFFICER, "förbundschef", null),
                        new Attendee(
                                "Katja Mård Oller",
                                AttendeeRole.MEMBER,
                                null,
                                null,
                                "Arbetsförmedlingen",
                                "Ej närvarande",
                                AttendanceStatus.ABSENT,
                                null,
                                List.of()),
                        new Attendee(
                                "Nora Falk",
                                AttendeeRole.SECRETARY,
                                null,
                                null,
                                null,
                                "Sekreterare",
                                AttendanceStatus.PRESENT,
                                null,
                                List.of()));
    }

    private static Attendee present(
            String name,
            AttendeeRole role,
            @org.jspecify.annotations.Nullable String title,
            @org.jspecify.annotations.Nullable String represents) {
        return new Attendee(
                name, role, title, null, represents, "Närvarande", AttendanceStatus.PRESENT, null, List.of());
    }

    @Test
    void readsEveryMatterInItsPlace() {
        assertThat(draft.items()).extracting(Item::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(draft.items())
                .extracting(Item::heading)
                .startsWith("Mötets öppnande", "Dagordningens godkännande", "Föregående protokoll 2024-05-15")
                .endsWith("Information", "Övriga frågor", "Avslutning");
        assertThat(draft.items()).extracting(i -> i.blocks().size()).containsExactly(1, 0, 0, 1, 3, 1, 1, 4, 1, 1, 1);
    }

    @Test
    void readsDecisionsWithAndWithoutTheirLabel() {
        assertThat(draft.items())
                .extracting(i -> i.decisions().size())
                .containsExactly(0, 1, 1, 1, 2, 1, 1, 1, 1, 0, 0);
        assertThat(Imports.item(draft, 4).decisions())
                .containsExactly(Imports.runIn("Arbetsutskottet godkände ekonomisk uppföljning per den 31 juli."));
        assertThat(Imports.item(draft, 5).decisions())
                .extracting(Decision::text)
                .first()
                .isEqualTo("Arbetsutskottet enades om att tillstyrka ansökan.");
        assertThat(Imports.item(draft, 8).blocks().get(3).text())
                .isEqualTo("Frågan planeras till styrelsemötet i november.");
    }

    @Test
    void keepsTheFormOfEachDecisionAndItsPlaceBeforeTextThatFollows() {
        assertThat(draft.items())
                .flatExtracting(i -> i.decisions().stream().map(Decision::form).toList())
                .containsExactly(
                        DecisionForm.UNLABELLED,
                        DecisionForm.UNLABELLED,
                        DecisionForm.RUN_IN,
                        DecisionForm.UNLABELLED,
                        DecisionForm.RUN_IN,
                        DecisionForm.RUN_IN,
                        DecisionForm.RUN_IN,
                        DecisionForm.UNLABELLED,
                        DecisionForm.UNLABELLED);
        assertThat(draft.items())
                .flatExtracting(i -> i.decisions().stream()
                        .map(Decision::after)
                        .filter(java.util.Objects::nonNull)
                        .toList())
                .containsExactly(3);
    }

    @Test
    void takesTheSecretarysNameAloneAtTheFootOfPagesOut() {
        assertThat(draft.pageFooter()).isNull();
        assertThat(imported.remarks())
                .extracting(Remark::text)
                .contains("”Nora Falk” stod ensamt vid sidornas fot och togs bort ur texten.");
        assertThat(Imports.item(draft, 5).blocks()).noneMatch(b -> "Nora Falk".equals(b.text()));
    }

    @Test
    void tiesFootnotesToTheirMarksAcrossMatters() {
        assertThat(draft.footnotes())
                .containsExactly(
                        new Footnote("1", "LSG = lokal styrgrupp"),
                        new Footnote("2", "RKN = Rådet för kommuner i norr"));
        assertThat(Imports.item(draft, 5).blocks().get(2).text()).endsWith("tillstyrks ansökan av respektive LSG[^1].");
        assertThat(Imports.item(draft, 6).blocks().get(0).text()).contains("av RKN[^2], som bjöd in");
    }

    @Test
    void readsWhoSignsFromTheEnd() {
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory(
                                "Nora Falk", SignatoryRole.SECRETARY, "Förbundssekreterare", "Vid protokollet", null),
                        new Signatory("Vera Lindkvist", SignatoryRole.CHAIR, "Ordförande", "Justeras", null),
                        new Signatory(
                                "Astrid Ekman Norling",
                                SignatoryRole.ADJUSTER,
                                "1:e vice ordförande",
                                "Justeras",
                                null),
                        new Signatory(
                                "Bertil Sandgren", SignatoryRole.ADJUSTER, "2:e vice ordförande", "Justeras", null));
    }

    @Test
    void saysWhichSentencesItTookForDecisions() {
        assertThat(imported.remarks())
                .filteredOn(r -> r.at().contains("/decisions/"))
                .extracting(Remark::at)
                .containsExactly(
                        "/items/1/decisions/0",
                        "/items/2/decisions/0",
                        "/items/4/decisions/0",
                        "/items/7/decisions/0",
                        "/items/8/decisions/0");
    }
}
