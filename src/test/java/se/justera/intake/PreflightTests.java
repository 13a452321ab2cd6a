package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.intake.Remark.Severity;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import se.justera.minutes.Shortcoming;
import se.justera.minutes.Shortcomings;

class PreflightTests {

    private static Optional<String> known(String name) {
        return Optional.of(name.length() + "@minutes.example");
    }

    private final Preflight preflight =
            Preflight.at(Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC));

    private List<Remark> remarks(Draft draft) {
        return preflight.remarks(draft, PreflightTests::known, Imports.SWEDISH);
    }

    private static Draft draft(String more) {
        return DraftJson.read(
                "{\"association\":{\"name\":\"Tallåsen\"},\"meeting\":{\"date\":\"2025-02-20\",\"place\":\"Lillvik\"},"
                        + more + "}");
    }

    private static final String PEOPLE =
            "\"attendance\":[{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"},{\"name\":\"Bo Asplund\",\"role\":\"MEMBER\"},"
                    + "{\"name\":\"Nora Falk\",\"role\":\"SECRETARY\"}]";
    private static final String SIGNERS =
            "\"signatories\":[{\"name\":\"Nora Falk\",\"role\":\"SECRETARY\"},{\"name\":\"Bo Asplund\",\"role\":\"ADJUSTER\"},{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"}]";
    private static final String ITEMS = "\"items\":[{\"number\":1,\"heading\":\"A\"},{\"number\":2,\"heading\":\"B\"}]";

    @Test
    void hasNothingToSayOfASoundDraft() {
        assertThat(remarks(draft(PEOPLE + "," + ITEMS + "," + SIGNERS))).isEmpty();
    }

    @Test
    void blocksOnExactlyWhatKeepsADraftFromBeingSubmitted() {
        Draft empty = DraftJson.read(
                "{\"signatories\":[{\"email\":\"no address\"},{\"name\":\"Bo Asplund\",\"email\":\"x\"}]}");
        Function<String, Optional<String>> nobody = name -> Optional.empty();
        assertThat(preflight.remarks(empty, nobody, Imports.SWEDISH))
                .filteredOn(r -> r.severity() == Severity.BLOCKING)
                .extracting(Remark::at)
                .containsExactlyInAnyOrderElementsOf(Shortcomings.of(empty, nobody).stream()
                        .map(Shortcoming::at)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Shortcoming.Kind.class)
    void hasWordsForEveryShortcomingInBothLanguages(Shortcoming.Kind kind) {
        for (String language : List.of("sv", "en")) {
            Remark remark = new Wording(Locale.forLanguageTag(language)).remark("", Severity.BLOCKING, "lack." + kind);
            assertThat(remark.text()).endsWith(".").doesNotContain("{", "''");
            assertThat(remark.hint()).endsWith(".").isNotEqualTo(remark.text());
        }
        assertThat(new Wording(Locale.ENGLISH).text("lack." + kind))
                .isNotEqualTo(new Wording(Imports.SWEDISH).text("lack." + kind));
    }

    @Test
    void remarksOnAMeetingThatHasNotBeenByTheStockholmDate() {
        Preflight late = Preflight.at(Clock.fixed(Instant.parse("2025-02-19T23:30:00Z"), ZoneOffset.UTC));
        Draft draft = draft(PEOPLE + "," + ITEMS + "," + SIGNERS);
        assertThat(late.remarks(draft, PreflightTests::known, Imports.SWEDISH)).isEmpty();
        Preflight early = Preflight.at(Clock.fixed(Instant.parse("2025-02-19T22:30:00Z"), ZoneOffset.UTC));
        assertThat(early.remarks(draft, PreflightTests::known, Imports.SWEDISH))
                .containsExactly(new Remark(
                        "/meeting/date",
                        Severity.REMARK,
                        "Mötets datum 2025-02-20 har inte varit än.",
                        "Kontrollera året och dagen."));
    }

    @Test
    void remarksOnGapsAndRepeatedNumbers() {
        String items =
                "\"items\":[{\"number\":1,\"heading\":\"a\"},{\"number\":3,\"heading\":\"b\"},{\"heading\":\"x\"},{\"number\":4,\"heading\":\"c\"},{\"number\":4,\"heading\":\"d\"}]";
        assertThat(remarks(draft(PEOPLE + "," + items + "," + SIGNERS)))
                .extracting(Remark::at, Remark::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/items/1/number", "§ 3 följer på § 1."),
                        org.assertj.core.groups.Tuple.tuple("/items/4/number", "§ 4 står två gånger."));
    }

    @Test
    void remarksWhenNobodySignsAsSecretary() {
        String signers =
                "\"signatories\":[{\"name\":\"Bo Asplund\",\"role\":\"ADJUSTER\"},{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"}]";
        assertThat(remarks(draft(PEOPLE + "," + ITEMS + "," + signers)))
                .extracting(Remark::text)
                .containsExactly("Ingen sekreterare är angiven att skriva under.");
    }

    @Test
    void remarksOnAdjustersWhoCannotVouchForAllOfIt() {
        adjuster(
                "{\"name\":\"Eva Östlund\",\"role\":\"MEMBER\"}",
                "Bo Asplund ska justera men står inte i närvarolistan.");
        adjuster(
                "{\"name\":\"Bo Asplund\",\"role\":\"MEMBER\",\"status\":\"EXCUSED\"}",
                "Bo Asplund ska justera men var inte med på mötet.");
        adjuster(
                "{\"name\":\"Bo Asplund\",\"role\":\"MEMBER\",\"presentFor\":[[2,2]]}",
                "Bo Asplund ska justera men var inte med vid § 1.");
        adjuster(
                "{\"name\":\"Bo Asplund\",\"role\":\"SUBSTITUTE\",\"group\":\"Ej tjänstgörande ersättare\"}",
                "Bo Asplund ska justera men står som ersättare, utan att det framgår att ersättaren tjänstgjorde.");
        adjuster("{\"name\":\"Bo Asplund\",\"role\":\"SUBSTITUTE\",\"group\":\"Tjänstgörande ersättare\"}");
        adjuster("{\"name\":\"Bo Asplund\",\"role\":\"MEMBER\",\"presentFor\":[[1,1],[2,9]]}");
    }

    private void adjuster(String attendee, String... texts) {
        String people = "\"attendance\":[{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"},"
                + "{\"name\":\"Nora Falk\",\"role\":\"SECRETARY\"},{\"name\":\"Siv Ek\",\"role\":\"MEMBER\"},"
                + attendee + "]";
        assertThat(remarks(draft(people + "," + ITEMS + "," + SIGNERS)))
                .extracting(Remark::text)
                .containsExactly(texts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Paragrafen justeras omedelbart. | | | /items/1/immediateAdjustment | Texten säger att § 2 justeras omedelbart, men den är inte markerad.",
                "§ 1 justeras omedelbart. | | | /items/0/immediateAdjustment | Texten säger att § 1 justeras omedelbart, men den är inte markerad.",
                "§ 9 justeras omedelbart. | | | /items/1 | § 9 sägs vara omedelbart justerad men finns inte i protokollet.",
                "Protokollet justeras omedelbart. | | | /immediateAdjustment | Texten säger att protokollet justeras omedelbart, men det är inte markerat.",
                "Text. | \"withdrawn\":true,\"immediateAdjustment\":true, | | /items/1/immediateAdjustment | § 2 är markerad som omedelbart justerad men är ingen paragraf som har behandlats.",
                "Text. | \"immediateAdjustment\":true, | ,\"kind\":\"NOTES\" | /immediateAdjustment | Minnesanteckningar är inget protokoll, men något i dem är markerat som omedelbart justerat.",
                "Text. | | ,\"immediateAdjustment\":true,\"adjustmentDay\":\"2025-02-27\" | /adjustmentDay | Justeringsdagen är 2025-02-27, men hela protokollet är markerat som justerat vid sammanträdet 2025-02-20.",
                "Paragrafen justeras omedelbart. | \"immediateAdjustment\":true, | | | ",
                "Paragrafen justeras omedelbart. | | ,\"immediateAdjustment\":true | | "
            })
    void remarksWhereMarksOfImmediateAdjustmentAndWordsDisagree(
            String words, @Nullable String mark, @Nullable String more, @Nullable String at, @Nullable String text) {
        String items = "\"items\":[{\"number\":1,\"heading\":\"A\"},{\"number\":2,\"heading\":\"B\","
                + Objects.requireNonNullElse(mark, "") + "\"blocks\":[{\"type\":\"PARAGRAPH\",\"text\":\"" + words
                + "\"}]}]";
        List<Remark> remarks =
                remarks(draft(PEOPLE + "," + items + "," + SIGNERS + Objects.requireNonNullElse(more, "")));
        assertThat(remarks).extracting(Remark::at).isEqualTo(at == null ? List.of() : List.of(at));
        assertThat(remarks).extracting(Remark::text).isEqualTo(text == null ? List.of() : List.of(text));
    }

    @Test
    void remarksOnAdjournmentsThatCannotBe() {
        Draft draft = DraftJson.read("{\"association\":{\"name\":\"Tallåsen\"},\"meeting\":{\"date\":\"2025-02-20\","
                + "\"place\":\"Lillvik\",\"start\":\"09:00\",\"end\":\"12:00\",\"adjournments\":["
                + "{\"start\":\"10:30\",\"end\":\"10:15\"},{\"start\":\"10:00\",\"end\":\"10:10\",\"afterItem\":1,"
                + "\"beforeItem\":2},{\"start\":\"11:50\",\"end\":\"12:10\",\"afterItem\":7}]},"
                + PEOPLE + "," + ITEMS + "," + SIGNERS + "}");
        assertThat(remarks(draft))
                .extracting(Remark::at)
                .containsExactly("/meeting/adjournments/0", "/meeting/adjournments/2", "/meeting/adjournments/2");
    }

    @Test
    void remarksOnTwoSpellingsOfOnePerson() {
        String signers =
                "\"signatories\":[{\"name\":\"Nora Falk\",\"role\":\"SECRETARY\"},{\"name\":\"Bo Aspelund\",\"role\":\"ADJUSTER\"},{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"}]";
        assertThat(remarks(draft(PEOPLE + "," + ITEMS + "," + signers)))
                .extracting(Remark::at, Remark::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "/signatories/1/name", "”Bo Aspelund” och ”Bo Asplund” kan vara samma person."));
        String items =
                "\"items\":[{\"number\":1,\"heading\":\"a\",\"decisions\":[{\"text\":\"Att utse Bo Asplun och Vera Lindkvists syster\"}]}]";
        assertThat(remarks(draft(PEOPLE + "," + items + "," + SIGNERS)))
                .extracting(Remark::at, Remark::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "/items/0/decisions/0/text", "”Bo Asplun” och ”Bo Asplund” kan vara samma person."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19811228-9874",
                "811228-9874",
                "8112289874",
                "811288-9871",
                "(811228+9874)",
                "811228 – 9874",
                "19811228\u20119874"
            })
    void findsPersonalNumbersWithoutRepeatingThem(String number) {
        String items =
                "\"items\":[{\"number\":1,\"heading\":\"a\",\"blocks\":[{\"type\":\"PARAGRAPH\",\"text\":\"Den som har "
                        + number + " får stöd.\"}]}]";
        assertThat(remarks(draft(PEOPLE + "," + items + "," + SIGNERS)))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.at()).isEqualTo("/items/0/blocks/0/text");
                    assertThat(r.text() + r.hint()).doesNotContain("987");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"811228-9875", "811328-9874", "222999-0045", "2025-02-20", "08-811228 98 74", "181122898740"})
    void takesNoOtherNumberForAPersonalOne(String number) {
        assertThat(PersonalNumberCheck.holdsOne("Nummer " + number + ".")).isFalse();
    }

    @Test
    void putsRemarksInTheOrderOfTheDraft() {
        Draft bad = DraftJson.read(
                "{\"items\":[{\"number\":1},{\"number\":3}],\"signatories\":[{\"name\":\"Bo Asplund\",\"role\":\"ADJUSTER\"},{\"name\":\"Vera Lindkvist\",\"role\":\"CHAIR\"}]}");
        assertThat(remarks(bad))
                .extracting(Remark::at)
                .containsExactly(
                        "/association/name",
                        "/meeting/date",
                        "/meeting/place",
                        "/attendance",
                        "/items/0/heading",
                        "/items/1/heading",
                        "/items/1/number",
                        "/signatories");
    }
}
