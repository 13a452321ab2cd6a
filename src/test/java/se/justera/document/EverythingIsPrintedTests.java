package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** Nothing is signed that was not seen: what the embedded data says in words stands on the pages too. */
class EverythingIsPrintedTests {

    /** Coded values, dates and times are printed in words of their own. */
    private static final Pattern CODED = Pattern.compile(
            ".*/(kind|mode|role|status|type|form|choice|policy|date|start|end|adjustmentDay|adjustmentTime|signatures|attendance|footnotes|mark)");

    private final ArchiveTypesetter typesetter =
            new ArchiveTypesetter(Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"board", "committee", "notes", "every-element", "deliberation", "adjusted-at-once"})
    void onThePages(String name) {
        Draft draft = Drafts.read(name).withoutAddresses();
        String pages = bare(PdfReader.text(typesetter.sealablePdf(Drafts.order(draft))));
        DraftJson.texts(draft).forEach((at, text) -> {
            if (!CODED.matcher(at).matches()) {
                for (String word : text.replaceAll("\\[\\^[^\\]]+]|\\]\\([^)]*\\)|[*\\[\\]]", " ")
                        .split("\\s+", -1)) {
                    assertThat(pages).as(at).contains(bare(word));
                }
            }
        });
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.forLanguageTag("sv")).replaceAll("[\\s\\u00AD-]+", "");
    }
}
