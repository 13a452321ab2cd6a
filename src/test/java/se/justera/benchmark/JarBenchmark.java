package se.justera.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.validation.SignedSample;

/**
 * The jar as anybody calls it ({@code java -jar}), on Linux: from the start to the first verdict; then a folder of files on one processor
 * and on all, with the memory that is resident in all of its processes. Arguments: the jar, starts, files.
 */
final class JarBenchmark {

    private static final List<String> ONE_PROCESSOR = List.of("taskset", "-c", "0");
    private static final String TRUST = Path.of("certs-sample", "trust").toString();
    private static final int READINGS = 50;

    private final String jar;

    private JarBenchmark(String jar) {
        this.jar = jar;
    }

    public static void main(String[] args) throws IOException {
        JarBenchmark benchmark = new JarBenchmark(args.length > 0 ? args[0] : "target/justera.jar");
        int starts = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        int files = args.length > 2 ? Integer.parseInt(args[2]) : 1_000;
        Path folder = Files.createTempDirectory("jar-benchmark");
        Path one = Files.write(folder.resolve("0.pdf"), SignedSample.preserved());
        try {
            benchmark.starts(one, starts);
            for (int n = 1; n < files; n++) {
                Files.createLink(folder.resolve(n + ".pdf"), one);
            }
            double alone = benchmark.batch(ONE_PROCESSOR, folder, files);
            double together = benchmark.batch(List.of(), folder, files);
            System.out.printf(Locale.ROOT, "all processors: %.2f times one's rate%n", together / alone);
        } finally {
            delete(folder);
        }
    }

    private void starts(Path file, int starts) throws IOException {
        double[] seconds = new double[starts];
        for (int n = 0; n < starts; n++) {
            long start = System.nanoTime();
            Process process = start(List.of(), file);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                valid(lines.readLine());
                seconds[n] = secondsSince(start);
            }
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "start to the first verdict, %d times: best %.2f s, median %.2f s%n",
                starts,
                seconds[0],
                seconds[starts / 2]);
    }

    /** Files a second, the first half left out, in which Java is not warm. */
    private double batch(List<String> before, Path folder, int files) throws IOException {
        Process process = start(before, folder);
        long half = 0;
        long resident = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int n = 0; n < files; n++) {
                valid(lines.readLine());
                if (n == files / 2) {
                    half = System.nanoTime();
                }
                if (n % Math.max(1, files / READINGS) == 0) {
                    resident = Math.max(resident, resident(process));
                }
            }
        }
        double rate = (files - 1 - files / 2) / secondsSince(half);
        System.out.printf(
                Locale.ROOT,
                "%d files, %s: %.1f a second, resident at most %d MB%n",
                files,
                before.isEmpty() ? "all processors" : "one processor",
                rate,
                resident >> 10);
        return rate;
    }

    private Process start(List<String> before, Path path) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar, "validate", "--trust", TRUST, path.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void valid(@Nullable String line) {
        if (line == null || !line.startsWith("VALID ")) {
            throw new IllegalStateException("not valid: " + line);
        }
    }

    private static double secondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    /** What the process and those that it started have had resident at most, in kB. */
    private static long resident(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(JarBenchmark::resident)
                .sum();
    }

    private static long resident(ProcessHandle process) {
        try (Stream<String> status = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> made = Files.list(folder)) {
            for (Path file : made.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
