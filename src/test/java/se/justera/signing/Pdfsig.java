package se.justera.signing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A second opinion on the cryptography, by poppler. */
final class Pdfsig {

    private static final boolean CI = System.getenv("CI") != null;

    private Pdfsig() {}

    /** How many signatures poppler calls valid. Skips the rest of the test where there is no {@code pdfsig}. */
    static long validSignatures(byte[] pdf) {
        try {
            Path file = Files.createTempFile("signed", ".pdf");
            try {
                Files.write(file, pdf);
                return count(answer(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Path file) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(CI, "pdfsig (Debian: poppler-utils) is not installed; its opinion is left out");
            throw e;
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static long count(String answer) {
        return answer.lines()
                .filter(line -> line.contains("Signature Validation: Signature is Valid."))
                .count();
    }
}
