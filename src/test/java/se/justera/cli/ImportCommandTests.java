package se.justera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.DraftJson;

class ImportCommandTests {

    private static final Path MINUTES = Path.of("src/test/resources/imports/a-committee.txt");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, Object... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void writesTheDraftToStandardOutputAndRemarksToStandardError() {
        assertThat(run(new ImportCommand(), MINUTES)).isZero();
        Draft draft = DraftJson.read(out.toString());
        assertThat(draft.items()).hasSize(11);
        assertThat(err.toString()).contains("/attendance: ").doesNotContain("Exception", "minutes.example");
    }

    @Test
    void writesTheDraftToAFileThatCanBeRendered() throws IOException {
        Path draft = folder.resolve("draft.json");
        Path pdf = folder.resolve("draft.pdf");
        assertThat(run(new ImportCommand(), MINUTES, "--out", draft)).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run(new RenderCommand(), draft, "--out", pdf)).isZero();
        assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
        assertThat(run(new ImportCommand(), pdf)).isZero();
        assertThat(DraftJson.read(out.toString())).isEqualTo(DraftJson.read(Files.readAllBytes(draft)));
    }

    @Test
    void getsTheSameDraftOutOfAPdfMadeHereButNoAddresses() throws IOException {
        Draft original = Drafts.read("board");
        Draft addressed = original.withSignatories(original.signatories().stream()
                .map(s -> new Signatory(s.name(), s.role(), s.title(), "somebody@minutes.example"))
                .toList());
        Path pdf = folder.resolve("minutes.pdf");
        Files.write(pdf, new ArchiveTypesetter(Clock.systemUTC()).sealablePdf(Drafts.order(addressed)));
        assertThat(run(new ImportCommand(), pdf)).isZero();
        assertThat(DraftJson.read(out.toString())).isEqualTo(original.withoutAddresses());
        assertThat(out.toString()).doesNotContain("@");
    }

    @Test
    void saysInOneSentenceWhyNothingCanBeMadeOfAFile() throws IOException {
        Path missing = folder.resolve("missing.txt");
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {1, 2, 3});
        Path pdf = Files.writeString(folder.resolve("other.pdf"), "%PDF-1.7 but no more");
        for (Path file : List.of(missing, empty, picture, pdf, folder)) {
            err.getBuffer().setLength(0);
            assertThat(run(new ImportCommand(), file)).as("%s", file).isEqualTo(1);
            assertThat(err.toString().lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(file.toString())
                    .endsWith(".");
        }
        assertThat(out.toString()).isEmpty();
        assertThat(run(new ImportCommand())).isEqualTo(2);
    }

    @Test
    void rendersNoJsonThatIsNoDraft() throws IOException {
        Path pdf = folder.resolve("draft.pdf");
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"itemz\":[]}");
        assertThat(run(new RenderCommand(), bad, "--out", pdf)).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("/itemz");
        assertThat(run(new RenderCommand(), folder.resolve("missing.json"), "--out", pdf))
                .isEqualTo(1);
        assertThat(run(new RenderCommand(), bad)).isEqualTo(2);
        assertThat(pdf).doesNotExist();
    }
}
