package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets DSS read a PDF without comparing its revisions. */
final class UncomparedObjects extends PdfBoxNativeObjectFactory {

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Uncompared());
    }

    private static final class Uncompared extends RevisionsReadOnce {

        @Override
        @Nullable
        PdfModificationDetection changes(PdfDocumentReader revision, PdfDocumentReader file) {
            return null;
        }

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
