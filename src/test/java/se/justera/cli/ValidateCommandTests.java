package se.justera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.document.SignedOriginal;
import se.justera.validation.NamedTrust;
import se.justera.validation.SignatureFacts;
import se.justera.validation.SignedSample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTests {

    private static final Path SAMPLE_TRUST = Path.of("certs-sample", "trust");
    private static byte[] signed = new byte[0];

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void sign() {
        signed = SignedSample.preserved();
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.write(folder.resolve("b-signed.pdf"), signed);
        Files.createDirectories(folder.resolve("a-below"));
        Files.writeString(folder.resolve("a-below").resolve("TEXT.PDF"), "hej");
        Files.writeString(folder.resolve("c-notes.txt"), "hej");
    }

    private int run(String... arguments) {
        return Commands.commandLine(ValidateCommandTests.class, out, err).execute(arguments);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void exitsWithZeroWhenAllAreValid() {
        assertThat(run("validate", "--trust", SAMPLE_TRUST.toString(), path("b-signed.pdf")))
                .isZero();
        assertThat(lines()).singleElement().asString().startsWith("VALID  " + path("b-signed.pdf") + "  ");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void trustsNothingWithoutTrust() {
        assertThat(run("validate", path("b-signed.pdf"))).isOne();
        assertThat(lines()).singleElement().asString().startsWith("INTACT_UNTRUSTED  ");
    }

    @Test
    void readsFoldersInNameOrderAndNeverStops() {
        assertThat(run("validate", "--json", folder.toString(), path("missing.pdf")))
                .isOne();
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> results = lines().stream().map(mapper::readTree).toList();
        assertThat(results)
                .extracting(result -> result.get("file").asString())
                .containsExactly(path("a-below/TEXT.PDF"), path("b-signed.pdf"), path("missing.pdf"));
        assertThat(results)
                .extracting(result -> result.get("verdict").asString())
                .containsExactly("UNREADABLE", "INTACT_UNTRUSTED", "UNREADABLE");
        assertThat(results.get(0).get("sha256").asString()).hasSize(64);
        assertThat(results.get(2).get("sha256").isNull()).isTrue();
    }

    @Test
    void hashesATooLargeFileWithoutReadingItWhole() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.pdf").toFile(), "rw")) {
            large.setLength(60L << 20);
        }
        assertThat(run("validate", "--json", path("large.pdf"))).isOne();
        JsonNode result = new JsonMapper().readTree(lines().get(0));
        assertThat(result.get("verdict").asString()).isEqualTo("UNREADABLE");
        assertThat(result.get("sha256").asString()).hasSize(64);
    }

    @Test
    void refusesTrustThatIsNotThereOrNoTrust() throws IOException {
        assertThat(run("validate", "--trust", path("nowhere"), path("b-signed.pdf")))
                .isEqualTo(2);
        assertThat(run("validate", "--trust", path("c-notes.txt"), path("b-signed.pdf")))
                .isEqualTo(2);
        assertThat(run(
                        "validate",
                        "--trust",
                        Files.createDirectory(folder.resolve("empty")).toString(),
                        "x"))
                .isEqualTo(2);
        assertThat(lines()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    @Test
    void refusesBadUsageInOneSentence() {
        assertThat(run("validate")).isEqualTo(2);
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(run("validate", "--no-such-option", "x")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    @Test
    void saysWhetherAnExtractStandsInTheOriginalThatIsNamed() throws IOException {
        SignedOriginal original = SignedOriginal.of("board");
        Files.write(folder.resolve("original.pdf"), original.last());
        Files.write(folder.resolve("extract.pdf"), signedExtract(original));
        String trust = SAMPLE_TRUST.toString();

        assertThat(run("validate", "--trust", trust, path("extract.pdf"), path("original.pdf")))
                .isZero();
        assertThat(run("validate", "--trust", trust, "--original", path("original.pdf"), path("extract.pdf")))
                .isZero();
        assertThat(run("validate", "--trust", trust, path("extract.pdf"))).isZero();
        assertThat(run("validate", "--trust", trust, "--original", path("b-signed.pdf"), path("extract.pdf")))
                .isOne();
        assertThat(run("validate", "--trust", trust, "--original", path("nowhere.pdf"), path("extract.pdf")))
                .isOne();
        assertThat(lines())
                .extracting(line -> line.replace(folder.toString(), ""))
                .containsExactly(
                        "VALID  /extract.pdf  " + sentence("valid.original"),
                        "VALID  /original.pdf  "
                                + lines().get(1).substring(lines().get(1).lastIndexOf("  ") + 2),
                        "VALID  /extract.pdf  " + sentence("valid.original"),
                        "VALID  /extract.pdf  " + sentence("valid.alone"),
                        "INVALID  /extract.pdf  " + notItsOriginal(),
                        "INVALID  /extract.pdf  " + notItsOriginal());
    }

    private static byte[] signedExtract(SignedOriginal original) throws IOException {
        var validation = NamedTrust.trusting(List.of(NamedTrust.read(SAMPLE_TRUST, null)), Clock.systemUTC());
        var facts = SignatureFacts.of(validation.validate("", original.last(), Locale.ENGLISH));
        return SignedOriginal.pdf(original.with(facts).extract(1, 2));
    }

    private static String notItsOriginal() {
        return MessageFormat.format(sentence("reason.INVALID"), sentence("fault.NOT_ITS_ORIGINAL"));
    }

    private static String sentence(String key) {
        boolean swedish = Locale.getDefault().getLanguage().equals("sv");
        return ResourceBundle.getBundle("messages/validation", swedish ? Locale.getDefault() : Locale.ENGLISH)
                .getString("extract." + key);
    }

    @Test
    void helpsWithEachCommand() {
        for (String command : List.of("serve", "validate", "demo")) {
            assertThat(run(command, "--help")).isZero();
        }
        assertThat(lines()).anyMatch(line -> line.contains("--trust-password"));
    }

    @Test
    void startsTheServiceUnlessACommandIsNamed() {
        assertThat(Commands.meanTheService()).isTrue();
        assertThat(Commands.meanTheService("--server.port=9")).isTrue();
        assertThat(Commands.meanTheService("serve", "--server.port=9")).isTrue();
        assertThat(Commands.meanTheService("serve", "--help")).isFalse();
        assertThat(Commands.meanTheService("validate", "x")).isFalse();
        assertThat(Commands.meanTheService("frobnicate")).isFalse();
        assertThat(Commands.settings("serve", "--server.port=9")).containsExactly("--server.port=9");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
