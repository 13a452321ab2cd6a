package se.justera.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Until when which algorithm counts as strong (ETSI TS 119 312, clause 8), read once from its table. */
@Component
final class CryptographicSuites {

    /** For what the table gives no end. */
    static final Instant NO_END_SET = Instant.parse("9999-12-31T00:00:00Z");

    /** A line of the table. */
    record Row(String algorithm, int leastBits, Instant weakFrom) {}

    private final List<Row> rows;

    CryptographicSuites(SigningSettings settings) {
        this.rows = read(settings.algorithms());
    }

    /**
     * The day from which the algorithm is weak.
     *
     * @param bits of the key; for a hash function 0
     * @return the distant past for an algorithm or a length that is in no row
     */
    Instant weakFrom(String algorithm, int bits) {
        return rows.stream()
                .filter(row -> row.algorithm().equals(algorithm) && row.leastBits() <= bits)
                .max(Comparator.comparingInt(Row::leastBits))
                .map(Row::weakFrom)
                .orElse(Instant.EPOCH);
    }

    List<Row> rows() {
        return rows;
    }

    private static List<Row> read(Resource table) {
        try (InputStream in = table.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(CryptographicSuites::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The table that justera.signing.algorithms names (%s) cannot be read."
                            .formatted(table.getDescription()),
                    e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(";", -1);
        try {
            String date = cells[2].strip();
            String bits = cells[1].strip();
            Instant weakFrom = date.isEmpty()
                    ? NO_END_SET
                    : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
            return new Row(cells[0].strip(), bits.isEmpty() ? 0 : Integer.parseInt(bits), weakFrom);
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "The table of justera.signing.algorithms holds the line '%s'; write for instance 'ECDSA ; 256 ; 2035-01-01'."
                            .formatted(line),
                    e);
        }
    }
}
