package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that were prepared before anybody signed them, so that programs show different things of what was signed. */
class FirstReadingTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static final byte[] PLAIN = TestPdf.unsigned();
    private static final byte[] PACKED = TestPdf.compressed();
    private static final String EVIL = "BT /F1 12 Tf 72 720 Td (Budgeten: 900 000) Tj ET";
    private static final String EVIL_STREAM = "<</Length " + EVIL.length() + ">>\nstream\n" + EVIL + "\nendstream";

    static Stream<Arguments> prepared() {
        return Stream.of(
                prepared("content-said-to-stand-in-two-places.pdf", update -> {
                    int good = Attacks.text(PLAIN).indexOf("\n" + update.content() + " 0 obj") + 1;
                    int evil = PLAIN.length;
                    return update.object(update.content(), EVIL_STREAM)
                            .entry(update.content(), row(evil) + update.content() + " 1\n" + row(good))
                            .withTable();
                }),
                prepared("content-twice-and-a-table-that-leads-to-neither.pdf", update -> {
                    int good = Attacks.text(PLAIN).indexOf("\n" + update.content() + " 0 obj") + 1;
                    return update.object(update.content(), EVIL_STREAM)
                            .entry(update.content(), row(good).substring(2))
                            .withTable();
                }),
                prepared(
                        "content-freed-before-it-was-signed.pdf",
                        update -> update.object(update.number(), EVIL_STREAM)
                                .free(update.content())
                                .withTable()),
                prepared("content-named-twice-on-a-page.pdf", update -> {
                    int evil = update.number();
                    int good = update.content();
                    return update.object(evil, EVIL_STREAM)
                            .object(
                                    update.page(),
                                    "<</Contents %d 0 R /Contents %d 0 R %s"
                                            .formatted(
                                                    evil,
                                                    good,
                                                    update.emptyPage().substring(2)))
                            .withTable();
                }),
                prepared("root-named-twice-in-the-trailer.pdf", FirstReadingTests::withTwoRoots));
    }

    private static byte[] withTwoRoots(Increment update) {
        int other = update.number();
        byte[] pdf = update.object(other, "<</Type /Catalog /Pages null>>").withTable();
        String text = Attacks.text(pdf);
        int start = text.lastIndexOf("/Root");
        int end = text.indexOf(']', start) + 1;
        String roots = "/Root " + other + " 0 R " + text.substring(start, text.indexOf("/ID", start));
        return Attacks.overwrite(pdf, start, roots + " ".repeat(end - start - roots.length()));
    }

    private static String row(int place) {
        return "%010d 00000 n \n".formatted(place);
    }

    private static Arguments prepared(String name, Function<Increment, byte[]> update) {
        return Arguments.of(Named.of(name, update.apply(Increment.on(PLAIN))));
    }

    @ParameterizedTest
    @MethodSource("prepared")
    void isNotVouchedFor(byte[] prepared) {
        ValidationResult result = validate(SIGNER.sign(prepared, "sig_1", "Anna", "Åström"));
        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.INDETERMINATE);
        assertThat(result.warnings())
                .contains("What was signed first is written so that programs read it in different ways and may show"
                        + " different content.");
    }

    static Stream<Arguments> sloppy() {
        return Stream.of(
                prepared(
                        "saved-again-before-it-was-signed.pdf",
                        update -> update.stream(update.content(), "", "BT ET").withTable()),
                prepared(
                        "saved-again-with-a-stream.pdf",
                        update -> update.stream(update.content(), "", "BT ET").withStream()),
                prepared(
                        "type-named-twice.pdf",
                        update -> update.object(
                                        update.catalog(),
                                        "<</Type /Catalog "
                                                + update.catalogWith("").substring(2))
                                .withTable()),
                prepared("table-a-few-bytes-off.pdf", update -> {
                    String wrong = row(Attacks.text(PLAIN).indexOf("\n" + update.content() + " 0 obj") - 3);
                    return update.entry(update.content(), wrong).withTable();
                }),
                Arguments.of(Named.of("stream-beside-the-first-table-named-by-the-next.pdf", besideTwoTables())),
                Arguments.of(Named.of("packed.pdf", PACKED)),
                prepared("packed-with-comments.pdf", update -> {
                    int holder = update.number();
                    String head = "%% here it is\n" + update.catalog() + " 0\n";
                    return update.stream(
                                    holder, "/Type /ObjStm /N 1 /First " + head.length(), head + update.catalogWith(""))
                            .entry(update.catalog(), "", 2, holder, 0)
                            .withStream();
                }),
                prepared(
                        "packed-anew.pdf",
                        update -> update.packed(Map.of(update.catalog(), update.catalogWith("")))
                                .withStream()));
    }

    /** A product copies the first trailer's entries into its own. */
    private static byte[] besideTwoTables() {
        Increment first = Increment.on(PLAIN);
        byte[] hybrid = first.object(first.catalog(), first.catalogWith("")).withAnEmptyTableAndAStream();
        String text = Attacks.text(hybrid);
        String beside = text.substring(text.lastIndexOf("/XRefStm"), text.indexOf(">>", text.lastIndexOf("/XRefStm")));
        Increment again = Increment.on(hybrid);
        return again.object(again.catalog(), again.catalogWith("")).withTable(" " + beside);
    }

    @ParameterizedTest
    @MethodSource("sloppy")
    void misleadsNobody(byte[] pdf) {
        ValidationResult result = validate(SIGNER.sign(pdf, "sig_1", "Anna", "Åström"));
        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.VALID);
    }

    private static ValidationResult validate(byte[] pdf) {
        return new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC())
                .validate("p.pdf", pdf, Locale.ENGLISH);
    }
}
