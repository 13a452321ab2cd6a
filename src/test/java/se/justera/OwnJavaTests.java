package se.justera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java a command gets; that it works is shown with the jar itself, in {@code ValidateJarIT}. */
class OwnJavaTests {

    private static final File JAR = new File("justera.jar");
    private static final String PLAIN_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path folder = Path.of(".");

    private static List<String> command(String... arguments) {
        return OwnJava.command(JAR, List.of(), arguments);
    }

    @Test
    void compilesWithoutPainsForAFewFiles() throws IOException {
        String file = Files.createFile(folder.resolve("a.pdf")).toString();
        assertThat(command("validate", file, file)).contains(PLAIN_COMPILER);
        assertThat(command("validate", "--trust", folder.toString(), file)).contains(PLAIN_COMPILER);
    }

    @Test
    void optimisesForFoldersAndArchivesAndManyFiles() {
        assertThat(command("validate", folder.toString())).doesNotContain(PLAIN_COMPILER);
        assertThat(command("validate", "--json", folder.toString())).doesNotContain(PLAIN_COMPILER);
        assertThat(command("validate", "a.ZIP")).doesNotContain(PLAIN_COMPILER);
        assertThat(command("a.pdf ".repeat(30).split(" "))).doesNotContain(PLAIN_COMPILER);
    }

    @Test
    void optimisesForALargeFileWhichMayHoldDozensOfSignatures() throws IOException {
        Path file = Files.write(folder.resolve("large.pdf"), new byte[(1 << 20) + 1]);
        assertThat(command("validate", file.toString())).doesNotContain(PLAIN_COMPILER);
    }

    @Test
    void keepsWhatWasAskedForBehindItsOwnFlagsSoThatItCounts() {
        List<String> command = OwnJava.command(JAR, List.of("-Xmx900m", "-Dx=y"), "validate", "a.pdf");
        assertThat(command).containsSubsequence("-XX:+UseSerialGC", "-Xmx900m", "-Dx=y", "-jar", "justera.jar");
        assertThat(command).endsWith("-jar", "justera.jar", "validate", "a.pdf");
    }

    @Test
    void isNotStartedWhereJavaWasToldHowToWork() {
        assertThat(OwnJava.canBeKept("-Xmx256m")).isTrue();
        assertThat(OwnJava.canBeKept("-Duser.language=sv")).isTrue();
        assertThat(OwnJava.canBeKept("-XX:+UseZGC")).isFalse();
        assertThat(OwnJava.canBeKept("-agentlib:jdwp=transport=dt_socket")).isFalse();
    }
}
