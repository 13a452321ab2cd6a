package se.justera.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Java's own threads have used of the processor, on Linux: compilers, memory, the program. */
final class Machinery {

    private static final long TICK = 10;

    private Machinery() {}

    static Map<String, Duration> cpu() throws IOException {
        Map<String, Duration> used = new TreeMap<>();
        Path tasks = Path.of("/proc/self/task");
        if (Files.isDirectory(tasks)) {
            try (Stream<Path> threads = Files.list(tasks)) {
                threads.forEach(thread -> add(thread, used));
            }
        }
        return used;
    }

    private static void add(Path thread, Map<String, Duration> used) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(numbers[11]) + Long.parseLong(numbers[12]);
            if (name.contains("Compiler")) {
                used.merge("Java's compilers", Duration.ofMillis(ticks * TICK), Duration::plus);
            } else if (name.startsWith("G1") || name.startsWith("GC")) {
                used.merge("collecting garbage", Duration.ofMillis(ticks * TICK), Duration::plus);
            }
        } catch (IOException e) {
            // the thread has ended
        }
    }
}
