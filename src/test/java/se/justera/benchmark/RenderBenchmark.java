package se.justera.benchmark;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.Loader;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.document.Drafts;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;

/**
 * How long it takes to set a protocol of 6 and one of 60 pages, beside a bare PDFBox load and save of the result, and
 * beside SHA-256, one P-256 signature and writing the file. Rounds are interleaved, so that a busy machine slows all
 * rows alike; processor time tells more than the clock there.
 */
public final class RenderBenchmark {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private RenderBenchmark() {}

    public static void main(String[] args) throws Exception {
        var typesetter = new ArchiveTypesetter(Clock.systemUTC());
        DocumentOrder six = protocol(1, 9);
        DocumentOrder sixty = protocol(25, 0);
        byte[] sixPages = typesetter.sealablePdf(six);
        byte[] sixtyPages = typesetter.sealablePdf(sixty);
        PrivateKey key = key();
        Path file = Files.createTempFile("render-benchmark", ".pdf");
        var rows = List.of(
                new Row("set " + pages(sixPages), WARM_UP, ROUNDS, () -> typesetter.sealablePdf(six)),
                new Row("PDFBox load + save", WARM_UP, ROUNDS, () -> loadAndSave(sixPages)),
                new Row("SHA-256 + P-256 + write", WARM_UP, ROUNDS, () -> signAndWrite(sixPages, key, file)),
                new Row("set " + pages(sixtyPages), WARM_UP / 10, ROUNDS / 6, () -> typesetter.sealablePdf(sixty)));
        for (Row row : rows) {
            row.warmUp();
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Row row : rows) {
                row.measure(round);
            }
        }
        Files.delete(file);
        double first = rows.get(0).processor();
        System.out.printf(Locale.ROOT, "%-32s %10s %10s %10s %8s%n", "", "median ms", "p90 ms", "CPU ms", "CPU ratio");
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %10.2f %10.2f %10.2f %8.2f%n",
                    row.name,
                    row.median(),
                    quantile(row.milliseconds, 0.9),
                    row.processor(),
                    row.processor() / first);
        }
        memory("6 pages", () -> typesetter.sealablePdf(six));
        memory("60 pages", () -> typesetter.sealablePdf(sixty));
    }

    /**
     * The most that the heap held above what it held before, and what was allocated in all. A collector that waits lets
     * garbage count as held, so a sample is taken after a collection that another thread asks for all the while.
     */
    private static void memory(String name, Callable<byte[]> work) throws Exception {
        var heap = ManagementFactory.getMemoryMXBean();
        work.call();
        System.gc();
        System.gc();
        long idle = heap.getHeapMemoryUsage().getUsed();
        var done = new AtomicBoolean();
        var held = new AtomicLong();
        var watcher = new Thread(() -> {
            while (!done.get()) {
                System.gc();
                held.accumulateAndGet(heap.getHeapMemoryUsage().getUsed(), Math::max);
            }
        });
        var threads = (com.sun.management.ThreadMXBean) THREADS;
        watcher.start();
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.call();
        allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
        done.set(true);
        watcher.join();
        System.out.printf(
                Locale.ROOT,
                "%-32s %7.1f MB held above idle at most, %7.1f MB allocated%n",
                name,
                (held.get() - idle) / 1e6,
                allocated / 1e6);
    }

    /** The board's protocol with its items repeated, and some of them once more. */
    private static DocumentOrder protocol(int times, int more) {
        Draft board = Drafts.read("board");
        var items = new ArrayList<Item>();
        for (int i = 0; i < times; i++) {
            items.addAll(board.items());
        }
        items.addAll(board.items().subList(0, more));
        return Drafts.order(new Draft(
                board.association(),
                board.kind(),
                board.body(),
                board.caseNumber(),
                board.pageFooter(),
                board.meeting(),
                board.attendance(),
                items,
                board.footnotes(),
                board.nextMeetings(),
                board.signatories()));
    }

    private static String pages(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages() + " pages, " + pdf.length / 1000 + " kB";
        }
    }

    private static byte[] loadAndSave(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var out = new ByteArrayOutputStream(pdf.length);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] signAndWrite(byte[] pdf, PrivateKey key, Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(pdf);
        Signature signature = Signature.getInstance("NONEwithECDSA");
        signature.initSign(key);
        signature.update(digest);
        Files.write(file, pdf);
        return signature.sign();
    }

    private static PrivateKey key() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }

    private static double quantile(List<Double> values, double part) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
    }

    /** One thing that is measured. */
    private static final class Row {

        private final String name;
        private final int warmUp;
        private final int rounds;
        private final Callable<byte[]> work;
        private final List<Double> milliseconds = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();

        Row(String name, int warmUp, int rounds, Callable<byte[]> work) {
            this.name = name;
            this.warmUp = warmUp;
            this.rounds = rounds;
            this.work = work;
        }

        void warmUp() throws Exception {
            for (int i = 0; i < warmUp; i++) {
                run(false);
            }
        }

        void measure(int round) throws Exception {
            if (round < rounds) {
                run(true);
            }
        }

        double median() {
            return quantile(milliseconds, 0.5);
        }

        double processor() {
            return quantile(processor, 0.5);
        }

        private void run(boolean record) throws Exception {
            long processorStart = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            byte[] result = work.call();
            long end = System.nanoTime();
            long processorEnd = THREADS.getCurrentThreadCpuTime();
            if (result.length == 0) {
                throw new IllegalStateException(name + " gave nothing");
            }
            if (record) {
                milliseconds.add((end - start) / 1e6);
                processor.add((processorEnd - processorStart) / 1e6);
            }
        }
    }
}
