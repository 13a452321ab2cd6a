package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.validation.engine.AsDssDoes;

/** The short way through a file's revisions sees what DSS sees on the long one, whatever was done to the file. */
class ShortWayTests {

    private static final TestSigner SIGNER = new TestSigner();

    static Stream<Arguments> altered() {
        Stream<Arguments> fixtures = Stream.of(
                        AttackFamiliesTests.changes(),
                        AttackFamiliesTests.bytes(),
                        ForeignIncrementTests.attacks(),
                        ForeignIncrementTests.validationData(),
                        PermittedStylesTests.styles())
                .flatMap(all -> all);
        return fixtures.map(fixture -> named(fixture, bytes(fixture)));
    }

    static Stream<Arguments> signedOver() {
        return Stream.concat(AttackFamiliesTests.changes(), PermittedStylesTests.styles())
                .map(fixture -> named(fixture, SIGNER.signWithoutField(bytes(fixture))));
    }

    private static Arguments named(Arguments fixture, byte[] file) {
        return Arguments.of(Named.of(((Named<?>) Objects.requireNonNull(fixture.get()[0])).getName(), file));
    }

    private static byte[] bytes(Arguments fixture) {
        Object file = ((Named<?>) Objects.requireNonNull(fixture.get()[0])).getPayload();
        return file instanceof AttackFamiliesTests.Attack attack ? attack.altered() : (byte[]) file;
    }

    @ParameterizedTest
    @MethodSource({"altered", "signedOver"})
    void findsWhatDssFinds(byte[] fixture) throws IOException {
        AsDssDoes.assertSame(fixture);
    }

    @Test
    void findsWhatDssFindsBetweenManySignatures() throws IOException {
        byte[] pdf = LargeForeignFiles.pages(3);
        for (int n = 0; n < 3; n++) {
            pdf = SIGNER.validationData(SIGNER.signOver(SIGNER.signWithoutField(pdf), 20, 20 + 50 * n, 80, 12));
        }
        AsDssDoes.assertSame(SIGNER.timestamp(pdf));
    }

    /** Ends of lines of every kind, none at all, and marks where DSS does not look for them. */
    @Test
    void findsTheEndsThatDssFinds() throws IOException {
        for (String tail : List.of(
                "%%EOF", "%%EOF\r%%EOF\r\n%%EOF\n\r%%EOF", "x%%EOF\n", "123456%%EOF7%%EOF", "%%%EOF\n%%EO\nF%%EOF ")) {
            AsDssDoes.assertSame(Attacks.append(SIGNER.signWithoutField(TestPdf.unsigned()), "\n" + tail));
        }
    }

    /** The pages' contents, the fonts and the other signatures are not even read. */
    @Test
    void readsOfASignedRevisionOnlyWhatLeadsToSomethingNew() throws IOException {
        byte[] signed = SIGNER.signWithoutField(LargeForeignFiles.pages(40));
        long few = AsDssDoes.readToCompare(SIGNER.signWithoutField(signed), signed.length);
        assertThat(few).isBetween(1L, 55L);
        assertThat(new String(signed, StandardCharsets.ISO_8859_1).split(" 0 obj", -1))
                .hasSizeGreaterThan(80);
    }

    /**
     * What a page shows begins in the signed revision, at the same place in all that follow, and ends where the attacker
     * puts the mark that its length leads to.
     */
    @Test
    void seesAStreamThatGoesOnBehindTheSignature() throws IOException {
        Increment update = Increment.on(TestPdf.unsigned());
        int said = 40_000;
        String longer = "<</Length %d>>\nstream\nBT ET\nendstream".formatted(said);
        byte[] signed = SIGNER.sign(update.object(update.content(), longer).withTable(), "sig_1", "Anna", "Åström");
        int end = Attacks.text(signed).indexOf("BT ET\nendstream") + said;
        Increment later = Increment.on(signed);
        String filler = "x".repeat(end - signed.length - 40) + "y".repeat(80);
        byte[] unmarked = later.stream(later.number(), "/Type /Example", filler).withTable();
        byte[] altered = Attacks.overwrite(unmarked, end, "\nendstream\nendobj\n");

        assertThat(signed.length).isLessThan(end);
        AsDssDoes.assertSame(altered);
        for (byte[] file : List.of(altered, SIGNER.sign(altered, "sig_2", "Bo", "Öberg"))) {
            AsDssDoes.assertSame(file);
            assertThat(new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC())
                            .validate("f.pdf", file, Locale.ENGLISH)
                            .verdict())
                    .isIn(Verdict.MODIFIED, Verdict.INVALID);
        }
    }
}
