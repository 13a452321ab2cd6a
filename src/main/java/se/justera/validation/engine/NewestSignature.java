package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pades.validation.PdfSignatureField;
import eu.europa.esig.dss.pades.validation.dss.PdfCompositeDssDictionary;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfDocDssRevision;
import eu.europa.esig.dss.pdf.PdfDssDict;
import eu.europa.esig.dss.pdf.PdfSigDictWrapperFactory;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.SingleDssDict;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets DSS see of a PDF the one signature that covers all of it, and the file's validation data; for a file of which all
 * else is known already.
 */
final class NewestSignature extends PdfBoxNativeObjectFactory {

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Service());
    }

    private static final class Service extends PdfBoxSignatureService {

        Service() {
            super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        }

        @Override
        public List<PdfRevision> getRevisions(DSSDocument document, char @Nullable [] password) {
            List<PdfRevision> revisions = new ArrayList<>();
            try (PdfBoxDocumentReader reader = new PdfBoxDocumentReader(document)) {
                PdfDict catalog = reader.getCatalogDictionary();
                PdfDssDict data = SingleDssDict.extract(catalog);
                PdfCompositeDssDictionary all = new PdfCompositeDssDictionary();
                all.populateFromDssDictionary(data);
                PdfDict form = catalog.getAsDict("AcroForm");
                PdfArray fields = form == null ? null : form.getAsArray("Fields");
                for (int i = 0; fields != null && i < fields.size(); i++) {
                    PdfDict field = fields.getAsDict(i);
                    PdfDict signature = field == null ? null : field.getAsDict("V");
                    if (signature != null && endsAt(document, signature.getAsArray("ByteRange"))) {
                        revisions.add(revision(document, field, signature, all));
                    }
                }
                if (data != null) {
                    revisions.add(new PdfDocDssRevision(all, data));
                }
                return revisions;
            } catch (IOException e) {
                throw new DSSException(e);
            }
        }

        private PdfRevision revision(
                DSSDocument document, PdfDict field, PdfDict entries, PdfCompositeDssDictionary data) {
            PdfSignatureDictionary signature = new PdfSigDictWrapperFactory(entries).create();
            signature.checkConsistency(signature);
            ByteRange range = signature.getByteRange();
            range.setValid(validateByteRange(range, document, signature.getContents()));
            DSSDocument signed = range.isValid()
                    ? new PdfByteRangeDocument(document, range)
                    : InMemoryDocument.createEmptyDocument();
            return new PdfSignatureRevision(
                    signature,
                    data,
                    null,
                    List.of(new PdfSignatureField(field)),
                    signed,
                    InMemoryDocument.createEmptyDocument(),
                    true);
        }

        private static boolean endsAt(DSSDocument document, @Nullable PdfArray range) {
            return document instanceof InMemoryDocument held
                    && range != null
                    && range.size() == 4
                    && range.getNumber(2).longValue() + range.getNumber(3).longValue() == held.getBytes().length;
        }

        @Override
        public void analyzePdfModifications(DSSDocument document, List<AdvancedSignature> signatures, char[] password) {
            // nothing stands behind the newest signature
        }

        @Override
        public void analyzeTimestampPdfModifications(
                DSSDocument document, List<TimestampToken> timestamps, char[] password) {
            // nothing stands behind the newest signature
        }
    }
}
