package se.justera.validation.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import se.justera.validation.Unreadable;

/**
 * A ZIP file whose PDFs are validated without unpacking it: names in it are never paths, nothing in it is opened in
 * turn, and what claims to hold more than its bytes can carry is not read at all.
 */
public final class Archive implements AutoCloseable {

    private static final long TOTAL_RATIO = 200;
    private static final long FREE_BYTES = 100L << 20;
    private static final String CONTAINER = "application/vnd.etsi.asic";

    private final String name;
    private final @Nullable ZipFile zip;
    private final List<Candidate> candidates;

    private Archive(String name, @Nullable ZipFile zip, List<Candidate> candidates) {
        this.name = name;
        this.zip = zip;
        this.candidates = candidates;
    }

    /**
     * Opens a file as an archive; whatever it is, there is at least one candidate in it.
     *
     * @param name as it is to stand before the names in it; empty if nothing is to
     */
    public static Archive open(String name, Path file) {
        if (CentralDirectory.of(file) == CentralDirectory.TOO_LARGE) {
            return refused(name, Unreadable.ARCHIVE_TOO_LARGE);
        }
        try {
            // closed by close(), or below
            ZipFile zip = ZipFile.builder().setPath(file).get();
            return inside(name, zip, Files.size(file));
        } catch (IOException | RuntimeException e) {
            return refused(name, Unreadable.ARCHIVE_DAMAGED);
        }
    }

    private static Archive refused(String name, Unreadable why) {
        return new Archive(name, null, List.of(new RefusedCandidate(name, why)));
    }

    private static Archive inside(String name, ZipFile zip, long length) {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (claimsTooMuch(entries, length)) {
            return new Archive(name, zip, List.of(new RefusedCandidate(name, Unreadable.ARCHIVE_TOO_LARGE)));
        }
        List<Candidate> candidates = entries.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                .sorted(Comparator.comparing(ZipArchiveEntry::getName))
                .<Candidate>mapMulti((entry, found) -> {
                    String inner = name.isEmpty() ? entry.getName() : name + "!/" + entry.getName();
                    if (ends(entry, ".pdf")) {
                        found.accept(new EntryCandidate(inner, zip, entry));
                    } else if (ends(entry, ".zip")) {
                        found.accept(new RefusedCandidate(inner, Unreadable.ARCHIVE_INSIDE));
                    }
                })
                .toList();
        return new Archive(
                name,
                zip,
                candidates.isEmpty()
                        ? List.of(new RefusedCandidate(name, Unreadable.ARCHIVE_WITHOUT_PDF))
                        : candidates);
    }

    private static boolean ends(ZipArchiveEntry entry, String extension) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /** Entries that share their bytes, or that unpack to far more than a PDF ever does. */
    private static boolean claimsTooMuch(List<ZipArchiveEntry> entries, long length) {
        long packed = 0;
        long unpacked = 0;
        for (ZipArchiveEntry entry : entries) {
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
            if (packed > length || unpacked > FREE_BYTES + TOTAL_RATIO * length) {
                return true;
            }
        }
        return false;
    }

    /** The PDFs in it, by name. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** Why it was not opened, if so. */
    public Optional<Unreadable> refusal() {
        return candidates.get(0) instanceof RefusedCandidate refused
                        && refused.name().equals(name)
                ? Optional.of(refused.why())
                : Optional.empty();
    }

    /** Whether it is one signed container (ETSI EN 319 162-1) and not a bundle of files. */
    public boolean isContainer() {
        ZipArchiveEntry kind = zip == null ? null : zip.getEntry("mimetype");
        if (zip == null || kind == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(kind)) {
            return new String(in.readNBytes(60), StandardCharsets.US_ASCII).startsWith(CONTAINER);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
