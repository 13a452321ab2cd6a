package se.justera.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftJsonTests {

    @ParameterizedTest
    @ValueSource(strings = {"board", "committee", "every-element", "notes"})
    void readsBackWhatItWrote(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/drafts/" + name + ".json")) {
            Draft draft = DraftJson.read(Objects.requireNonNull(in).readAllBytes());
            assertThat(draft.items()).isNotEmpty();
            assertThat(DraftJson.read(DraftJson.write(draft))).isEqualTo(draft);
        }
    }

    @Test
    void writesDatesAndTimesAsTheContractSays() {
        Draft draft =
                DraftJson.read("{\"meeting\":{\"date\":\"2022-06-13\",\"start\":\"09:00:00\",\"end\":\"10:30\"}}");
        assertThat(Objects.requireNonNull(draft.meeting()).start()).isEqualTo(LocalTime.of(9, 0));
        assertThat(DraftJson.write(draft)).isEqualTo("""
                        {
                          "meeting" : {
                            "date" : "2022-06-13",
                            "start" : "09:00",
                            "end" : "10:30"
                          }
                        }""");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        assertThat(DraftJson.write(DraftJson.read("{\"association\":{\"name\":\"Tallåsen\"},\"items\":[]}")))
                .contains("Tallåsen")
                .doesNotContain("orgNumber", "items", "null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"itemz\":[]} | /itemz | UNKNOWN_PROPERTY",
                "{\"items\":[{\"decisions\":[{\"txt\":\"x\"}]}]} | /items/0/decisions/0/txt | UNKNOWN_PROPERTY",
                "{\"items\":[{\"number\":\"26\"}]} | /items/0/number | WRONG_TYPE",
                "{\"items\":[{\"number\":2.5}]} | /items/0/number | BAD_VALUE",
                "{\"items\":[{\"number\":99999999999}]} | /items/0/number | BAD_VALUE",
                "{\"items\":[{\"number\":1e99}]} | /items/0/number | BAD_VALUE",
                "{\"items\":[{\"subItems\":[{\"decisions\":[{\"after\":-1}]}]}]} | /items/0/subItems/0/decisions/0/after | BAD_VALUE",
                "{\"items\":{}} | /items | WRONG_TYPE",
                "{\"items\":[null]} | /items/0 | WRONG_TYPE",
                "{\"body\":12} | /body | WRONG_TYPE",
                "{\"kind\":\"MINUTES\"} | /kind | BAD_VALUE",
                "{\"kind\":0} | /kind | BAD_VALUE",
                "{\"kind\":\"\"} | /kind | BAD_VALUE",
                "{\"meeting\":\"\"} | /meeting | BAD_VALUE",
                "{\"meeting\":{\"date\":\"2022-02-30\"}} | /meeting/date | BAD_VALUE",
                "{\"meeting\":{\"date\":\"13/6 2022\"}} | /meeting/date | BAD_VALUE",
                "{\"meeting\":{\"date\":[2022,6,13]}} | /meeting/date | WRONG_TYPE",
                "{\"meeting\":{\"start\":\"24:00\"}} | /meeting/start | BAD_VALUE",
                "{\"meeting\":{\"start\":\"9.00\"}} | /meeting/start | BAD_VALUE",
                "{\"attendance\":[{\"remote\":\"yes\"}]} | /attendance/0/remote | WRONG_TYPE",
                "{\"attendance\":[{\"presentFor\":[[1]]}]} | /attendance/0/presentFor/0 | BAD_VALUE",
                "{\"attendance\":[{\"presentFor\":[[1,2],[4,3]]}]} | /attendance/0/presentFor/1 | BAD_VALUE",
                "{\"body\":\"a\\u0000b\"} | /body | UNPRINTABLE",
                "{\"body\":\"\\ud800\"} | /body | UNPRINTABLE",
                "{\"body\":\"a\",\"body\":\"b\"} | `` | DUPLICATE_PROPERTY",
                "{\"body\": | `` | NOT_JSON",
                "{} {} | `` | NOT_JSON",
                "[] | `` | WRONG_TYPE",
                "null | `` | WRONG_TYPE",
            })
    void namesThePlaceAndTheFault(String json, String pointer, BadDraft.Fault fault) {
        assertThatExceptionOfType(BadDraft.class)
                .isThrownBy(() -> DraftJson.read(json))
                .satisfies(bad -> {
                    assertThat(bad.fault()).isEqualTo(fault);
                    assertThat(bad.pointer()).isEqualTo(pointer);
                    assertThat(bad.sentence(Locale.ENGLISH))
                            .isEqualTo(bad.getMessage())
                            .doesNotContain("{", "tools.jackson");
                    assertThat(bad.sentence(Locale.forLanguageTag("sv"))).isNotEqualTo(bad.getMessage());
                });
    }

    @Test
    void saysWhatWouldBeRight() {
        assertThatExceptionOfType(BadDraft.class)
                .isThrownBy(() -> DraftJson.read("{\"kind\":\"MINUTES\"}"))
                .withMessage("/kind: “MINUTES” will not do. Here should stand one of PROTOCOL, NOTES.");
        assertThatExceptionOfType(BadDraft.class)
                .isThrownBy(() -> DraftJson.read("{\"itemz\":[]}"))
                .satisfies(bad -> assertThat(bad.sentence(Locale.forLanguageTag("sv")))
                        .isEqualTo("/itemz: Egenskapen ”itemz” finns inte i ett utkast."));
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() {
        String deep = "{\"items\":[" + "{\"subItems\":[".repeat(5000);
        assertThatExceptionOfType(BadDraft.class)
                .isThrownBy(() -> DraftJson.read(deep))
                .satisfies(bad -> assertThat(bad.fault()).isEqualTo(BadDraft.Fault.OVER_LIMIT));
        byte[] large = " ".repeat(DraftJson.LARGEST + 1).getBytes(StandardCharsets.US_ASCII);
        assertThatExceptionOfType(BadDraft.class)
                .isThrownBy(() -> DraftJson.read(large))
                .satisfies(bad -> assertThat(bad.fault()).isEqualTo(BadDraft.Fault.TOO_LARGE));
    }

    /** JSON Schema calls 5.0 an integer. */
    @Test
    void readsAWholeNumberHoweverItIsWritten() {
        assertThat(DraftJson.read("{\"items\":[{\"number\":5.0},{\"number\":1e2}]}")
                        .items())
                .extracting(Draft.Item::number)
                .containsExactly(5, 100);
    }

    @Test
    void readsCharactersBeyondTheBasicPlane() {
        assertThat(DraftJson.read("{\"body\":\"möte 🎉 \\ud83c\\udf89\\n\"}").body())
                .isEqualTo("möte 🎉 🎉\n");
    }

    @Test
    void listsEveryTextWithItsPlace() {
        Draft draft = DraftJson.read(
                "{\"body\":\"styrelse\",\"items\":[{\"heading\":\"A\",\"blocks\":[{\"type\":\"BULLETS\",\"children\":[{\"text\":\"B\"}]}]}]}");
        assertThat(DraftJson.texts(draft))
                .containsEntry("/body", "styrelse")
                .containsEntry("/items/0/heading", "A")
                .containsEntry("/items/0/blocks/0/children/0/text", "B");
    }
}
