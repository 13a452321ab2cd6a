package se.justera.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import se.justera.validation.NamedTrust;
import se.justera.validation.SignedSample;
import se.justera.validation.Validation;
import se.justera.validation.Verdict;
import se.justera.validation.batch.Batch;
import se.justera.validation.batch.Candidate;
import se.justera.validation.batch.Paths;

/**
 * How many files a second a batch validates on how many threads, and with how much memory. Arguments: files for the first
 * and last measurement, then numbers of threads in turn; run with {@code -Xmx400m}.
 */
final class BatchBenchmark {

    private static final Path TRUST = Path.of("certs-sample", "trust");
    private static final int WARM_UP = 300;

    private final Validation validation = NamedTrust.trusting(List.of(NamedTrust.read(TRUST, null)), Clock.systemUTC());

    private BatchBenchmark() {}

    public static void main(String[] args) throws IOException {
        int files = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        List<Integer> threads =
                args.length > 1 ? Stream.of(args).skip(1).map(Integer::valueOf).toList() : List.of(1, 2);
        Path folder = Files.createTempDirectory("batch");
        Path one = Files.write(folder.resolve("one.pdf"), SignedSample.preserved());
        for (int n = 1; n < files; n++) {
            Files.createLink(folder.resolve("%06d.pdf".formatted(n)), one);
        }
        List<Candidate> candidates = Paths.candidates(folder);
        BatchBenchmark benchmark = new BatchBenchmark();
        benchmark.rate(candidates.subList(0, Math.min(files, WARM_UP)), 2);
        for (int number : threads) {
            double rate = benchmark.rate(candidates, number);
            System.out.printf(
                    Locale.ROOT,
                    "%d files, %d threads: %.1f/s; heap at most %d MB, %d MB after a collection%n",
                    files,
                    number,
                    rate,
                    peak() >> 20,
                    live() >> 20);
        }
        try (Stream<Path> made = Files.list(folder)) {
            for (Path file : made.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private double rate(List<Candidate> candidates, int threads) {
        AtomicLong valid = new AtomicLong();
        Instant start = Instant.now();
        try (Batch batch = new Batch(
                validation,
                Locale.ENGLISH,
                threads,
                candidate -> false,
                answer -> answer.result()
                        .filter(result -> result.verdict() == Verdict.VALID)
                        .ifPresent(result -> valid.incrementAndGet()))) {
            candidates.forEach(batch::add);
            batch.finish();
        }
        if (valid.get() != candidates.size()) {
            throw new IllegalStateException(valid + " of " + candidates.size() + " are valid");
        }
        return candidates.size() / (Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
