package se.justera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.justera.document.ArchiveTypesetter;
import se.justera.minutes.BadDraft;
import se.justera.minutes.DraftJson;

/** {@code render DRAFT.json --out FILE.pdf}: the draft as the PDF that would be sealed, marked "Utkast". */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Sets a draft in JSON as the PDF that would be sealed, marked \"Utkast\".")
final class RenderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DRAFT.json", description = "the draft")
    private Path draft = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf", description = "the file that gets the PDF")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (Files.isRegularFile(draft) && Files.size(draft) > DraftJson.LARGEST) {
                err.println(draft + ": the draft is larger than " + DraftJson.LARGEST / (1024 * 1024) + " MB.");
                return 1;
            }
            byte[] json = Files.readAllBytes(draft);
            byte[] pdf = new ArchiveTypesetter(Clock.systemUTC()).draftPdf(DraftJson.read(json));
            Files.write(out, pdf);
            return 0;
        } catch (BadDraft bad) {
            err.println(draft + ": " + bad.sentence(Locale.getDefault()));
            return 1;
        } catch (IOException e) {
            err.println(FileTrouble.sentence(e, draft));
            return 1;
        }
    }
}
