package se.justera.validation.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Whether every reader sees the same in what was signed first. Whoever prepares a document before others sign it can write
 * an object or a name twice, so that one program shows the one and another the other (ISO 32000-2, 7.3.7, 7.5.4): nothing
 * was changed, and nobody can say what was signed. Sloppy tables alone mislead nobody, and neither does what says the same.
 */
public final class FirstReading {

    private static final Pattern OBJECT = Pattern.compile("(?<![0-9])(\\d{1,10})[\\s\\x00]+(\\d{1,5})[\\s\\x00]*obj");
    private static final Pattern TRAILER = Pattern.compile("trailer(?=[\\s\\x00]*<<)");

    private final Revision first;
    private final String text;
    /** Objects of which one reader may find another than we do. */
    private final Set<Long> doubtful = new HashSet<>();

    private FirstReading(Revision first) {
        this.first = first;
        this.text = new String(first.file(), 0, first.length(), StandardCharsets.ISO_8859_1);
    }

    /** What makes the first signed revision of a file read in different ways. */
    public static List<Finding> of(Revision first) {
        try {
            return new FirstReading(first).differs()
                    ? List.of(Finding.after(first.length(), Fault.FIRST_READING, 0))
                    : List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(Finding.after(first.length(), Fault.FIRST_READING, 0));
        }
    }

    private boolean differs() throws IOException {
        @Nullable UpdateTables tables = tables();
        if (tables == null) {
            anyTwice(first.places().keySet());
        } else {
            doubtful.addAll(tables.disputed());
            anyTwice(notWhereTheTablesSay(tables));
        }
        namesTwice();
        return trailerTwice() || shown();
    }

    /** Null where they can't be read to the letter, so that readers may build their own. */
    private @Nullable UpdateTables tables() {
        try {
            return UpdateTables.of(first);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private Set<COSObjectKey> notWhereTheTablesSay(UpdateTables tables) {
        Set<COSObjectKey> repaired = new HashSet<>();
        first.places().forEach((key, place) -> {
            UpdateTables.Row row = tables.rows().get(key.getNumber());
            if (row != null && row.kind() == UpdateTables.Kind.FREE) {
                doubtful.add(key.getNumber());
            } else if (row == null || !says(row, key, place)) {
                repaired.add(key);
            }
        });
        return repaired;
    }

    private boolean says(UpdateTables.Row row, COSObjectKey key, long place) {
        return switch (row.kind()) {
            case FREE -> false;
            case IN_USE ->
                UpdateTables.behindBlanks(first.file(), row.place()) == UpdateTables.behindBlanks(first.file(), place)
                        && row.generation() == key.getGeneration();
            case PACKED -> row.place() == -place;
        };
    }

    /** Of those of which nobody can say where they are, the ones that stand in the bytes in more than one place. */
    private void anyTwice(Set<COSObjectKey> unsure) {
        if (unsure.isEmpty()) {
            return;
        }
        Map<Long, Integer> last = new HashMap<>();
        Set<Long> twice = new HashSet<>();
        Matcher object = OBJECT.matcher(text);
        while (object.find()) {
            long number = Long.parseLong(object.group(1));
            if (last.put(number, object.start()) != null) {
                twice.add(number);
            }
        }
        for (COSObjectKey key : unsure) {
            Integer latest = last.get(key.getNumber());
            long place = first.places().getOrDefault(key, 0L);
            boolean elsewhere =
                    latest != null && (place < 0 || UpdateTables.behindBlanks(first.file(), place) != latest);
            if (elsewhere && (place < 0 || twice.contains(key.getNumber()))) {
                doubtful.add(key.getNumber());
            }
        }
    }

    private void namesTwice() throws IOException {
        Set<Long> holders = new HashSet<>();
        for (Map.Entry<COSObjectKey, Long> place : first.places().entrySet()) {
            if (place.getValue() < 0) {
                holders.add(-place.getValue());
            } else {
                Matcher object = OBJECT.matcher(text)
                        .region((int) UpdateTables.behindBlanks(first.file(), place.getValue()), text.length());
                if (object.lookingAt() && NamesTwice.differing(text, object.end())) {
                    doubtful.add(place.getKey().getNumber());
                }
            }
        }
        for (long number : holders) {
            PackedObjects packed = PackedObjects.of(first, number);
            doubtful.addAll(packed.twice());
            if (packed.namesDiffer()) {
                doubtful.addAll(packed.numbers());
            }
        }
    }

    private boolean trailerTwice() {
        return TRAILER.matcher(text).results().anyMatch(trailer -> NamesTwice.differing(text, trailer.end()));
    }

    private boolean shown() {
        if (doubtful.isEmpty()) {
            return false;
        }
        Set<COSObjectKey> reached = TailCheck.reachable(first.trailer().getItem(COSName.ROOT));
        reached.addAll(TailCheck.reachable(first.trailer().getItem(COSName.INFO)));
        return reached.stream().anyMatch(key -> doubtful.contains(key.getNumber()));
    }
}
