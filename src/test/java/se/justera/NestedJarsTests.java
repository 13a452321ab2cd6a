package se.justera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class loader owes its classes, over two jars that share a package. */
class NestedJarsTests {

    @TempDir
    private Path folder = Path.of(".");

    private NestedJars jars = new NestedJars();

    /** A class in the first jar. */
    static final class First {}

    /** A class of the same package in the second. */
    static final class Second {}

    @BeforeEach
    void pack() throws IOException {
        URL first = jar("first.jar", Map.of(path(First.class), bytes(First.class), "a/both.txt", text("1")));
        URL second = jar(
                "second.jar",
                Map.of(path(Second.class), bytes(Second.class), "a/both.txt", text("2"), "a/only.txt", text("3")));
        jars = new NestedJars(first, second);
    }

    @Test
    void findsClassesOfOnePackageInSeveralJars() throws ReflectiveOperationException {
        for (Class<?> known : List.of(First.class, Second.class)) {
            Class<?> found = jars.loadClass(known.getName());
            assertThat(found.getClassLoader()).isSameAs(jars);
            assertThat(found.getProtectionDomain().getCodeSource().getLocation().toString())
                    .contains(known.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ".jar");
        }
        assertThat(jars.loadClass(First.class.getName())).isSameAs(jars.loadClass(First.class.getName()));
    }

    @Test
    void knowsNothingOfTheClassesAroundIt() {
        assertThatThrownBy(() -> jars.loadClass(NestedJarsTests.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void findsResourcesInTheOrderOfTheJars() throws IOException {
        assertThat(read(jars.getResource("a/both.txt"))).isEqualTo("1");
        assertThat(read(jars.getResource("a/only.txt"))).isEqualTo("3");
        assertThat(jars.getResource("a/none.txt")).isNull();
        List<String> all = new ArrayList<>();
        for (URL url : Collections.list(jars.getResources("a/both.txt"))) {
            all.add(read(url));
        }
        assertThat(all).containsExactly("1", "2");
    }

    private URL jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return new URL("jar:" + jar.toUri() + "!/");
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + path(type))) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
