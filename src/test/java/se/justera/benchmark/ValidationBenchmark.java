package se.justera.benchmark;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.justera.trust.TestTrust;
import se.justera.validation.SignedSample;
import se.justera.validation.StrictValidation;
import se.justera.validation.Validation;
import se.justera.validation.ValidationLimits;
import se.justera.validation.engine.EngineReports;

/**
 * The strict validation of a finished protocol (a seal and three signatures, B-LTA) beside DSS as it comes, beside DSS
 * without its comparisons, and beside SHA-256 of the file. DSS makes its
 * reports in each of its calls, and writes them as XML only when asked, as we do.
 */
public final class ValidationBenchmark {

    private final byte[] pdf = SignedSample.preserved();
    private final CertificateSource anchors =
            TestTrust.sample(Clock.systemUTC()).anchors().source();
    private final Validation strict =
            new StrictValidation(List.of(anchors), ValidationLimits.standard(), Clock.systemUTC());

    private ValidationBenchmark() {}

    /** Prints the medians. Arguments: rounds of warm-up and rounds measured, 30 and 60 unless told. */
    public static void main(String[] args) throws Exception {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        ValidationBenchmark benchmark = new ValidationBenchmark();
        System.out.printf("PDF of %d bytes, 4 signatures, B-LTA, %d rounds%n", benchmark.pdf.length, rounds);
        System.out.print(benchmark.rounds().run(warmUp, rounds).report());
    }

    private Rounds rounds() {
        IPdfObjFactory asItComes = new PdfBoxNativeObjectFactory();
        IPdfObjFactory noPictures = factory(false);
        IPdfObjFactory noComparison = factory(true);
        return new Rounds()
                .with("strict verdict with all reports", () -> strict.report("p.pdf", pdf, Locale.ENGLISH))
                .with("strict verdict with all reports, written as XML", this::written)
                .with("strict verdict alone", () -> strict.validate("p.pdf", pdf, Locale.ENGLISH))
                .with("DSS as it comes", () -> dss(asItComes))
                .with("DSS without comparing pictures", () -> dss(noPictures))
                .with("DSS without comparing anything", () -> dss(noComparison))
                .with(
                        "SHA-256 of the file",
                        () -> MessageDigest.getInstance("SHA-256").digest(pdf));
    }

    private Object written() {
        EngineReports reports = strict.report("p.pdf", pdf, Locale.ENGLISH).engine();
        return Stream.of(EngineReports.Kind.values()).map(reports::xml).toList();
    }

    private static IPdfObjFactory factory(boolean noObjects) {
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        factory.setPdfDifferencesFinder(differences);
        if (noObjects) {
            DefaultPdfObjectModificationsFinder objects = new DefaultPdfObjectModificationsFinder();
            objects.setMaximumObjectVerificationDeepness(0);
            factory.setPdfObjectModificationsFinder(objects);
        }
        return factory;
    }

    private Object dss(IPdfObjFactory factory) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setAIASource(null);
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf, "p.pdf"));
        validator.setCertificateVerifier(verifier);
        validator.setPdfObjFactory(factory);
        return validator.validateDocument();
    }
}
