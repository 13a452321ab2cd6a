package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer on {@link ValidationFuzz}, in a Java of its own: twenty seconds in every build, and as long as
 * {@code -Djustera.fuzz.seconds=600} says. A finding's input stays in {@code target/fuzz}.
 */
class FuzzedValidationTests {

    private static final int SECONDS = Integer.getInteger("justera.fuzz.seconds", 20);
    private static final int SLOW = 60;
    private static final Path FINDINGS = Path.of("target", "fuzz");

    @TempDir
    Path corpus;

    @Test
    void whateverIsDoneToAFileThereIsAnAnswerOfOurs() throws Exception {
        Files.createDirectories(FINDINGS);
        begin();
        Path log = FINDINGS.resolve("jazzer.log");
        Process jazzer = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = jazzer.waitFor(SECONDS + Duration.ofMinutes(4).toSeconds(), TimeUnit.SECONDS);
        jazzer.destroyForcibly();
        String told = Files.readString(log);
        assertThat(ended).as(told).isTrue();
        assertThat(jazzer.exitValue()).as(told).isZero();
        assertThat(told).contains("DONE");
    }

    /** A corpus to begin with: each file as it is, and with one deed of each kind. */
    private void begin() throws IOException {
        Random random = new Random(20260916);
        for (int number = 0; number < 60; number++) {
            byte[] recipe = new byte[8 + random.nextInt(56)];
            random.nextBytes(recipe);
            Files.write(corpus.resolve("begin-" + number), recipe);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+EnableDynamicAgentLoading", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", classPath(), "com.code_intelligence.jazzer.Jazzer"));
        command.add("--target_class=" + ValidationFuzz.class.getName());
        command.add(
                "--instrumentation_includes=se.justera.validation.**:org.apache.pdfbox.pdfparser.**:org.apache.pdfbox.cos.**");
        command.add(
                "--custom_hook_excludes=eu.europa.esig.**:org.bouncycastle.**:org.apache.**:org.springframework.**:tools.jackson.**");
        command.add("--trace=cov"); // comparing numbers one by one costs more than it finds
        command.addAll(List.of("-max_total_time=" + SECONDS, "-timeout=" + SLOW, "-rss_limit_mb=0", "-max_len=512"));
        command.add("-artifact_prefix=" + FINDINGS + File.separator);
        command.add("--reproducer_path=" + FINDINGS);
        command.add(corpus.toString());
        return command;
    }

    /** As Surefire tells it, or the loader of whoever else runs the tests. */
    private static String classPath() {
        String ofSurefire = System.getProperty("surefire.test.class.path");
        if (ofSurefire == null && FuzzedValidationTests.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return ofSurefire == null ? System.getProperty("java.class.path") : ofSurefire;
    }
}
