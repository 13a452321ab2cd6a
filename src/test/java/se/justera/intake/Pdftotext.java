package se.justera.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Text taken out of pages by poppler's {@code pdftotext}. */
final class Pdftotext {

    private static final boolean CI = System.getenv("CI") != null;

    private Pdftotext() {}

    /** @param option {@code -layout}, {@code -raw}, or empty. Skips the rest of the test where the tool is missing */
    static String of(byte[] pdf, String option) {
        return start(pdf, option).text(option);
    }

    /** Begins to take the text out in several ways at once. */
    static Running start(byte[] pdf, String... options) {
        try {
            Path file = Files.createTempFile("pages", ".pdf");
            Files.write(file, pdf);
            Map<String, Process> running = new LinkedHashMap<>();
            for (String option : options) {
                running.put(option, start(file, option));
            }
            return new Running(file, running);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tool at work; the file goes when all that were started have been asked. */
    record Running(Path file, Map<String, Process> ways) {

        String text(String option) {
            try {
                Process process = Objects.requireNonNull(ways.remove(option), option);
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (ways.isEmpty()) {
                    Files.delete(file);
                }
                return text;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Process start(Path file, String option) throws IOException {
        try {
            return new ProcessBuilder(Stream.of("pdftotext", option, file.toString(), "-")
                            .filter(part -> !part.isEmpty())
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            Files.delete(file);
            assumeTrue(CI, "pdftotext (Debian: poppler-utils) is not installed");
            throw e;
        }
    }
}
