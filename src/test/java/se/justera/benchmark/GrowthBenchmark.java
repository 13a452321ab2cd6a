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
                "%-10s %12s %15s   (CPU ms, medians of %d rounds)%n", "signatory", "sign", "validate", rounds);
        for (int n = 0; n < PEOPLE; n++) {
            System.out.printf(
                    Locale.ROOT, "%-10d %12.2f %15.2f%n", n + 1, median(measured, 2 * n), median(measured, 2 * n + 1));
        }
        System.out.printf(
                Locale.ROOT,
                "10th against 1st: sign %.2f, validate %.2f%n",
                median(measured, 2 * PEOPLE - 2) / median(measured, 0),
                median(measured, 2 * PEOPLE - 1) / median(measured, 1));
    }

    /** Signing and validating for each person in turn. */
    private double[] round() {
        double[] times = new double[2 * PEOPLE];
        byte[] pdf = sealed;
        for (int n = 0; n < PEOPLE; n++) {
            var order = TestSigning.order("sig_" + (n + 1), "Person " + (n + 1), clock.instant(), "Justerare");
            long start = SYSTEM.getProcessCpuTime();
            pdf = signing.sign(pdf, order);
            long between = SYSTEM.getProcessCpuTime();
            validation.validate("", pdf, Locale.ENGLISH);
            times[2 * n] = (between - start) / 1e6;
            times[2 * n + 1] = (SYSTEM.getProcessCpuTime() - between) / 1e6;
        }
        return times;
    }

    private static double median(List<double[]> measured, int column) {
        double[] values = measured.stream().mapToDouble(row -> row[column]).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
