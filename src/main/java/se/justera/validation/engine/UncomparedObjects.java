package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.util.List;

/** Lets DSS read a PDF without comparing its revisions. */
final class UncomparedObjects extends PdfBoxNativeObjectFactory {

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Uncompared());
    }

    private static final class Uncompared extends RevisionsReadOnce {

        @Override
        public void analyzePdfModifications(DSSDocument document, List<AdvancedSignature> signatures, char[] password) {
            // that nothing was modified is known
        }

        @Override
        public void analyzeTimestampPdfModifications(
                DSSDocument document, List<TimestampToken> timestamps, char[] password) {
            // that nothing was modified is known
        }
    }
}
