package se.justera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.validation.ResultSchema;
import se.justera.validation.SignedSample;
import se.justera.validation.TestFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many files in one go: folders, archives, several threads, and going on after a break. */
class ValidateManyTests {

    private static final String TRUST = Path.of("certs-sample", "trust").toString();
    private static final JsonMapper JSON = new JsonMapper();
    private static byte[] signed = new byte[0];

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void sign() {
        signed = SignedSample.preserved();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of("validate", "--trust", TRUST));
        all.addAll(List.of(arguments));
        return Commands.commandLine(ValidateManyTests.class, out, err).execute(all.toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> told(String property) {
        return lines().stream().map(line -> property(line, property)).toList();
    }

    private static String property(String line, String property) {
        ResultSchema.holdsFor(line);
        JsonNode value = JSON.readTree(line).get(property);
        return value.isNull() ? "null" : value.asString();
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every kind in turn, with the verdict it must get. */
    private static final List<Map.Entry<String, byte[]>> kinds() {
        byte[] flipped = signed.clone();
        flipped[600] ^= 1;
        return List.of(
                Map.entry("VALID", signed),
                Map.entry("UNREADABLE", new byte[0]),
                Map.entry("UNREADABLE", "hej".getBytes(StandardCharsets.UTF_8)),
                Map.entry("UNSIGNED", TestFiles.unsigned()),
                Map.entry("UNREADABLE", Arrays.copyOf(signed, 9)),
                Map.entry("MODIFIED", TestFiles.with(signed, "%added\n")),
                Map.entry("INVALID", flipped),
                Map.entry("UNREADABLE", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8)),
                Map.entry("UNREADABLE", new byte[100_000]),
                Map.entry("INVALID", Arrays.copyOf(signed, signed.length - 3)));
    }

    @Test
    void answersForTwoHundredFilesOfEveryKindInTheirOrder() {
        List<Map.Entry<String, byte[]>> kinds = kinds();
        List<String> expected = IntStream.range(0, 200)
                .mapToObj(n -> {
                    write("%03d.pdf".formatted(n), kinds.get(n % kinds.size()).getValue());
                    return kinds.get(n % kinds.size()).getKey();
                })
                .toList();

        assertThat(run("--json", "--threads", "3", folder.toString(), folder.resolve("missing.pdf") + ""))
                .isOne();

        assertThat(told("file"))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 200)
                        .mapToObj(n -> n == 200 ? "missing.pdf" : "%03d.pdf".formatted(n))
                        .map(name -> folder.resolve(name).toString())
                        .toList());
        List<String> verdicts = new ArrayList<>(expected);
        verdicts.add("UNREADABLE");
        assertThat(told("verdict")).containsExactlyElementsOf(verdicts);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Path zip(String name, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return write(name, bytes.toByteArray());
    }

    @Test
    void looksIntoAnArchiveWithoutUnpackingIt() throws IOException {
        Path zip = zip(
                "year.zip",
                Map.of(
                        "b/protokoll.PDF",
                        signed,
                        "../../a.pdf",
                        signed,
                        "c\n\u001b[31m.pdf",
                        "hej".getBytes(StandardCharsets.UTF_8),
                        "notes.txt",
                        new byte[3],
                        "inner.zip",
                        new byte[3],
                        "__MACOSX/b/._protokoll.PDF",
                        new byte[3]));

        assertThat(run("--json", zip.toString())).isOne();
        assertThat(told("file"))
                .containsExactly(
                        zip + "!/../../a.pdf",
                        zip + "!/b/protokoll.PDF",
                        zip + "!/c\n\u001b[31m.pdf",
                        zip + "!/inner.zip");
        assertThat(told("verdict")).containsExactly("VALID", "VALID", "UNREADABLE", "UNREADABLE");
        assertThat(folder.resolveSibling("a.pdf")).doesNotExist();

        run(zip.toString());
        assertThat(lines()).hasSize(4);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
        assertThat(run(zip("good.zip", Map.of("a.pdf", signed)).toString())).isZero();
    }

    @Test
    void answersForArchivesThatAreNone() throws IOException {
        Path empty = zip("empty.zip", Map.of("notes.txt", new byte[3]));
        Path noZip = write("no.zip", "hej".getBytes(StandardCharsets.UTF_8));
        byte[] whole = Files.readAllBytes(zip("whole.zip", Map.of("a.pdf", signed)));
        Path cut = write("cut.zip", Arrays.copyOf(whole, whole.length / 2));

        assertThat(run("--json", empty.toString(), noZip.toString(), cut.toString(), folder.resolve("none.zip") + ""))
                .isOne();
        assertThat(told("verdict")).containsOnly("UNREADABLE").hasSize(4);
        assertThat(told("file").get(0)).isEqualTo(empty.toString());
        assertThat(told("reason").get(0)).contains("PDF");
    }

    @Test
    void refusesAnEncryptedEntryAndGoesOn() throws IOException {
        byte[] zip = Files.readAllBytes(zip("open.zip", Map.of("a.pdf", signed)));
        for (int i = 0; i < zip.length - 10; i++) {
            boolean local = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4;
            boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (local || central) {
                zip[i + (local ? 6 : 8)] |= 1;
            }
        }
        Path encrypted = write("encrypted.zip", zip);
        Path good = write("good.pdf", signed);

        assertThat(run("--json", encrypted.toString(), good.toString())).isOne();
        assertThat(told("verdict")).containsExactly("UNREADABLE", "VALID");
        assertThat(told("file").get(0)).isEqualTo(encrypted + "!/a.pdf");
        assertThat(told("reason").get(0)).containsAnyOf("encrypted", "krypterad");
    }

    @Test
    void refusesZipBombs() throws IOException {
        Path swelling = zip("swelling.zip", Map.of("zeros.pdf", new byte[120 << 20]));
        Path overlapping = write("overlapping.zip", overlapping());

        assertThat(run("--json", swelling.toString(), overlapping.toString())).isOne();
        assertThat(told("verdict")).containsExactly("UNREADABLE", "UNREADABLE");
        assertThat(told("sha256")).containsExactly("null", "null");
    }

    /** A table of contents that names the same bytes a thousand times. */
    private static byte[] overlapping() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            ZipEntry entry = new ZipEntry("a.pdf");
            CRC32 crc = new CRC32();
            crc.update(signed);
            entry.setCrc(crc.getValue());
            entry.setSize(signed.length);
            zip.putNextEntry(entry);
            zip.write(signed);
            zip.closeEntry();
        }
        byte[] one = bytes.toByteArray();
        int end = one.length - 22;
        int start = 30 + 5 + signed.length;
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(one, 0, start);
        for (int i = 0; i < 1000; i++) {
            many.write(one, start, end - start);
        }
        byte[] tail = Arrays.copyOfRange(one, end, one.length);
        int count = 1000;
        int size = count * (end - start);
        for (int at : new int[] {8, 10}) {
            tail[at] = (byte) count;
            tail[at + 1] = (byte) (count >> 8);
        }
        for (int i = 0; i < 4; i++) {
            tail[12 + i] = (byte) (size >> (8 * i));
        }
        many.write(tail);
        return many.toByteArray();
    }

    @Test
    void writesATableThatNoSpreadsheetTakesForAProgram() throws IOException {
        Path zip = zip("t.zip", Map.of("ok, \"sic\".pdf", signed));
        assertThat(run("--csv", zip.toString())).isZero();

        assertThat(lines().get(0))
                .isEqualTo(
                        "file,sha256,verdict,reason,pages,signatures,signers,roles,signingTimes,timestamps,warnings");
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1))
                .startsWith("\"" + zip + "!/ok, \"\"sic\"\".pdf\",")
                .contains(",VALID,");
        assertThat(run("--csv", "=cmd|' /C calc'!A0.pdf")).isOne();
        assertThat(lines().get(1)).startsWith("'=cmd");
        assertThat(run("--csv", "--json", zip.toString())).isEqualTo(2);
    }

    @Test
    void goesOnWhereAnEarlierRunWasBrokenOff() throws IOException {
        for (String form : List.of("--json", "--csv")) {
            Path batch = Files.createDirectories(folder.resolve("batch" + form));
            for (int n = 0; n < 6; n++) {
                Files.write(batch.resolve(n + ".pdf"), n == 4 ? new byte[] {1} : signed);
            }
            Path output = folder.resolve("results" + form);
            assertThat(run(form, "--output", output.toString(), batch.toString()))
                    .isOne();
            assertThat(lines()).isEmpty();
            List<String> whole = Files.readAllLines(output);

            // as a power cut leaves it: some lines, the last one torn
            int kept = whole.size() - 3;
            Files.writeString(
                    output,
                    String.join("\n", whole.subList(0, kept)) + "\n"
                            + whole.get(kept).substring(0, 20));
            assertThat(run(form, "--output", output.toString(), batch.toString()))
                    .isEqualTo(2);
            assertThat(run(form, "--resume", "--output", output.toString(), batch.toString()))
                    .isOne();
            assertThat(Files.readAllLines(output)).isEqualTo(whole);

            // nothing left to do; a file that changed is validated again
            run(form, "--resume", "--output", output.toString(), batch.toString());
            assertThat(Files.readAllLines(output)).isEqualTo(whole);
            Files.write(batch.resolve("4.pdf"), signed);
            assertThat(run(form, "--resume", "--output", output.toString(), batch.toString()))
                    .isZero();
            assertThat(Files.readAllLines(output)).hasSize(whole.size() + 1);
        }
    }

    @Test
    void refusesToResumeWithoutAFileToResume() {
        assertThat(run("--resume", "x.pdf")).isEqualTo(2);
        assertThat(run("--threads", "0", "x.pdf")).isEqualTo(2);
        assertThat(run("--output", folder.resolve("no/such/folder").toString(), "x.pdf"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }
}
