package se.justera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import se.justera.validation.ValidationResult;
import se.justera.validation.batch.EarlierResults;
import se.justera.validation.batch.Table;

/** Where the lines of a batch go: standard output, or a file that an earlier run may have begun. */
final class ResultFile implements AutoCloseable {

    private final PrintWriter out;
    private final Table table;
    private final boolean ours;
    private final EarlierResults earlier;

    private ResultFile(PrintWriter out, Table table, boolean ours, EarlierResults earlier) {
        this.out = out;
        this.table = table;
        this.ours = ours;
        this.earlier = earlier;
    }

    /** A file that exists is only ever continued, and only if that is wanted. */
    static final class Exists extends IOException {

        Exists(Path file) {
            super("%s exists already; add --resume to go on with it, or name another file.".formatted(file));
        }
    }

    static ResultFile open(PrintWriter standard, @Nullable Path file, boolean resume, Table table) throws IOException {
        if (file == null) {
            ResultFile results = new ResultFile(standard, table, false, EarlierResults.none());
            table.head().forEach(standard::println);
            return results;
        }
        boolean begun = Files.exists(file) && Files.size(file) > 0;
        if (begun && !resume) {
            throw new Exists(file);
        }
        EarlierResults earlier = EarlierResults.read(file, table);
        boolean headed = begun && Files.size(file) > 0;
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        if (!headed) {
            table.head().forEach(out::println);
        }
        return new ResultFile(out, table, true, earlier);
    }

    EarlierResults earlier() {
        return earlier;
    }

    void write(ValidationResult result) {
        out.println(table.line(result));
        out.flush();
    }

    @Override
    public void close() {
        if (ours) {
            out.close();
        }
    }
}
