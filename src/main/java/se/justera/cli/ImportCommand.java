package se.justera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.justera.intake.DraftReader;
import se.justera.intake.ImportedDraft;
import se.justera.intake.NotADraft;
import se.justera.intake.Preflight;
import se.justera.intake.Remark;
import se.justera.minutes.DraftJson;

/** {@code import FILE [--out DRAFT.json]}: a file of minutes to a draft in JSON, remarks on standard error. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Reads minutes from a .docx, .txt or .md file, or from a PDF made here, and writes a draft in JSON.")
final class ImportCommand implements Callable<Integer> {

    private static final long LARGEST = 64L * 1024 * 1024;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "the minutes: .docx, .txt, .md, or a PDF made here")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DRAFT.json",
            description = "the file that gets the draft; without it standard output")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                err.println(file + ": the file is larger than 64 MB.");
                return 1;
            }
            Locale locale = Locale.getDefault();
            ImportedDraft imported =
                    DraftReader.ofFiles().read(String.valueOf(file.getFileName()), Files.readAllBytes(file), locale);
            deliver(DraftJson.write(imported.draft()));
            remarks(imported, locale).forEach(r -> err.println(line(r)));
            return 0;
        } catch (NotADraft refusal) {
            err.println(file + ": " + refusal.getMessage());
            return 1;
        } catch (IOException e) {
            err.println(FileTrouble.sentence(e, file));
            return 1;
        }
    }

    /** What the reader was not sure of, then what the draft lacks; addresses are asked for later. */
    private static List<Remark> remarks(ImportedDraft imported, Locale locale) {
        var remarks = new ArrayList<>(imported.remarks());
        Preflight preflight = Preflight.at(Clock.systemUTC());
        preflight.remarks(imported.draft(), name -> Optional.of("known@minutes.example"), locale).stream()
                .filter(r -> !isSaid(r, imported))
                .forEach(remarks::add);
        return remarks;
    }

    /** The reader has said already of these places what the pre-flight would say. */
    private static boolean isSaid(Remark remark, ImportedDraft imported) {
        boolean place = remark.at().contains("/decisions/") || remark.at().startsWith("/nextMeetings/");
        return place && imported.remarks().stream().anyMatch(r -> r.at().equals(remark.at()));
    }

    private static String line(Remark remark) {
        return (remark.at().isEmpty() ? "" : remark.at() + ": ") + remark.text() + " " + remark.hint();
    }

    private void deliver(String json) throws IOException {
        if (out == null) {
            spec.commandLine().getOut().println(json);
        } else {
            Files.writeString(out, json + "\n");
        }
    }
}
