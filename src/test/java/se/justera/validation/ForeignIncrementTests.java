package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates as other products write them byte by byte, and attacks that hide in the same forms. */
class ForeignIncrementTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static final byte[] SIGNED = SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
    private static final byte[] PACKED = SIGNER.sign(TestPdf.compressed(), "sig_1", "Anna", "Åström");

    private static final String EXTENSION = "/Extensions <</ESIC <</BaseVersion /1.7 /ExtensionLevel 5>>>>";

    private static ValidationResult validate(byte[] pdf) {
        return new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC())
                .validate("p.pdf", pdf, Locale.ENGLISH);
    }

    private static Verdict verdict(byte[] pdf) {
        return validate(pdf).verdict();
    }

    static Stream<Arguments> validationData() {
        return Stream.of(
                data("a table behind tables", SIGNED, Increment::withTable),
                data("a stream behind tables", SIGNED, Increment::withStream),
                data("a stream behind streams", PACKED, Increment::withStream),
                data("a table behind streams", PACKED, Increment::withTable),
                data("an empty table with a stream beside it", SIGNED, Increment::withAnEmptyTableAndAStream),
                Arguments.of(Named.of("objects packed", packed())),
                data(
                        "an empty dictionary left behind",
                        SIGNED,
                        update -> update.object(update.number(), "<</Type /Font>>")
                                .withTable()));
    }

    @ParameterizedTest
    @MethodSource("validationData")
    void acceptsValidationDataInAnyForm(byte[] later) {
        ValidationResult result = validate(later);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @MethodSource("validationData")
    void acceptsASignatureBehindIt(byte[] later) {
        ValidationResult result = validate(SIGNER.signWithoutField(later));
        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                data(
                        "page-changed-in-a-table.pdf",
                        SIGNED,
                        update -> emptyPage(update).withTable()),
                data(
                        "page-changed-in-a-stream.pdf",
                        PACKED,
                        update -> emptyPage(update).withStream()),
                data(
                        "page-changed-in-the-stream-beside-a-table.pdf",
                        SIGNED,
                        update -> emptyPage(update).withAnEmptyTableAndAStream()),
                data(
                        "page-changed-in-an-object-stream.pdf",
                        PACKED,
                        update -> update.packed(Map.of(update.page(), update.emptyPage()))
                                .withStream()),
                data(
                        "object-that-no-table-knows.pdf",
                        SIGNED,
                        update -> Attacks.append(update.withTable(), "99 0 obj\n<</Type /Font>>\nendobj\n")),
                data(
                        "unused-object-that-says-something.pdf",
                        SIGNED,
                        update -> update.object(update.number(), "<</Type /Font /BaseFont /Arial>>")
                                .withTable()));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void catchesAChangeInAnyForm(byte[] later) {
        assertThat(verdict(later)).isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void catchesAnUpdateThatLoopsBackToItself() {
        byte[] later = withData(SIGNED, Increment::withTable);
        String text = Attacks.text(later);
        int place = text.lastIndexOf("startxref") + 10;
        String own = text.substring(place, text.indexOf('\n', place));
        int previous = text.lastIndexOf("/Prev ") + 6;
        assertThat(text.indexOf(' ', previous) - previous).isEqualTo(own.length());
        assertThat(verdict(Attacks.overwrite(later, previous, own))).isIn(Verdict.MODIFIED, Verdict.UNREADABLE);
    }

    /** As a product wrote its time-stamps; there is nothing to see in either. */
    @Test
    void acceptsASignatureThatIsATimeStampAsWell() {
        byte[] later = OldProduct.sound().withTwoTypes("DocTimeStamp").sign(SIGNED);
        assertThat(Attacks.text(later)).contains("/Type /DocTimeStamp", "/Type /Sig");
        assertThat(verdict(later)).isEqualTo(Verdict.INTACT_UNTRUSTED);
    }

    @Test
    void catchesASignatureThatIsAPageAsWell() {
        byte[] later = OldProduct.sound().withTwoTypes("Page").sign(SIGNED);
        assertThat(verdict(later)).isEqualTo(Verdict.MODIFIED);
    }

    /** Nobody can say whose they are, and no reader shows them. */
    @Test
    void doesNotVouchForWhiteSpaceBehindTheEnd() {
        for (String white : List.of("\n", "\r\n", " ", "\0\0\0\0", "\f", "\n".repeat(2000))) {
            assertThat(verdict(Attacks.append(SIGNED, white))).isEqualTo(Verdict.INDETERMINATE);
        }
    }

    /** Bytes that are no white space were put there by somebody, whether a reader shows them or not. */
    @Test
    void catchesAnythingElseBehindTheEnd() {
        for (String more : List.of("%", "%%EOF\n", "\n%%EOF\n", "x", "\0x", "startxref\n0\n%%EOF\n")) {
            assertThat(verdict(Attacks.append(SIGNED, more))).isEqualTo(Verdict.MODIFIED);
        }
    }

    private static Arguments data(String name, byte[] signed, Function<Increment, byte[]> finished) {
        return Arguments.of(Named.of(name, withData(signed, finished)));
    }

    /** A document security store, a developer's extension beside it, and whatever else the update brings. */
    private static byte[] withData(byte[] signed, Function<Increment, byte[]> finished) {
        Increment update = Increment.on(signed);
        int certificate = update.number();
        int store = update.number();
        update.stream(certificate, "", "certificate")
                .object(store, "<</Type /DSS /Certs [" + certificate + " 0 R] /VRI <<>>>>")
                .object(update.catalog(), update.catalogWith("/DSS " + store + " 0 R " + EXTENSION));
        return finished.apply(update);
    }

    private static byte[] packed() {
        Increment update = Increment.on(PACKED);
        int certificate = update.number();
        int store = update.number();
        return update.stream(certificate, "", "certificate")
                .packed(Map.of(
                        store,
                        "<</Type /DSS /Certs [" + certificate + " 0 R] /VRI <<>>>>",
                        update.catalog(),
                        update.catalogWith("/DSS " + store + " 0 R " + EXTENSION)))
                .withStream();
    }

    private static Increment emptyPage(Increment update) {
        return update.object(update.page(), update.emptyPage());
    }
}
