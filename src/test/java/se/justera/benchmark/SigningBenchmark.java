package se.justera.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.TestTrust;

/**
 * One person's signature, B-T, with one-time key and certificate, on a sealed protocol; beside the bare DSS call with a
 * key made before, and beside SHA-256, one P-256 signature and writing the file. Then the step from B-T to B-LTA.
 */
public final class SigningBenchmark {

    private static final int PEOPLE = 4;

    private final Clock clock = Clock.systemUTC();
    private final TestTrust trust = TestTrust.sample(clock);
    private final Signing signing = TestSigning.sample(clock);
    private final SignatureOrder order = TestSigning.order("sig_1", "Åsa Öhrn-Älvsjö", clock.instant(), "Ordförande");
    private final BareDss bare = new BareDss(trust, order);
    private final byte[] pdf;
    private final byte[] signed;
    private final Path file;

    private SigningBenchmark() throws Exception {
        var order = Drafts.order(People.sign(Drafts.read("board"), PEOPLE));
        pdf = signing.seal(new ArchiveTypesetter(clock).sealablePdf(order), "Förbundet Exempel");
        byte[] all = pdf;
        for (int n = 1; n <= PEOPLE; n++) {
            all = signing.sign(all, TestSigning.order("sig_" + n, "Person " + n, clock.instant(), "Justerare"));
        }
        signed = all;
        file = Files.createTempFile("signed", ".pdf");
    }

    /** Prints the medians. Arguments: rounds of warm-up and rounds measured, 150 and 300 unless told. */
    public static void main(String[] args) throws Exception {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 150;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        SigningBenchmark benchmark = new SigningBenchmark();
        System.out.printf("sealed PDF of %d bytes, %d rounds%n", benchmark.pdf.length, rounds);
        System.out.print(benchmark.oneSignature().run(warmUp, rounds).report());
        System.out.printf("PDF with %d signatures of %d bytes%n", PEOPLE, benchmark.signed.length);
        System.out.print(benchmark.preservation().run(warmUp / 2, rounds / 2).report());
        Files.delete(benchmark.file);
    }

    private Rounds oneSignature() {
        return new Rounds()
                .with("signing.sign: one-time key, certificate, B-T, visible", () -> signing.sign(pdf, order))
                .with("bare DSS B-T, key made before, visible (its text drawer)", () -> bare.visible(pdf, order))
                .with("bare DSS B-T, key made before, invisible", () -> bare.invisible(pdf, order))
                .with("SHA-256 + P-256 signature + file written", this::floor);
    }

    private Rounds preservation() {
        return new Rounds()
                .with("signing.preserve: 4 signatures from B-T to B-LTA", () -> signing.preserve(signed))
                .with("bare DSS extendDocument to B-LTA", () -> bare.extended(signed));
    }

    private Object floor() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(pdf);
        byte[] value = bare.sign(digest);
        Files.write(file, pdf);
        return value;
    }
}
