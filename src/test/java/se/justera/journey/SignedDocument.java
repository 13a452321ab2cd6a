package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import se.justera.document.Conformance;
import se.justera.signing.OpensslCms;

/** A final document as others see it: poppler, OpenSSL and veraPDF. */
final class SignedDocument {

    /** The seal's, the secretary's, the chair's and three adjusters'. */
    private static final int SIGNATURES = 6;

    private final byte[] pdf;

    SignedDocument(byte[] pdf) {
        this.pdf = pdf;
    }

    /** @param root as PEM: what every signature leads to */
    void conforms(Path folder, Path root) throws Exception {
        assertThat(Conformance.faults(pdf)).isEmpty();
        Path file = folder.resolve("final.pdf");
        Files.write(file, pdf);
        assertThat(pdfsig(file).lines().filter(line -> line.contains("Signature is Valid")))
                .as("the seal and five people")
                .hasSize(SIGNATURES);
        assertThat(new OpensslCms(folder, root).verified(pdf)).isEqualTo(SIGNATURES);
    }

    private static String pdfsig(Path file) throws Exception {
        boolean there = Path.of("/usr/bin/pdfsig").toFile().canExecute();
        if (!there && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("pdfsig (Debian: poppler-utils) is not on this machine");
        }
        Process process = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
