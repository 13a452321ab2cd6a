package se.justera.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.justera.kernel.Sha256;
import se.justera.validation.NamedTrust;
import se.justera.validation.TrustUnusable;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** {@code validate}: one line per file, in the order given; whatever a file is, it never stops the rest. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Validates PDF files, offline. Exits with 0 when all are VALID, with 1 otherwise, with 2 for bad usage.")
final class ValidateCommand implements Callable<Integer> {

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

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private final List<Trust> trust = new ArrayList<>();

    @Option(
            names = "--original",
            paramLabel = "PATH",
            description = "the signed original of the extracts among the files (repeatable): an extract from anything"
                    + " else is not VALID. Without it the originals are looked for among the files themselves")
    private final List<Path> originals = new ArrayList<>();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "a PDF, or a folder: every *.pdf in it and below")
    private final List<Path> paths = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private final JsonMapper mapper = new JsonMapper();
    private final Locale locale = Locale.getDefault();

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification");
        }
        Validation validation;
        try {
            validation =
                    NamedTrust.trusting(trust.stream().map(Trust::read).toList(), Clock.systemUTC(), knownOriginals());
        } catch (TrustUnusable e) {
            throw new ParameterException(spec.commandLine(), "--trust: " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean allValid = true;
        for (Path path : paths) {
            for (Path file : files(path)) {
                ValidationResult result = validate(validation, file);
                allValid &= result.verdict() == Verdict.VALID;
                out.println(json ? mapper.writeValueAsString(result) : line(result));
                out.flush();
            }
        }
        return allValid ? 0 : 1;
    }

    private NamedOriginals knownOriginals() {
        List<Path> files = (originals.isEmpty() ? paths : originals)
                .stream().flatMap(path -> files(path).stream()).toList();
        return new NamedOriginals(files, !originals.isEmpty());
    }

    private static String line(ValidationResult result) {
        return result.verdict() + "  " + result.file() + "  " + result.reason();
    }

    /** The file itself, or the PDF files in the folder and below, by name. A folder that cannot be read stands for itself. */
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(file -> file.getFileName() != null
                            && file.getFileName()
                                    .toString()
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith(".pdf")
                            && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(path);
        }
    }

    private ValidationResult validate(Validation validation, Path file) {
        String name = file.toString();
        try {
            if (!Files.isRegularFile(file)) {
                return validation.missing(name, locale);
            }
            return Files.size(file) > validation.maxBytes()
                    ? validation.tooLarge(name, sha256(file), locale)
                    : validation.validate(name, Files.readAllBytes(file), locale);
        } catch (IOException e) {
            return validation.missing(name, locale);
        }
    }

    private static Sha256 sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return new Sha256(
                    HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
