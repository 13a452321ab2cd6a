package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Validation data behind a signature, with an update that PDFBox reads as harmless while MuPDF, Poppler or QPDF show
 * another page, as each of these did.
 */
class OtherReadingsTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static final byte[] SIGNED = SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
    private static final byte[] PACKED = SIGNER.sign(TestPdf.compressed(), "sig_1", "Anna", "Åström");
    private static final String EVIL = "BT /F1 12 Tf 72 720 Td (Budgeten: 900 000) Tj ET";
    private static final String EVIL_STREAM = "<</Length " + EVIL.length() + ">>\nstream\n" + EVIL + "\nendstream";

    private static ValidationResult validate(byte[] pdf) {
        return new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC())
                .validate("p.pdf", pdf, Locale.ENGLISH);
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(
                        "page-freed-in-a-table.pdf",
                        SIGNED,
                        update -> data(update.free(update.page())).withTable()),
                attack(
                        "content-freed-in-a-stream.pdf",
                        SIGNED,
                        update -> data(update.free(update.content())).withStream()),
                attack(
                        "content-freed-behind-streams.pdf",
                        PACKED,
                        update -> data(update.free(update.content())).withTable()),
                attack(
                        "content-freed-in-the-stream-beside-a-table.pdf",
                        SIGNED,
                        update -> data(update.free(update.content())).withAnEmptyTableAndAStream()),
                attack(
                        "content-of-an-unknown-kind.pdf",
                        PACKED,
                        update -> data(update.entry(update.content(), "", 3, 0, 0))
                                .withStream()),
                attack(
                        "content-at-the-start-of-the-file.pdf",
                        SIGNED,
                        update -> data(update.entry(update.content(), "0000000000 00000 n \n"))
                                .withTable()),
                attack(
                        "content-of-the-next-generation.pdf",
                        SIGNED,
                        update -> data(
                                        update.again(update.content(), EVIL_STREAM),
                                        "/More [" + update.content() + " 1 R]")
                                .withTable()),
                attack(
                        "content-said-to-stand-in-two-places.pdf",
                        SIGNED,
                        update -> data(twoPlaces(update)).withTable()),
                attack(
                        "content-lying-ready-in-a-certificate.pdf",
                        SIGNED,
                        update -> data(lyingReady(update)).withTable()),
                attack(
                        "catalog-twice-in-an-object-stream.pdf",
                        PACKED,
                        update -> twicePacked(update).withStream()),
                attack(
                        "pages-named-twice-in-the-catalog.pdf",
                        SIGNED,
                        update -> namedTwice(update, "/Pages ").withTable()),
                attack(
                        "pages-named-twice-with-an-escape.pdf",
                        SIGNED,
                        update -> namedTwice(update, "/P#61ges ").withTable()));
    }

    private static Arguments attack(String name, byte[] signed, Function<Increment, byte[]> update) {
        return Arguments.of(Named.of(name, update.apply(Increment.on(signed))));
    }

    private static Increment data(Increment update) {
        return data(update, "");
    }

    private static Increment data(Increment update, String more) {
        int certificate = update.number();
        int store = update.number();
        return update.stream(certificate, "", "certificate")
                .object(store, "<</Type /DSS /Certs [" + certificate + " 0 R] /VRI <<>> " + more + ">>")
                .object(update.catalog(), update.catalogWith("/DSS " + store + " 0 R"));
    }

    private static Increment twoPlaces(Increment update) {
        String wrong = "%010d 00000 n \n".formatted(Attacks.text(SIGNED).indexOf("\n" + update.page() + " 0 obj") + 1);
        String right =
                "%010d 00000 n \n".formatted(Attacks.text(SIGNED).indexOf("\n" + update.content() + " 0 obj") + 1);
        return update.entry(update.content(), wrong + update.content() + " 1\n" + right);
    }

    private static Increment lyingReady(Increment update) {
        int certificate = update.number();
        int list = update.number();
        return update.stream(certificate, "", "x\n" + update.content() + " 0 obj\n" + EVIL_STREAM + "\nendobj\n")
                .object(list, "<</Type /DSS>>");
    }

    private static Increment twicePacked(Increment update) {
        int store = update.number();
        int holder = update.number();
        String evil = "<</Type /Catalog>> ";
        String good = update.catalogWith("/DSS " + store + " 0 R");
        String numbers = "%d 0 %d %d ".formatted(update.catalog(), update.catalog(), evil.length());
        return update.object(store, "<</Type /DSS /VRI <<>>>>").stream(
                        holder, "/Type /ObjStm /N 2 /First " + numbers.length(), numbers + evil + good)
                .entry(update.catalog(), "", 2, holder, 0);
    }

    private static Increment namedTwice(Increment update, String name) {
        int pages = update.number();
        int store = update.number();
        return update.object(pages, "<</Type /Pages /Kids [] /Count 0>>")
                .object(store, "<</Type /DSS /VRI <<>> /More [" + pages + " 0 R]>>")
                .object(
                        update.catalog(),
                        "<<" + name + pages + " 0 R "
                                + update.catalogWith("/DSS " + store + " 0 R").substring(2));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void catchesWhatOnlyOtherReadersShow(byte[] altered) {
        ValidationResult result = validate(altered);
        assertThat(result.verdict()).isEqualTo(Verdict.MODIFIED);
        assertThat(result.warnings())
                .contains(
                        "Something was added after the signature that programs read in different ways, so that they may show"
                                + " different content.");
    }

    /** Whoever signs it has not seen it either. */
    @Test
    void catchesItAlsoBehindAnotherSignature() {
        byte[] freed =
                data(Increment.on(SIGNED).free(Increment.on(SIGNED).content())).withTable();
        assertThat(validate(SIGNER.sign(freed, "sig_2", "Bo", "Öberg")).verdict())
                .isEqualTo(Verdict.MODIFIED);
    }

    /** PDFBox reads a row of a length of its own; who counts twenty bytes a row is led elsewhere. */
    @Test
    void doesNotVouchForTablesThatCannotBeReadToTheLetter() {
        Increment update = Increment.on(SIGNED);
        int content = update.content();
        String shortRow = "%08d 00000 n \n".formatted(Attacks.text(SIGNED).indexOf("\n" + content + " 0 obj") + 1);
        ValidationResult result =
                validate(SIGNER.sign(data(update.entry(content, shortRow)).withTable(), "sig_2", "Bo", "Öberg"));
        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.INDETERMINATE);
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("tables of what was added"));
    }

    @Test
    void acceptsThatAnObjectIsFreedWhichNothingLeadsTo() {
        Increment update = Increment.on(SIGNED);
        int unused = update.number();
        assertThat(validate(data(update.free(unused).free(0)).withTable()).verdict())
                .isEqualTo(Verdict.VALID);
    }
}
