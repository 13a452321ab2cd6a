package se.justera.signing;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESCommonParameters;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandler;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/**
 * DSS's service with three differences: it puts the finished signature into the prepared bytes in one step, where DSS
 * copies them byte by byte (98 % of the time for a large file); it does not read all objects to write an update; and it
 * refuses to certify what is signed already, where DSS silently leaves the certification out.
 */
final class InPlaceSignatureService extends PdfBoxSignatureService {

    /** For the container, the look of the signature with its font, and the validation data. */
    private static final int ROOM_FOR_MORE = 256 << 10;

    private int given;

    InPlaceSignatureService(PDFServiceMode mode, AppearanceFont font) {
        super(mode, parameters -> new AppearanceDrawer(font));
    }

    @Override
    protected PDSignature createSignatureDictionary(PDDocument pdf, PAdESCommonParameters parameters) {
        requireOpen(pdf);
        if (parameters instanceof PAdESSignatureParameters signature
                && signature.getPermission() != null
                && !pdf.getSignatureDictionaries().isEmpty()) {
            throw new SigningFailed("The document is signed already; the seal must be its first signature.");
        }
        return super.createSignatureDictionary(pdf, parameters);
    }

    private static void requireOpen(PDDocument pdf) {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
        if (pdf.isEncrypted()) {
            throw new SigningFailed("Nothing was signed: " + Refusal.ENCRYPTED);
        } else if (form != null && form.hasXFA()) {
            throw new SigningFailed("Nothing was signed: " + Refusal.XFA);
        }
    }

    @Override
    protected DSSMessageDigest computeDigest(DSSDocument document, PAdESCommonParameters parameters) {
        given = document instanceof InMemoryDocument held ? held.getBytes().length : 0;
        return super.computeDigest(document, parameters);
    }

    @Override
    public void saveDocumentIncrementally(PDDocument pdf, OutputStream out) {
        UnreadObjects.of(pdf.getDocument()).leftAside(() -> super.saveDocumentIncrementally(pdf, out));
    }

    @Override
    protected DSSResourcesHandler instantiateResourcesHandler() {
        return new PreparedBytes(given + ROOM_FOR_MORE);
    }

    @Override
    public DSSDocument sign(DSSDocument document, byte[] signature, PAdESCommonParameters parameters) {
        if (document instanceof InMemoryDocument given
                && parameters.getPdfSignatureCache().getToBeSignedDocument() instanceof InMemoryDocument prepared) {
            byte[] pdf = prepared.getBytes();
            Optional<SignatureContainer> container = SignatureContainer.find(pdf, given.getBytes().length);
            if (container.isPresent()) {
                parameters.reinit();
                container.get().fill(pdf, signature);
                return new InMemoryDocument(pdf, null, MimeTypeEnum.PDF);
            }
        }
        return super.sign(document, signature, parameters);
    }
}
