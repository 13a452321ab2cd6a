package se.justera.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
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
import se.justera.validation.Verdict;

/**
 * Files with very many signatures, each with its time-stamp: every signature has a revision of its own, so what is read
 * anew for each grows with their square. CPU time of the whole process.
 */
public final class ManySignaturesBenchmark {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Clock clock = Clock.systemUTC();
    private final Signing signing = TestSigning.sample(clock);
    private final Validation validation = new StrictValidation(
            List.of(TestTrust.sample(clock).anchors().source()), ValidationLimits.standard(), clock);

    private ManySignaturesBenchmark() {}

    /** Arguments: rounds of warm-up, rounds measured, then numbers of signatures; 3, 5, 26 and 51 unless told. */
    public static void main(String[] args) {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        List<Integer> numbers = args.length > 2
                ? List.of(args).subList(2, args.length).stream()
                        .map(Integer::valueOf)
                        .toList()
                : List.of(26, 51);
        ManySignaturesBenchmark benchmark = new ManySignaturesBenchmark();
        for (int number : numbers) {
            byte[] pdf = benchmark.signed(number);
            benchmark.validate(pdf, warmUp);
            long start = SYSTEM.getProcessCpuTime();
            benchmark.validate(pdf, rounds);
            System.out.printf(
                    Locale.ROOT,
                    "%d signatures, %d kB: %.0f CPU ms%n",
                    number,
                    pdf.length / 1000,
                    (SYSTEM.getProcessCpuTime() - start) / 1e6 / rounds);
        }
    }

    private void validate(byte[] pdf, int times) {
        for (int i = 0; i < times; i++) {
            Verdict verdict = validation.validate("", pdf, Locale.ENGLISH).verdict();
            if (verdict != Verdict.VALID) {
                throw new IllegalStateException(verdict.name());
            }
        }
    }

    /** The seal and so many people less one. */
    private byte[] signed(int number) {
        int people = number - 1;
        byte[] pdf = signing.seal(
                new ArchiveTypesetter(clock).sealablePdf(Drafts.order(People.sign(Drafts.read("board"), people))),
                "Förbundet Exempel");
        for (int n = 1; n <= people; n++) {
            pdf = signing.sign(pdf, TestSigning.order("sig_" + n, "Person " + n, clock.instant(), "Justerare"));
        }
        return pdf;
    }
}
