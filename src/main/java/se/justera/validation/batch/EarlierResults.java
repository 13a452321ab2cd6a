package se.justera.validation.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.justera.validation.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an earlier run wrote, as NDJSON or CSV: a file of the same name and the same bytes is not validated again. */
public final class EarlierResults {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Line> lines;

    private EarlierResults(Map<String, Line> lines) {
        this.lines = lines;
    }

    private record Line(String sha256, Verdict verdict) {}

    public static EarlierResults none() {
        return new EarlierResults(Map.of());
    }

    /** Reads what is there, and cuts off a last line that an interrupted run did not finish. */
    public static EarlierResults read(Path output, Table table) throws IOException {
        if (!Files.exists(output)) {
            return none();
        }
        cutUnfinished(output);
        Map<String, Line> lines = new HashMap<>();
        try (Stream<String> written = Files.lines(output, StandardCharsets.UTF_8)) {
            written.forEach(
                    line -> parsed(line, table).ifPresent(known -> lines.put(known.getKey(), known.getValue())));
        }
        return new EarlierResults(lines);
    }

    private static void cutUnfinished(Path output) throws IOException {
        try (FileChannel file = FileChannel.open(output, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = file.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0) {
                one.clear();
                file.read(one, end - 1);
                if (one.get(0) == '\n') {
                    break;
                }
                end--;
            }
            file.truncate(end);
        }
    }

    private static Optional<Map.Entry<String, Line>> parsed(String line, Table table) {
        try {
            List<String> cells = table == Table.CSV ? CsvLine.cells(line) : json(line);
            return cells.size() < 3 || cells.get(1).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Map.entry(cells.get(0), new Line(cells.get(1), Verdict.valueOf(cells.get(2)))));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty(); // the head of a table, or a line of something else
        }
    }

    private static List<String> json(String line) {
        JsonNode result = MAPPER.readTree(line);
        return List.of(
                result.path("file").asString(""),
                result.path("sha256").asString(""),
                result.path("verdict").asString(""));
    }

    /** Whether the candidate stands there with the bytes that it has now. */
    public boolean holds(Candidate candidate) {
        Line line = lines.get(candidate.name());
        return line != null
                && candidate
                        .sha256()
                        .filter(now -> now.hex().equals(line.sha256()))
                        .isPresent();
    }

    /** The verdict that stands there. */
    public Optional<Verdict> verdict(String name) {
        return Optional.ofNullable(lines.get(name)).map(Line::verdict);
    }
}
