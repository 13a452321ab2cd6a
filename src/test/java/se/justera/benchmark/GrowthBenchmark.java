package se.justera.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.TestTrust;
import se.justera.validation.StrictValidation;
import se.justera.validation.Validation;
import se.justera.validation.ValidationLimits;

/**
 * What the first and what the tenth signatory waits for: signing on top of the earlier signatures, and validating the
 * result. CPU time of the whole process, since validation has a thread of its own.
 */
public final class GrowthBenchmark {

    private static final int PEOPLE = 10;
    private static final int COLUMNS = 3;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Clock clock = Clock.systemUTC();
    private final Signing signing = TestSigning.sample(clock);
    private final Validation validation = new StrictValidation(
            List.of(TestTrust.sample(clock).anchors().source()), ValidationLimits.standard(), clock);
    private final byte[] sealed = signing.seal(
            new ArchiveTypesetter(clock).sealablePdf(Drafts.order(People.sign(Drafts.read("board"), PEOPLE))),
            "Förbundet Exempel");

    private GrowthBenchmark() {}

    /** Prints the medians. Arguments: rounds of warm-up and rounds measured, 20 and 30 unless told. */
    public static void main(String[] args) {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        GrowthBenchmark benchmark = new GrowthBenchmark();
        for (int i = 0; i < warmUp; i++) {
            benchmark.round();
        }
        List<double[]> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(benchmark.round());
        }
        System.out.printf(
                "%-10s %12s %15s %18s   (CPU ms, medians of %d rounds)%n",
                "signatory", "sign", "validate", "validate the next", rounds);
        for (int n = 0; n < PEOPLE; n++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10d %12.2f %15.2f %18.2f%n",
                    n + 1,
                    median(measured, COLUMNS * n),
                    median(measured, COLUMNS * n + 1),
                    median(measured, COLUMNS * n + 2));
        }
        System.out.printf(
                Locale.ROOT,
                "10th against 1st: sign %.2f, validate %.2f, validate the next %.2f%n",
                last(measured, 0) / median(measured, 0),
                last(measured, 1) / median(measured, 1),
                last(measured, 2) / median(measured, 2));
    }

    /** For each person in turn: signing, validating all of the result, and only what is new in it. */
    private double[] round() {
        double[] times = new double[COLUMNS * PEOPLE];
        byte[] pdf = sealed;
        validation.verdict(pdf);
        for (int n = 0; n < PEOPLE; n++) {
            var order = TestSigning.order("sig_" + (n + 1), "Person " + (n + 1), clock.instant(), "Justerare");
            byte[] before = pdf;
            long start = SYSTEM.getProcessCpuTime();
            byte[] signed = signing.sign(before, order);
            long made = SYSTEM.getProcessCpuTime();
            validation.verdictOfNext(before, signed);
            long next = SYSTEM.getProcessCpuTime();
            validation.validate("", signed, Locale.ENGLISH);
            times[COLUMNS * n] = (made - start) / 1e6;
            times[COLUMNS * n + 1] = (SYSTEM.getProcessCpuTime() - next) / 1e6;
            times[COLUMNS * n + 2] = (next - made) / 1e6;
            pdf = signed;
        }
        return times;
    }

    private static double last(List<double[]> measured, int column) {
        return median(measured, COLUMNS * (PEOPLE - 1) + column);
    }

    private static double median(List<double[]> measured, int column) {
        double[] values = measured.stream().mapToDouble(row -> row[column]).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
