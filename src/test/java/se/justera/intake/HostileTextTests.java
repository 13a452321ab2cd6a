package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;

/** Files that mean harm, or harm without meaning it: each ends soon, in a draft or in one sentence. */
class HostileTextTests {

    private static final int LARGE = 1_000_000;
    private static final int MANY = 20_000;
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final Duration CUT_OFF = Duration.ofMinutes(5);

    static Stream<Arguments> largeTexts() {
        return Stream.of(
                large("one-long-line", "a"),
                large("one-long-line-of-words", "Abc "),
                large("only-capitals", "A"),
                large("open-brackets", "("),
                large("only-dots", "."),
                large("dotted-lines", "....\n"),
                large("commas-in-the-attendance", "Anna Ek, "),
                large("and-between-names", "Anna och Bo och "),
                large("short-lines", "a\n"),
                large("one-word-headings", "Rubrik\n\n"),
                large("labels", "Datum:\n"),
                large("group-headings", "Ledamöter\n"),
                large("names", "Anna Ek\n"),
                large("names-over-offices", "Anna Ek\nOrdförande\n\n"),
                large("bullets", "- a\n"),
                large("lone-bullets", "•\n"),
                large("numbers", "1. a\n"),
                large("notes", "¹ a\n"),
                large("marks", "ab¹ "),
                large("plain-notes", "ab1\n\n1 a\n\n"),
                large("decision-labels", "Beslut\n"),
                large("decisions", "Beslut: a.\n\n"),
                large("clauses", "att a\n"),
                large("sentences", "Styrelsen beslutade a. "),
                large("form-feeds", "\f"),
                large("pages", "Sida 1\na\n\f"),
                large("next-meetings", "Nästa möte 5 maj\n\n"),
                large("hyphens", "a-\n"),
                large("soft-hyphens", "a\u00AD\n"),
                large("tabs", "a\tb\n"),
                large("paragraph-signs", "§ "),
                large("sections-of-the-law", "§ 5 a\n"),
                large("blanks", " \n"),
                large("asterisks", "*"),
                large("combining-marks", "a\u0301\u0301\u0301"));
    }

    private static Arguments large(String name, String piece) {
        return Arguments.of(name, piece);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeTexts")
    void isReadInTimeHoweverMuchOfItThereIs(String name, String piece) {
        int times = LARGE / piece.getBytes(StandardCharsets.UTF_8).length;
        String body = piece.repeat(piece.contains("\n") ? Math.min(times, MANY / piece.split("\n", -1).length) : times);
        assertThat(timeToRead(body)).isLessThan(MOST);
        assertThat(timeToRead("Närvarande: " + body + "\n\n§ 1 Öppnande\n\n" + body + "\n\n§ 2 Slut\n"))
                .isLessThan(MOST);
    }

    /** Of a processor, so that whatever else runs beside it does not count; a reading without end is cut off. */
    private static Duration timeToRead(String text) {
        return assertTimeoutPreemptively(CUT_OFF, () -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            endsWell(text);
            return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        });
    }

    private static void endsWell(String text) {
        try {
            assertThat(Imports.of(text).draft().items()).isNotEmpty();
        } catch (NotADraft refusal) {
            assertThat(refusal.getMessage()).isNotBlank().doesNotContain("Exception");
        }
    }

    @Test
    void readsFiveThousandMattersAndNoMore() {
        Draft draft = Imports.of(matters(5000)).draft();
        assertThat(draft.items()).hasSize(5000);
        assertThat(draft.items()).extracting(Item::number).endsWith(4999, 5000);
        assertThatExceptionOfType(NotADraft.class)
                .isThrownBy(() -> Imports.of(matters(5001)))
                .withMessage("Texten har fler än 5\u00A0000 paragrafer och kan inte läsas in.");
    }

    private static String matters(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "§ " + i + " Ärende\n\nText.\n\nBeslut\n\nAtt godkänna\n\n")
                .collect(Collectors.joining());
    }

    @Test
    void keepsEmojiAndTextFromRightToLeftButNoInvisibleTurns() {
        Draft draft = Imports.of("§ 1 Fest 🎉\n\nمرحبا allihop\u202E!dne\u202C slut\u200B.\n")
                .draft();
        assertThat(draft.items().get(0).heading()).isEqualTo("Fest 🎉");
        assertThat(draft.items().get(0).blocks().get(0).text()).isEqualTo("مرحبا allihop!dne slut.");
    }

    @Test
    void refusesWhatIsNoMinutes() {
        refused("minutes.txt", new byte[0], "Filen är tom.");
        refused("minutes.txt", " \n\u00A0\n".getBytes(StandardCharsets.UTF_8), "Filen är tom.");
        refused(
                "minutes.txt",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 0},
                "inte en text");
        refused("minutes.txt", new byte[6 * 1024 * 1024], "för stor");
        refused("minutes.docx", new byte[] {'P', 'K', 3, 4}, "går inte att läsa som ett Word-dokument");
        refused("minutes.doc", new byte[] {1, 2}, "Äldre Word-filer");
        refused("minutes.exe", new byte[] {'M', 'Z'}, "Filtypen kan inte läsas in");
        refused("minutes.pdf", "not a PDF".getBytes(StandardCharsets.UTF_8), "PDF-filen går inte att läsa");
        refused(
                "list.txt",
                "mjölk, ägg och smör\n".getBytes(StandardCharsets.UTF_8),
                "inte att läsa som ett protokoll");
    }

    private static void refused(String name, byte[] bytes, String why) {
        assertThatExceptionOfType(NotADraft.class)
                .isThrownBy(() -> DraftReader.ofFiles().read(name, bytes, Imports.SWEDISH))
                .withMessageContaining(why);
    }
}
