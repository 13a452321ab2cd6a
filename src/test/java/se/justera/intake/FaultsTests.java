package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.demo.DemoDrafts;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** Each fault is found where it is and nowhere else; a sound draft has none. */
class FaultsTests {

    private static final Preflight PREFLIGHT =
            Preflight.at(Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC));

    private static final String MEETING = "\"meeting\":{\"date\":\"2025-02-20\",\"place\":\"Lillvik\"}";
    private static final String PEOPLE = "\"attendance\":[{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"},"
            + "{\"name\":\"Bo Asplund\",\"role\":\"MEMBER\"},{\"name\":\"Eva Östlund\",\"role\":\"MEMBER\"},"
            + "{\"name\":\"Nora Falk\",\"role\":\"SECRETARY\"}]";
    private static final String SIGNERS = "\"signatories\":[{\"name\":\"Nora Falk\",\"role\":\"SECRETARY\"},"
            + "{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"},{\"name\":\"Bo Asplund\",\"role\":\"ADJUSTER\"}]";
    private static final String ITEMS =
            "\"items\":[{\"number\":1,\"heading\":\"Öppnande\"},{\"number\":2,\"heading\":\"Budget\","
                    + "\"decisions\":[{\"text\":\"Att anta budgeten.\"}]}]";

    private static List<String> faults(String... parts) {
        Draft draft = DraftJson.read("{\"association\":{\"name\":\"Tallåsen\"}," + String.join(",", parts) + "}");
        return PREFLIGHT.remarks(draft, name -> Optional.of("a@minutes.example"), Imports.SWEDISH).stream()
                .map(r -> r.at() + " " + r.text())
                .toList();
    }

    private static String items(String matters) {
        return "\"items\":[" + matters + "]";
    }

    private static String people(String more) {
        return PEOPLE.substring(0, PEOPLE.length() - 1) + "," + more + "]";
    }

    @Test
    void findsNothingInASoundDraft() {
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"board-adjusted", "board-adjustment", "board-cancelled", "board-draft", "board-review", "notes"})
    void findsNothingInTheDemoDrafts(String name) {
        Draft draft = DemoDrafts.read(name);
        Preflight now = Preflight.at(Clock.fixed(Instant.parse("2030-01-01T12:00:00Z"), ZoneOffset.UTC));
        assertThat(now.remarks(draft, person -> Optional.of("a@minutes.example"), Imports.SWEDISH))
                .isEmpty();
    }

    @Test
    void findsARangeUnlikeTheHead() {
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS, "\"numbering\":{\"first\":1,\"last\":3}"))
                .containsExactly("/numbering/first Protokollets huvud säger § 1–3, men texten har § 1–2.");
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS, "\"numbering\":{\"first\":1,\"last\":2}"))
                .isEmpty();
    }

    @Test
    void findsALostQuorumByTheSizeOfTheBodyAndByTheListedMembers() {
        String six = MEETING.replace("}", ",\"bodySize\":6}");
        assertThat(faults(six, PEOPLE, ITEMS, SIGNERS))
                .singleElement()
                .asString()
                .startsWith("/attendance 3 av 6 ledamöter tjänstgjorde.");
        assertThat(faults(MEETING.replace("}", ",\"bodySize\":5}"), PEOPLE, ITEMS, SIGNERS))
                .isEmpty();
        String absent = "{\"name\":\"A A\",\"role\":\"MEMBER\",\"status\":\"ABSENT\"},"
                + "{\"name\":\"B B\",\"role\":\"MEMBER\",\"status\":\"EXCUSED\"},"
                + "{\"name\":\"C C\",\"role\":\"MEMBER\",\"status\":\"ABSENT\"}";
        assertThat(faults(MEETING, people(absent), ITEMS, SIGNERS))
                .singleElement()
                .asString()
                .startsWith("/attendance 3 av 6");
        String serving = absent + ",{\"name\":\"D D\",\"role\":\"SUBSTITUTE\",\"serving\":true}";
        assertThat(faults(MEETING, people(serving), ITEMS, SIGNERS)).isEmpty();
        assertThat(faults("\"kind\":\"NOTES\"", six, PEOPLE, ITEMS, SIGNERS)).isEmpty();
    }

    @Test
    void findsAQuorumLostForOneMatter() {
        String left = PEOPLE.replace("\"Eva Östlund\",", "\"Eva Östlund\",\"presentFor\":[[1,1]],");
        String four = MEETING.replace("}", ",\"bodySize\":4}");
        assertThat(faults(four, left, ITEMS, SIGNERS))
                .singleElement()
                .asString()
                .startsWith("/items/1 Vid § 2 deltog 2 av 4 ledamöter.");
        String stayed = left.replace("[[1,1]]", "[[1,2]]");
        assertThat(faults(four, stayed, ITEMS, SIGNERS)).isEmpty();
    }

    private static String conflict(String more) {
        return items("{\"number\":1,\"heading\":\"Bidrag\",\"conflictsOfInterest\":[{\"name\":\"Eva Östlund\"}]," + more
                + "}");
    }

    @Test
    void findsADisqualifiedMemberShownAsTakingPart() {
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        conflict("\"votes\":[{\"ballots\":[{\"name\":\"Eva Östlund\",\"choice\":\"YES\"}]}]"),
                        SIGNERS))
                .containsExactly("/items/0/votes/0/ballots/0 Eva Östlund är jävig men står bland dem som röstade.");
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        conflict("\"votes\":[{\"ballots\":[{\"name\":\"Eva Östlund\",\"choice\":\"ABSENT\"}]}]"),
                        SIGNERS))
                .isEmpty();
        String under = "{\"heading\":\"A\","
                + conflict("\"votes\":[{\"ballots\":[{\"name\":\"Eva Östlund (S)\",\"choice\":\"NO\"}]}]")
                        .replace("\"items\"", "\"subItems\"")
                + "}";
        assertThat(faults(MEETING, PEOPLE, items(under), SIGNERS))
                .containsExactly(
                        "/items/0/subItems/0/votes/0/ballots/0 Eva Östlund är jävig men står bland dem som röstade.");
        assertThat(faults(MEETING, PEOPLE, conflict("\"proposals\":[{\"by\":\"Eva Östlund (S)\"}]"), SIGNERS))
                .containsExactly("/items/0/proposals/0/by Eva Östlund är jävig men står som den som yrkade.");
        assertThat(faults(MEETING, PEOPLE, conflict("\"reservations\":[{\"names\":[\"Eva Östlund\"]}]"), SIGNERS))
                .containsExactly("/items/0/reservations/0 Eva Östlund är jävig men reserverar sig.");
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        conflict("\"decisions\":[{\"text\":\"Eva Östlund beslutar att bevilja bidraget.\"}]"),
                        SIGNERS))
                .containsExactly("/items/0/decisions/0/text Eva Östlund är jävig men står som den som beslutar.");
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        conflict("\"decisions\":[{\"text\":\"Att Eva Östlund får bidraget.\"}]"),
                        SIGNERS))
                .isEmpty();
    }

    @Test
    void findsADisqualifiedMemberShownAsPresentForThatMatter() {
        String stayed = PEOPLE.replace("\"Eva Östlund\",", "\"Eva Östlund\",\"presentFor\":[[1,2]],");
        assertThat(faults(MEETING, stayed, conflict("\"blocks\":[]"), SIGNERS))
                .containsExactly(
                        "/attendance/2/presentFor Eva Östlund är jävig vid § 1 men står som närvarande vid den paragrafen.");
        assertThat(faults(MEETING, stayed.replace("[[1,2]]", "[[2,2]]"), conflict("\"blocks\":[]"), SIGNERS))
                .isEmpty();
    }

    @Test
    void findsSubstitutesOfWhomNothingIsSaid() {
        assertThat(faults(MEETING, people("{\"name\":\"Per Alm\",\"role\":\"SUBSTITUTE\"}"), ITEMS, SIGNERS))
                .containsExactly("/attendance Det framgår inte om dessa ersättare tjänstgjorde: Per Alm.");
        assertThat(faults(
                        MEETING,
                        people("{\"name\":\"Per Alm\",\"role\":\"SUBSTITUTE\",\"serving\":false}"),
                        ITEMS,
                        SIGNERS))
                .isEmpty();
    }

    @Test
    void findsAListThatTellsMembersFromNobody() {
        String mixed = PEOPLE.replace("\"role\":\"MEMBER\"", "\"role\":\"MEMBER\",\"group\":\"Närvarande\"");
        assertThat(faults(MEETING, mixed, ITEMS, SIGNERS))
                .singleElement()
                .asString()
                .startsWith("/attendance Närvarolistan skiljer inte");
        assertThat(faults(MEETING, mixed.replace("Närvarande", "Ledamöter"), ITEMS, SIGNERS))
                .isEmpty();
        assertThat(faults(MEETING, PEOPLE.replace(",\"role\":\"MEMBER\"", ""), ITEMS, SIGNERS))
                .singleElement()
                .asString()
                .startsWith("/attendance Närvarolistan skiljer inte");
    }

    @Test
    void findsAnAdjusterWhoIsASubstituteThatDidNotServe() {
        String bo = PEOPLE.replace(
                "\"Bo Asplund\",\"role\":\"MEMBER\"", "\"Bo Asplund\",\"role\":\"SUBSTITUTE\",\"serving\":false");
        assertThat(faults(MEETING, bo, ITEMS, SIGNERS))
                .containsExactly(
                        "/signatories/2/name Bo Asplund ska justera men står som ersättare, utan att det framgår att ersättaren tjänstgjorde.");
        assertThat(faults(MEETING, bo.replace("false", "true"), ITEMS, SIGNERS)).isEmpty();
    }

    @Test
    void findsAdjustersElectedTwice() {
        String twice = items("{\"number\":1,\"heading\":\"Val av justerare\"},"
                + "{\"number\":2,\"heading\":\"Dagordning samt val av justerare\"}");
        assertThat(faults(MEETING, PEOPLE, twice, SIGNERS))
                .containsExactly("/items/1/heading Justerare väljs både i § 1 och i § 2.");
        assertThat(faults(MEETING, PEOPLE, twice.replace(" samt val av justerare", ""), SIGNERS))
                .isEmpty();
        String inWords = items(
                "{\"number\":1,\"heading\":\"Val av justerare\",\"decisions\":["
                        + "{\"text\":\"att välja Bo Asplund att jämte ordföranden justera protokollet\"}]},"
                        + "{\"number\":2,\"heading\":\"Dagordning\",\"blocks\":[{\"text\":\"Till justerare utsågs Eva Östlund.\"}]}");
        assertThat(faults(MEETING, PEOPLE, inWords, SIGNERS))
                .containsExactly("/items/1/blocks/0/text Justerare väljs både i § 1 och i § 2.");
    }

    @Test
    void findsDaysInTheWrongOrder() {
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS, "\"adjustmentDay\":\"2025-02-19\""))
                .containsExactly("/adjustmentDay Justeringsdagen 2025-02-19 ligger före mötet.");
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS, "\"adjustmentDay\":\"2025-03-07\""))
                .containsExactly("/adjustmentDay Justeringsdagen 2025-03-07 ligger mer än 14 dagar efter mötet.");
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS, "\"adjustmentDay\":\"2025-03-06\""))
                .isEmpty();
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        ITEMS,
                        SIGNERS,
                        "\"nextMeetings\":[{\"text\":\"Nästa möte\",\"date\":\"2024-05-05\"}]"))
                .containsExactly("/nextMeetings/0/date Nästa möte 2024-05-05 ligger före det här mötet.");
    }

    @Test
    void findsNextMeetingsThatCanBeMisread() {
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        ITEMS,
                        SIGNERS,
                        "\"nextMeetings\":[{\"text\":\"Nästa möte 29 augusti\"},"
                                + "{\"text\":\"251008 Arbetsdag\",\"date\":\"2025-10-08\"},"
                                + "{\"text\":\"8 oktober 2025\",\"date\":\"2025-10-08\"}]"))
                .containsExactly(
                        "/nextMeetings/0 ”Nästa möte 29 augusti” har inget fullständigt datum.",
                        "/nextMeetings/1 ”251008 Arbetsdag” har datumet i sex siffror.");
    }

    @Test
    void findsAMissingChairAndAMissingSecretary() {
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS.replace("\"CHAIR\"", "\"ADJUSTER\"")))
                .containsExactly("/signatories Ordföranden finns inte bland dem som ska skriva under.");
        assertThat(faults(MEETING, PEOPLE.replace("\"SECRETARY\"", "\"OFFICER\""), ITEMS, SIGNERS))
                .containsExactly(
                        "/attendance Sekreteraren skriver under men anges inte som sekreterare, varken i närvaron eller i texten.");
        String named = items(
                "{\"number\":1,\"heading\":\"Val\",\"blocks\":[{\"text\":\"Till sekreterare utsågs Nora Falk.\"}]}");
        assertThat(faults(MEETING, PEOPLE.replace("\"SECRETARY\"", "\"OFFICER\""), named, SIGNERS))
                .isEmpty();
    }

    @Test
    void findsDecisionsThatAreNotMarked() {
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        items(
                                "{\"number\":1,\"heading\":\"A\",\"decisions\":[{\"text\":\"Dagordningen godkändes.\",\"form\":\"UNLABELLED\"}]}"),
                        SIGNERS))
                .containsExactly(
                        "/items/0/decisions/0 ”Dagordningen godkändes.” är ett beslut som inte är utmärkt som beslut.");
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        items(
                                "{\"number\":1,\"heading\":\"A\",\"blocks\":[{\"text\":\"Frågan togs upp. Styrelsen beslutade att bygga.\"}]}"),
                        SIGNERS))
                .containsExactly(
                        "/items/0/blocks/0 ”Styrelsen beslutade att bygga.” ser ut som ett beslut men står i den löpande texten.");
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        items(
                                "{\"number\":1,\"heading\":\"A\",\"subItems\":[{\"heading\":\"B\",\"blocks\":[{\"text\":\"Styrelsen beslutade att bygga.\"}]}]}"),
                        SIGNERS))
                .containsExactly(
                        "/items/0/subItems/0/blocks/0 ”Styrelsen beslutade att bygga.” ser ut som ett beslut men står i den löpande texten.");
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        items(
                                "{\"number\":1,\"heading\":\"A\",\"blocks\":[{\"text\":\"Förra året såg styrelsen hur kommunen beslutade.\"}]}"),
                        SIGNERS))
                .isEmpty();
    }

    @Test
    void findsFieldsThatStandEmpty() {
        assertThat(faults("\"meeting\":{\"date\":\"2025-02-20\"}", PEOPLE, ITEMS, SIGNERS))
                .containsExactly("/meeting/place Mötets plats saknas.");
        assertThat(faults(
                        MEETING,
                        people("{\"name\":\" \",\"role\":\"GUEST\"}"),
                        items("{\"number\":1,\"decisions\":[{\"text\":\"\"}]}"),
                        SIGNERS,
                        "\"footnotes\":[{\"mark\":\"1\"}]",
                        "\"caseNumber\":\" \"",
                        "\"nextMeetings\":[{}]"))
                .containsExactlyInAnyOrder(
                        "/caseNumber Diarienumret står utan uppgift.",
                        "/nextMeetings/0 Ett kommande möte står utan uppgift.",
                        "/attendance/4/name En rad i närvarolistan saknar namn.",
                        "/items/0/heading § 1 saknar rubrik.",
                        "/items/0/decisions/0/text Ett beslut är tomt.",
                        "/footnotes/0/text En fotnot är tom.");
    }

    @Test
    void findsNotesThatExplainAnotherWordAndWordsSpeltInTwoWays() {
        String text = items(
                "{\"number\":1,\"heading\":\"Hälsofrämjande\",\"blocks\":[{\"text\":\"Hälsöfrämjande, AMIF[^1].\"}]}");
        assertThat(faults(MEETING, PEOPLE, text, SIGNERS, "\"footnotes\":[{\"mark\":\"1\",\"text\":\"AMFI= fonden\"}]"))
                .containsExactly(
                        "/items/0/blocks/0/text ”Hälsöfrämjande” stavas på annat håll ”hälsofrämjande”.",
                        "/footnotes/0/text Fotnoten förklarar ”AMFI”, men i texten står ”AMIF” vid dess siffra.");
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        text.replace("Hälsö", "Hälso"),
                        SIGNERS,
                        "\"footnotes\":[{\"mark\":\"1\",\"text\":\"AMIF= fonden\"}]"))
                .isEmpty();
        assertThat(faults(
                        MEETING,
                        PEOPLE,
                        items(
                                "{\"number\":1,\"heading\":\"A\",\"blocks\":[{\"text\":\"Ordföranden avlutade mötet.\"}]}"),
                        SIGNERS))
                .containsExactly("/items/0/blocks/0/text ”avlutade” kan vara felstavat.");
    }

    @Test
    void findsOnePersonSpeltTwoWaysInTheList() {
        assertThat(faults(MEETING, people("{\"name\":\"Eva Östelund\",\"role\":\"GUEST\"}"), ITEMS, SIGNERS))
                .containsExactly("/attendance/4/name ”Eva Östelund” och ”Eva Östlund” kan vara samma person.");
        String three = people("{\"name\":\"Karin Enkvist Bolin\",\"role\":\"GUEST\"}");
        assertThat(faults(MEETING, three, items("{\"heading\":\"Karin Enkvist Bohlin berättar\"}"), SIGNERS))
                .containsExactly(
                        "/items/0/heading ”Karin Enkvist Bohlin” och ”Karin Enkvist Bolin” kan vara samma person.");
        assertThat(faults(MEETING, three, items("{\"heading\":\"Karin Enkvist Bolins bild\"}"), SIGNERS))
                .isEmpty();
        assertThat(faults(MEETING, PEOPLE, ITEMS, SIGNERS.replace("Bo Asplund", "Bo Asplundare")))
                .containsExactly("/signatories/2/name ”Bo Asplundare” och ”Bo Asplund” kan vara samma person.");
        assertThat(faults(MEETING, people("{\"name\":\"Ove Östlund\",\"role\":\"GUEST\"}"), ITEMS, SIGNERS))
                .isEmpty();
    }

    @Test
    void namesAPlaceAReasonAndARemedyEachTimeInBothLanguages() {
        for (String language : List.of("sv", "en")) {
            Draft draft = Imports.file("b-board.txt").draft();
            assertThat(PREFLIGHT.remarks(
                            draft, name -> Optional.of("a@minutes.example"), java.util.Locale.forLanguageTag(language)))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(r -> {
                        assertThat(r.at()).startsWith("/");
                        assertThat(r.text()).endsWith(".").doesNotContain("{");
                        assertThat(r.hint()).endsWith(".").doesNotContain("{");
                        assertThat(r.severity()).isEqualTo(Remark.Severity.REMARK);
                    });
        }
    }

    @Test
    void findsWhatIsWrongWithMinutesOfEachShape() {
        assertThat(imported("b-board.txt"))
                .anyMatch(t -> t.startsWith("/items/2/heading Justerare väljs"))
                .anyMatch(t -> t.startsWith("/signatories Ordföranden finns inte"))
                .anyMatch(t -> t.contains("”Sonja Sandel” och ”Sonja Sandelius”"))
                .anyMatch(t -> t.startsWith("/nextMeetings/0 ”231006"));
        assertThat(imported("h-planning-day.txt"))
                .anyMatch(t -> t.contains("”AMIF”, men i texten står ”AMFI”"))
                .anyMatch(t -> t.contains("”avlutade”"))
                .anyMatch(t -> t.startsWith("/attendance Närvarolistan skiljer inte"));
        assertThat(imported("i-members-notes.txt"))
                .anyMatch(t -> t.contains("”Lisen Skålen” och ”Lisen Skåln”"))
                .anyMatch(t -> t.startsWith("/attendance Sekreteraren skriver under"))
                .anyMatch(t -> t.startsWith("/items/2/decisions/0 "));
    }

    private static List<String> imported(String name) {
        return PREFLIGHT
                .remarks(Imports.file(name).draft(), person -> Optional.of("a@minutes.example"), Imports.SWEDISH)
                .stream()
                .map(r -> r.at() + " " + r.text())
                .toList();
    }
}
