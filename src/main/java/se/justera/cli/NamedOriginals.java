package se.justera.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.document.extract.Extract;
import se.justera.kernel.Sha256;
import se.justera.validation.KnownExtracts;
import se.justera.validation.ValidationLimits;

/** Originals of extracts among files that were named. Each file is read once, and only if there is an extract. */
final class NamedOriginals implements KnownExtracts {

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LINE_END = 2;
    private static final int MOST_REVISIONS = 1_000;

    private final List<Path> files;
    private final boolean exhaustive;
    private @Nullable Map<Sha256, Path> revisions;

    /** @param exhaustive true if nothing else counts as an original */
    NamedOriginals(List<Path> files, boolean exhaustive) {
        this.files = files;
        this.exhaustive = exhaustive;
    }

    /** The file itself, or the PDF files in the folder and below. A folder that cannot be read has none. */
    static Stream<Path> filesIn(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    @Override
    public synchronized Optional<Original> originalOf(Extract claimedExtract) {
        if (revisions == null) {
            revisions = new HashMap<>();
            for (Path file : files) {
                for (Sha256 revision : revisionsOf(file)) {
                    revisions.putIfAbsent(revision, file);
                }
            }
        }
        return Optional.ofNullable(revisions.get(claimedExtract.original().sealedSha256()))
                .map(NamedOriginals::read)
                .filter(pdf -> pdf.length > 0)
                .map(pdf -> new Original(pdf, false));
    }

    @Override
    public boolean isExhaustive() {
        return exhaustive;
    }

    /** The hash of the file up to each place where a revision can end. */
    private static Set<Sha256> revisionsOf(Path file) {
        byte[] pdf = read(file);
        var found = new HashSet<Sha256>();
        MessageDigest digest = sha256();
        int hashed = 0;
        for (int end = next(pdf, 0); end > 0 && found.size() < MOST_REVISIONS; end = next(pdf, end)) {
            for (int at = end; at <= Math.min(end + LONGEST_LINE_END, pdf.length); at++) {
                digest.update(pdf, hashed, at - hashed);
                hashed = at;
                found.add(soFar(digest));
            }
        }
        return found;
    }

    /** Behind the next end mark; -1 if there is none. */
    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - END.length; at++) {
            int same = 0;
            while (same < END.length && pdf[at + same] == END[same]) {
                same++;
            }
            if (same == END.length) {
                return at + END.length;
            }
        }
        return -1;
    }

    private static byte[] read(Path file) {
        try {
            boolean readable = Files.isRegularFile(file)
                    && Files.size(file) <= ValidationLimits.standard().maxSize().toBytes();
            return readable ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static Sha256 soFar(MessageDigest digest) {
        try {
            return new Sha256(HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
