package se.justera.desk;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.validation.TextMarks;

/**
 * The marks of the texts of published minutes. How many of them must be found in a file differs from file to file, and
 * nobody can foretell it: else one could try out, word by word, what is masked in a copy for publication.
 */
@Repository
class MarkedTexts {

    private static final int AT_A_TIME = 1_000;
    /** In a hundred; a copy has nearly all. */
    private static final int AT_LEAST = 70;

    private static final int AT_MOST = 90;

    private final JdbcClient database;
    private final byte[] secret = new byte[32];

    MarkedTexts(JdbcClient database, SecureRandom random) {
        this.database = database;
        random.nextBytes(secret);
    }

    /** All that have been marked, also those with too little text. */
    Set<MinutesId> marked() {
        return new HashSet<>(database.sql("select minutes_id from marked_text")
                .query((row, number) -> new MinutesId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Whether there is any text to be recognised. */
    boolean any() {
        return !database.sql("select 1 from marked_text where marks > 0 fetch first 1 rows only")
                .query()
                .listOfRows()
                .isEmpty();
    }

    @Transactional
    public void mark(MinutesId minutes, TextMarks marks) {
        database.sql("insert into marked_text (minutes_id, marks) values (?, ?)")
                .params(minutes.value(), marks.values().size())
                .update();
        for (long mark : marks.values()) {
            database.sql("insert into text_mark (minutes_id, mark) values (?, ?)")
                    .params(minutes.value(), mark)
                    .update();
        }
    }

    /**
     * Minutes of which a text has enough of the marks and not many others, those with most of them first: what the
     * minutes of a body all say does not make one a copy of another.
     */
    List<MinutesId> in(TextMarks text) {
        Map<UUID, Integer> found = new HashMap<>();
        List<Long> marks = List.copyOf(text.values());
        for (int from = 0; from < marks.size(); from += AT_A_TIME) {
            database.sql("select minutes_id from text_mark where mark in (:marks)")
                    .param("marks", marks.subList(from, Math.min(marks.size(), from + AT_A_TIME)))
                    .query(row -> {
                        found.merge(row.getObject(1, UUID.class), 1, Integer::sum);
                    });
        }
        List<UUID> enough = new ArrayList<>(found.keySet());
        int needed = needed(marks);
        enough.removeIf(
                minutes -> found.getOrDefault(minutes, 0) * 100 < Math.max(marks(minutes), marks.size()) * needed);
        enough.sort((one, other) -> Integer.compare(found.getOrDefault(other, 0), found.getOrDefault(one, 0)));
        return enough.stream().map(MinutesId::new).toList();
    }

    private int needed(List<Long> marks) {
        ByteBuffer all =
                ByteBuffer.allocate(secret.length + marks.size() * Long.BYTES).put(secret);
        marks.stream().sorted().forEach(all::putLong);
        int drawn = Integer.parseInt(Sha256.of(all.array()).hex().substring(0, 6), 16);
        return AT_LEAST + drawn % (AT_MOST - AT_LEAST + 1);
    }

    private int marks(UUID minutes) {
        return database.sql("select marks from marked_text where minutes_id = ?")
                .param(minutes)
                .query(Integer.class)
                .single();
    }
}
