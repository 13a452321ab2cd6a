package se.justera.trust;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of others whose word counts more than ours. A test is skipped where one is missing, and fails under CI. */
public final class Tool {

    private static final boolean CI = System.getenv("CI") != null;

    private Tool() {}

    /**
     * What a run came to.
     *
     * @param output both streams
     */
    public record Run(int exit, String output) {}

    /** Runs the program and waits, a minute at most. */
    public static Run run(Map<String, String> environment, String... command) {
        try {
            Path output = Files.createTempFile("tool", ".txt");
            try {
                return run(environment, output, List.of(command));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Run run(String... command) {
        return run(Map.of(), command);
    }

    private static Run run(Map<String, String> environment, Path output, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeTrue(CI, command.get(0) + " is not installed; its opinion is left out");
            throw e;
        }
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
