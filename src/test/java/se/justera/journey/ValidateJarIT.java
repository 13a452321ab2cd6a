package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.validation.SignedSample;

/** {@code validate} as it is called: a process, its exit code, and what is left of it when it is ended. */
class ValidateJarIT {

    private static final String TRUST = Path.of("certs-sample", "trust").toString();
    private static final int MANY = 2_000;

    @TempDir
    private static Path folder = Path.of(".");

    private static Path signed = folder;

    /** What came out of a process that ended by itself. */
    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void sign() throws IOException {
        signed = Files.write(folder.resolve("protokoll.pdf"), SignedSample.preserved());
    }

    @Test
    void answersWithItsExitCodeAndNothingElseOnStandardOutput() throws Exception {
        Ended valid = run(List.of(), "--trust", TRUST, signed.toString());
        assertThat(valid.code()).as(valid.err()).isZero();
        assertThat(valid.out()).startsWith("VALID  ").hasLineCount(1);

        Ended missing = run(List.of(), signed.toString(), "missing.pdf");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.out().lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly("INTACT_UNTRUSTED", "UNREADABLE");

        Ended unusable = run(List.of(), "--trust", "missing.pem", signed.toString());
        assertThat(unusable.code()).isEqualTo(2);
        assertThat(unusable.out()).isEmpty();
        assertThat(unusable.err()).startsWith("--trust: missing.pem ").hasLineCount(1);
    }

    @Test
    void needsNeitherMuchMemoryNorASecondProcessor() throws Exception {
        List<List<String>> machines =
                List.of(List.of("-Xmx256m"), List.of("-Xmx100m"), List.of("-Xmx256m", "-XX:ActiveProcessorCount=1"));
        for (List<String> flags : machines) {
            Ended valid = run(flags, "--trust", TRUST, signed.toString());
            assertThat(valid.out()).as("%s: %s", flags, valid.err()).startsWith("VALID  ");
        }
    }

    @Test
    void leavesNothingBehindWhenItIsEnded() throws Exception {
        endsWith("asked", Process::destroy);
        endsWith("killed", Process::destroyForcibly);
    }

    private static void endsWith(String how, Consumer<Process> end) throws IOException {
        Path many = Files.createDirectory(folder.resolve(how));
        for (int n = 0; n < MANY; n++) {
            Files.createLink(many.resolve(n + ".pdf"), signed);
        }
        Process process = new ProcessBuilder(command(List.of(), many.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).startsWith("INTACT_UNTRUSTED");
            List<ProcessHandle> started = process.descendants().toList();
            assertThat(started).as("a Java of its own").hasSize(1);
            end.accept(process);
            Waiting.until(
                    "all are gone, " + how,
                    Duration.ofSeconds(30),
                    () -> started.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Ended run(List<String> flags, String... arguments) throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command(flags, arguments))
                .redirectError(err.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    private static List<String> command(List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Service.java()));
        command.addAll(flags);
        command.addAll(List.of("-jar", Service.jar().toString(), "validate"));
        command.addAll(List.of(arguments));
        return command;
    }
}
