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
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Whether every reader sees in an update what we compare. PDFBox repairs what it finds wrong and passes over objects that
 * an update frees; others show another page then. So the tables are read to the letter, and the objects also by their
 * bytes, as readers do that rebuild a table (ISO 32000-2, 7.5.4 to 7.5.8, annex C.2).
 */
public final class OtherReadings {

    private static final Pattern OBJECT = Pattern.compile("(\\d{1,10})[\\s\\x00]+(\\d{1,5})[\\s\\x00]*obj");
    private static final int LONGEST_HEAD = 100;

    private final Revision before;
    private final Revision after;
    private final UpdateTables tables;
    private final String added;
    private final Set<Long> known;
    /** Objects that are found at another place, or not at all, by who reads in another way. */
    private final Set<Long> doubtful;

    private OtherReadings(Revision before, Revision after, UpdateTables tables) {
        this.before = before;
        this.after = after;
        this.tables = tables;
        this.added = new String(
                after.file(), before.length(), after.length() - before.length(), StandardCharsets.ISO_8859_1);
        this.known = numbers(before.places().keySet());
        this.doubtful = new HashSet<>(tables.disputed());
    }

    /** What is wrong with the updates that lead from one revision to the next. */
    public static List<Finding> between(Revision before, Revision after) {
        try {
            UpdateTables tables = UpdateTables.between(before, after);
            return new OtherReadings(before, after, tables).differ()
                    ? List.of(Finding.after(before.length(), Fault.OTHER_READING, 0))
                    : List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(Finding.after(before.length(), Fault.TABLES_ODD, 0));
        }
    }

    private boolean differ() throws IOException {
        if (otherTrailer()) {
            return true;
        }
        Map<Long, List<Long>> packed = new HashMap<>();
        for (Map.Entry<Long, UpdateTables.Row> row : tables.rows().entrySet()) {
            switch (row.getValue().kind()) {
                case FREE -> doubtful.add(row.getKey());
                case IN_USE -> {
                    if (nameTwiceAt(inUse(row.getKey(), row.getValue()))) {
                        return true;
                    }
                }
                case PACKED -> {
                    if (packed(row.getKey(), row.getValue(), packed)) {
                        return true;
                    }
                }
            }
        }
        lyingReady();
        return shown();
    }

    /** All trailers lead to the same root, and nothing is encrypted on the way. */
    private boolean otherTrailer() {
        COSObjectKey root = Cos.key(after.trailer().getItem(COSName.ROOT));
        for (COSDictionary trailer : tables.trailers()) {
            COSBase own = trailer.getItem(COSName.ROOT);
            if (trailer.containsKey(COSName.ENCRYPT) || (own != null && !sameKey(own, root))) {
                return true;
            }
        }
        return tables.starts().stream().anyMatch(this::nameTwiceAt);
    }

    private static boolean sameKey(COSBase own, @Nullable COSObjectKey root) {
        return root != null && root.equals(Cos.key(own));
    }

    /** The place of an object that a table leads to; -1 where it is not there, or not where PDFBox found it. */
    private long inUse(long number, UpdateTables.Row row) {
        long place = UpdateTables.behindBlanks(after.file(), row.place());
        Long found = after.places().get(new COSObjectKey(number, (int) row.generation()));
        int at = (int) place - before.length();
        boolean there = at >= 0 && at < added.length() && isObject(number, row.generation(), at);
        if (!there || found == null || UpdateTables.behindBlanks(after.file(), found) != place) {
            doubtful.add(number);
            return -1;
        }
        return place;
    }

    private boolean isObject(long number, long generation, int at) {
        Matcher object = OBJECT.matcher(added).region(at, added.length());
        return object.lookingAt()
                && Long.parseLong(object.group(1)) == number
                && Long.parseLong(object.group(2)) == generation;
    }

    private boolean nameTwiceAt(long place) {
        if (place < before.length()) {
            return false;
        }
        int at = (int) place - before.length();
        Matcher object = OBJECT.matcher(added).region(at, added.length());
        int body = object.lookingAt() ? object.end() : added.indexOf("trailer", at) + "trailer".length();
        return NamesTwice.in(added, body);
    }

    /** Whether a name stands twice in the object stream, which is looked through once. */
    private boolean packed(long number, UpdateTables.Row row, Map<Long, List<Long>> seen) throws IOException {
        boolean twice = false;
        List<Long> numbers = seen.get(row.place());
        if (numbers == null) {
            PackedObjects objects = PackedObjects.of(after, row.place());
            numbers = objects.numbers();
            seen.put(row.place(), numbers);
            twice = objects.nameTwice();
        }
        Long found = after.places().get(new COSObjectKey(number, 0));
        boolean once = numbers.stream().filter(one -> one == number).count() == 1;
        boolean atItsPlace = row.generation() < numbers.size() && numbers.get((int) row.generation()) == number;
        if (!once || !atItsPlace || found == null || found != -row.place()) {
            doubtful.add(number);
        }
        return twice;
    }

    private static Set<Long> numbers(Set<COSObjectKey> keys) {
        return keys.stream().map(COSObjectKey::getNumber).collect(Collectors.toSet());
    }

    /** Whoever rebuilds a table takes the last object of a number that stands in the bytes, wherever that is. */
    private void lyingReady() {
        Map<Long, Integer> last = new HashMap<>();
        for (int at = added.indexOf("obj"); at >= 0; at = added.indexOf("obj", at + 3)) {
            Matcher object = OBJECT.matcher(added).region(Math.max(0, at - LONGEST_HEAD), at + 3);
            while (object.find()) {
                if (object.end() == at + 3) {
                    last.put(Long.parseLong(object.group(1)), object.start() + before.length());
                }
            }
        }
        last.forEach((number, place) -> {
            if (known.contains(number) && !tables.starts().contains(place) && !isItsPlace(number, place)) {
                doubtful.add(number);
            }
        });
    }

    private boolean isItsPlace(long number, long place) {
        UpdateTables.Row row = tables.rows().get(number);
        if (row != null && row.kind() == UpdateTables.Kind.PACKED) {
            UpdateTables.Row holder = tables.rows().get(row.place());
            return holder != null && holder.place() > place;
        }
        return row != null
                && row.kind() == UpdateTables.Kind.IN_USE
                && UpdateTables.behindBlanks(after.file(), row.place()) == place;
    }

    /** Whether the document leads to a doubtful object, or to one of another generation than it has. */
    private boolean shown() {
        boolean otherGeneration = after.places().keySet().stream().anyMatch(this::isOfAnotherGeneration);
        // an object that was there is found again by PDFBox even where its table has lost it
        boolean doubt = doubtful.stream().anyMatch(known::contains)
                || after.places().keySet().stream().anyMatch(key -> doubtful.contains(key.getNumber()));
        if (!otherGeneration && !doubt) {
            return false;
        }
        Set<COSObjectKey> reached = TailCheck.reachable(after.trailer().getItem(COSName.ROOT));
        reached.addAll(TailCheck.reachable(after.trailer().getItem(COSName.INFO)));
        return reached.stream().anyMatch(key -> doubtful.contains(key.getNumber()) || isOfAnotherGeneration(key));
    }

    private boolean isOfAnotherGeneration(COSObjectKey key) {
        UpdateTables.Row row = tables.rows().get(key.getNumber());
        long generation = row != null && row.kind() == UpdateTables.Kind.IN_USE ? row.generation() : 0;
        return row != null && row.kind() != UpdateTables.Kind.FREE && generation != key.getGeneration();
    }
}
