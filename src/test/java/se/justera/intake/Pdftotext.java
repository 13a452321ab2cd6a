package se.justera.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Text taken out of pages by poppler's {@code pdftotext}. */
final class Pdftotext {

    private static final boolean CI = System.getenv("CI") != null;

    private Pdftotext() {}

    /** @param option {@code -layout}, {@code -raw}, or empty. Skips the rest of the test where the tool is missing */
    static String of(byte[] pdf, String option) {
        try {
            Path file = Files.createTempFile("pages", ".pdf");
            try {
                Files.write(file, pdf);
                return answer(Stream.of("pdftotext", option, file.toString(), "-")
                        .filter(part -> !part.isEmpty())
                        .toList());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(CI, "pdftotext (Debian: poppler-utils) is not installed");
            throw e;
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
