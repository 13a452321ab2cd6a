package se.justera.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.justera.validation.NamedTrust;
import se.justera.validation.StrictValidation;
import se.justera.validation.TrustUnusable;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;
import se.justera.validation.batch.Archive;
import se.justera.validation.batch.Batch;
import se.justera.validation.batch.Candidate;
import se.justera.validation.batch.EarlierResults;
import se.justera.validation.batch.Paths;
import se.justera.validation.batch.Table;

/** {@code validate}: one line per file, in the order given; whatever a file is, it never stops the rest. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Validates PDF and other signed files, offline. Exits with 0 when all are VALID, with 1 otherwise, with 2 for bad usage.")
final class ValidateCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    /** One thing to trust, with its password if it needs one. */
    static final class Trust {

        @Option(
                names = "--trust",
                required = true,
                paramLabel = "PATH",
                description = "trust a PEM or DER certificate, a folder of them, a PKCS#12 or JKS trust store, or a"
                        + " trusted list (XML); without it nothing is trusted")
        private @Nullable Path path;

        @Option(names = "--trust-password", paramLabel = "P", description = "the password of that trust store")
        private @Nullable String password;

        NamedTrust read() {
            if (path == null) {
                throw new IllegalStateException("--trust is required in its group");
            }
            return NamedTrust.read(path, password);
        }
    }

    /** How the results are written; lines for people if nothing is said. */
    static final class Form {

        @Option(names = "--json", description = "one JSON object a line (NDJSON)")
        private boolean json;

        @Option(names = "--csv", description = "a table for a spreadsheet (RFC 4180)")
        private boolean csv;

        /** What writes is loaded while the trust is read. */
        void prepare() {
            Thread loading = new Thread(() -> table().head(), "table");
            loading.setDaemon(true);
            loading.start();
        }

        Table table() {
            return json ? Table.NDJSON : csv ? Table.CSV : Table.TEXT;
        }
    }

    @ArgGroup
    private Form form = new Form();

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private final List<Trust> trust = new ArrayList<>();

    @Option(
            names = "--original",
            paramLabel = "PATH",
            description = "the signed original of the extracts among the files (repeatable): an extract from anything"
                    + " else is not VALID. Without it the originals are looked for among the files themselves")
    private final List<Path> originals = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many files at a time; as many as there are processors if nothing is said")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "write the results to this file, which must not exist")
    private @Nullable Path output;

    @Option(
            names = "--resume",
            description =
                    "go on with that file: what stands there with the same name and SHA-256 is not validated again"
                            + " (with --json or --csv; name the same --trust as before)")
    private boolean resume;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "a PDF or another signed file (ASiC, CAdES, XAdES, JAdES); a folder: every *.pdf in it and below;"
                            + " a ZIP: every *.pdf in it")
    private final List<Path> paths = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Locale locale = Locale.getDefault();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException {
        checkUsage();
        form.prepare();
        StrictValidation.prepare();
        Validation validation = validation();
        try (ResultFile results = ResultFile.open(spec.commandLine().getOut(), output, resume, form.table())) {
            return validate(validation, results) ? 0 : 1;
        } catch (ResultFile.Exists e) {
            throw wrongUsage("--output: " + e.getMessage(), e);
        } catch (FileSystemException e) {
            throw wrongUsage("--output: %s cannot be written.".formatted(output), e);
        }
    }

    private void checkUsage() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw wrongUsage("--threads: a number from 1 to %d.".formatted(MOST_THREADS), null);
        }
        if (resume && (output == null || form.table() == Table.TEXT)) {
            throw wrongUsage("--resume needs --output and --json or --csv.", null);
        }
    }

    private ParameterException wrongUsage(String sentence, @Nullable Exception cause) {
        return new ParameterException(spec.commandLine(), sentence, cause);
    }

    private Validation validation() {
        try {
            return NamedTrust.trusting(trust.stream().map(Trust::read).toList(), clock, knownOriginals());
        } catch (TrustUnusable e) {
            throw wrongUsage("--trust: " + e.getMessage(), e);
        }
    }

    /** Whether all are valid. */
    private boolean validate(Validation validation, ResultFile results) throws IOException {
        Progress progress = new Progress(spec.commandLine().getErr(), clock, Progress.onTerminal());
        AtomicBoolean allValid = new AtomicBoolean(true);
        try (Batch batch = new Batch(validation, locale, threads, results.earlier()::holds, answer -> {
            progress.clear();
            answer.result().ifPresent(results::write);
            if (verdict(answer, results.earlier()) != Verdict.VALID) {
                allValid.set(false);
            }
            progress.step();
        })) {
            for (Path path : paths) {
                add(path, batch, progress);
            }
            batch.finish();
        }
        progress.clear();
        return allValid.get();
    }

    private static Verdict verdict(Batch.Answer answer, EarlierResults earlier) {
        return answer.result()
                .map(ValidationResult::verdict)
                .or(() -> earlier.verdict(answer.candidate().name()))
                .orElse(Verdict.UNREADABLE);
    }

    private NamedOriginals knownOriginals() {
        List<Path> files = (originals.isEmpty() ? paths : originals)
                .stream().flatMap(NamedOriginals::filesIn).toList();
        return new NamedOriginals(files, !originals.isEmpty());
    }

    private static void add(Path path, Batch batch, Progress progress) throws IOException {
        if (Paths.isArchive(path)) {
            try (Archive archive = Archive.open(path.toString(), path)) {
                add(archive.isContainer() ? Paths.candidates(path) : archive.candidates(), batch, progress);
                batch.finish();
            }
        } else {
            add(Paths.candidates(path), batch, progress);
        }
    }

    private static void add(List<Candidate> candidates, Batch batch, Progress progress) {
        progress.expect(candidates.size());
        candidates.forEach(batch::add);
    }
}
