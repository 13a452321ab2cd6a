package se.justera.signing;

import eu.europa.esig.dss.pdf.AbstractPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;

/** Gives DSS our way of writing signatures into a PDF. */
final class InPlacePdfFactory extends AbstractPdfObjFactory {

    private final AppearanceFont font = new AppearanceFont();

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return service(PDFServiceMode.SIGNATURE);
    }

    @Override
    public PDFSignatureService newContentTimestampService() {
        return service(PDFServiceMode.CONTENT_TIMESTAMP);
    }

    @Override
    public PDFSignatureService newSignatureTimestampService() {
        return service(PDFServiceMode.SIGNATURE_TIMESTAMP);
    }

    @Override
    public PDFSignatureService newArchiveTimestampService() {
        return service(PDFServiceMode.ARCHIVE_TIMESTAMP);
    }

    private PDFSignatureService service(PDFServiceMode mode) {
        return configure(new InPlaceSignatureService(mode, font));
    }
}
