package se.justera.signing;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import se.justera.trust.TestTrust;
import se.justera.trust.TrustAnchors;

/** DSS with its default policy, offline. */
final class Dss {

    private Dss() {}

    /** Trusts the sample root alone; does not compare pages as pictures, which takes most of the time. */
    static Reports validate(byte[] pdf) {
        return validate(pdf, TestTrust.sample(Clock.systemUTC()).anchors(), Instant.now(Clock.systemUTC()));
    }

    static Reports validate(byte[] pdf, TrustAnchors anchors, Instant at) {
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        PdfBoxDefaultObjectFactory factory = new PdfBoxDefaultObjectFactory();
        factory.setPdfDifferencesFinder(differences);
        PDFDocumentValidator validator = validator(pdf, anchors, at);
        validator.setPdfObjFactory(factory);
        return validator.validateDocument();
    }

    /** As anybody's DSS does it, with nothing set. */
    static Reports validateAsStrangersDo(byte[] pdf) {
        return validator(pdf, TestTrust.sample(Clock.systemUTC()).anchors(), Instant.now(Clock.systemUTC()))
                .validateDocument();
    }

    private static PDFDocumentValidator validator(byte[] pdf, TrustAnchors anchors, Instant at) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors.source());
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        return validator;
    }
}
