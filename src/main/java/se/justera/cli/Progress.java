package se.justera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One line on a terminal that says how far a batch has come; nothing where standard error is no terminal. */
final class Progress {

    private static final int WIDTH = 24;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String CLEAR = "\r\u001b[K";
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintWriter err;
    private final Clock clock;
    private final boolean shown;
    private final Instant start;
    private Instant drawn = Instant.EPOCH;
    private long total;
    private long done;

    Progress(PrintWriter err, Clock clock, boolean shown) {
        this.err = err;
        this.clock = clock;
        this.shown = shown;
        this.start = clock.instant();
    }

    /** Whether standard error is a terminal. Java does not say; Linux does, and on others there is no bar. */
    static boolean onTerminal() {
        try {
            if (Files.exists(STANDARD_ERROR)) {
                return Files.readSymbolicLink(STANDARD_ERROR).toString().matches("/dev/(pts/\\d+|tty.*|console)");
            }
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        return false;
    }

    void expect(long more) {
        total += more;
    }

    void step() {
        done++;
        Instant now = clock.instant();
        if (shown && total > 1 && Duration.between(drawn, now).compareTo(PAUSE) >= 0) {
            drawn = now;
            err.print(CLEAR + bar(now));
            err.flush();
        }
    }

    /** Makes room for a line of results on the same terminal. */
    void clear() {
        if (shown && !drawn.equals(Instant.EPOCH)) {
            err.print(CLEAR);
            err.flush();
            drawn = Instant.EPOCH;
        }
    }

    private String bar(Instant now) {
        int filled = (int) (WIDTH * done / Math.max(1, total));
        double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
        double rate = done / seconds;
        long left = (long) ((total - done) / rate);
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d  %.0f/s  %d:%02d",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                total,
                rate,
                left / 60,
                left % 60);
    }
}
