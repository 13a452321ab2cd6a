package se.justera.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.TestTrust;

/**
 * A PDF of 50 MB: our signature beside the bare DSS call; and whether it can be made with 250 MB above what the heap holds
 * idle, tried in a Java of its own that gets no more than that.
 */
public final class LargeFileBenchmark {

    private static final int SIZE = 50 << 20;
    private static final int ALLOWANCE_MB = 250;

    private final Clock clock = Clock.systemUTC();
    private final Signing signing = TestSigning.sample(clock);
    private final SignatureOrder order = TestSigning.order("sig_1", "Åsa Öhrn-Älvsjö", clock.instant(), "Ordförande");

    private LargeFileBenchmark() {}

    /** Arguments: rounds of warm-up and rounds measured, 3 and 9 unless told; or {@code sign FILE} in the small Java. */
    public static void main(String[] args) throws Exception {
        LargeFileBenchmark benchmark = new LargeFileBenchmark();
        if (args.length == 2 && args[0].equals("sign")) {
            benchmark.signTwice(Path.of(args[1]));
        } else if (args.length == 2 && args[0].equals("idle")) {
            benchmark.warmUp();
            System.out.println(idleMegabytes());
        } else {
            int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 3;
            benchmark.compare(warmUp, args.length > 1 ? Integer.parseInt(args[1]) : 9);
        }
    }

    private void compare(int warmUp, int rounds) throws Exception {
        byte[] pdf = signing.seal(padded(small()), "Förbundet Exempel");
        BareDss bare = new BareDss(TestTrust.sample(clock), order);
        System.out.printf("sealed PDF of %d bytes, %d rounds%n", pdf.length, rounds);
        System.out.print(new Rounds()
                .with("signing.sign", () -> signing.sign(pdf, order))
                .with("bare DSS B-T, visible", () -> bare.visible(pdf, order))
                .with("bare DSS B-T, invisible", () -> bare.invisible(pdf, order))
                .run(warmUp, rounds)
                .report());
        Path file = Files.createTempFile("large", ".pdf");
        Files.write(file, pdf);
        long idle = Long.parseLong(inAnotherJava(512, "idle", file).strip());
        System.out.printf("idle heap %d MB; with %d MB: ", idle, idle + ALLOWANCE_MB);
        System.out.println(inAnotherJava(idle + ALLOWANCE_MB, "sign", file).strip());
        Files.delete(file);
    }

    private byte[] small() {
        return new ArchiveTypesetter(clock).sealablePdf(Drafts.order(Drafts.read("board")));
    }

    /** The classes are loaded and the font is read, as in a service that has signed before. */
    private void warmUp() {
        signing.sign(signing.seal(small(), "Förbundet Exempel"), order);
    }

    private void signTwice(Path file) throws IOException {
        warmUp();
        for (int i = 0; i < 2; i++) {
            int length = signing.sign(Files.readAllBytes(file), order).length;
            System.out.print("signed, " + length + " bytes; ");
        }
    }

    private static long idleMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** With data that does not compress, as scanned pages and pictures are. */
    private static byte[] padded(byte[] pdf) throws IOException {
        byte[] noise = new byte[SIZE];
        new Random(1).nextBytes(noise);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(noise);
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Noise"), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream(SIZE + pdf.length);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String inAnotherJava(long megabytes, String what, Path file) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, ""),
                LargeFileBenchmark.class.getName(),
                what,
                file.toString());
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return java.waitFor() == 0 ? said.lines().reduce((a, b) -> b).orElse("") : "FAILED: " + said;
    }
}
