package se.justera.validation.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a path that somebody names stands for. */
public final class Paths {

    private Paths() {}

    /** The file itself, or the PDF files in the folder and below, by name. A folder that cannot be read stands for itself. */
    public static List<Candidate> candidates(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(new FileCandidate(path));
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(file -> named(file, ".pdf") && !Files.isDirectory(file))
                    .sorted()
                    .<Candidate>map(FileCandidate::new)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(new FileCandidate(path));
        }
    }

    /** Whether it is a file that calls itself a ZIP. */
    public static boolean isArchive(Path path) {
        return Files.isRegularFile(path) && named(path, ".zip");
    }

    private static boolean named(Path file, String extension) {
        Path name = file.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }
}
