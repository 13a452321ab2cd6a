package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pades.validation.PdfSignatureField;
import eu.europa.esig.dss.pades.validation.dss.PdfCompositeDssDictionary;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfDocDssRevision;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfDssDict;
import eu.europa.esig.dss.pdf.PdfSigDictWrapperFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets DSS see of a PDF the one signature that covers all of it, and the file's validation data; for a file of which all
 * else is known already.
 */
final class NewestSignature extends PdfBoxNativeObjectFactory {

    private final int length;

    /** @param length the file's, at which the signature's revision ends */
    NewestSignature(int length) {
        this.length = length;
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Service(length));
    }

    private static final class Service extends PdfBoxSignatureService {

        private final int length;
        private @Nullable Reader whole;

        Service(int length) {
            super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
            this.length = length;
        }

        /** What stood before the signature is asked for its validation data only, which is known to be the same. */
        @Override
        protected PdfDocumentReader loadPdfDocumentReader(DSSDocument document, char @Nullable [] password)
                throws IOException {
            Reader known = whole;
            if (known == null) {
                known = new Reader(document, length);
                whole = known;
            }
            return known;
        }

        @Override
        public List<PdfRevision> getRevisions(DSSDocument document, char @Nullable [] password) {
            List<PdfRevision> revisions = new ArrayList<>(super.getRevisions(document, password));
            PdfDssDict data = whole == null ? null : whole.getDSSDictionary();
            if (data != null) {
                PdfCompositeDssDictionary all = new PdfCompositeDssDictionary();
                all.populateFromDssDictionary(data);
                revisions.add(new PdfDocDssRevision(all, data));
            }
            return revisions;
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

    private static final class Reader extends PdfBoxDocumentReader {

        private final int length;
        private @Nullable Map<PdfSignatureDictionary, List<PdfSignatureField>> newest;

        Reader(DSSDocument document, int length) throws IOException {
            super(document);
            this.length = length;
        }

        @Override
        public Map<PdfSignatureDictionary, List<PdfSignatureField>> extractSigDictionaries() {
            Map<PdfSignatureDictionary, List<PdfSignatureField>> known = newest;
            if (known == null) {
                known = newest();
                newest = known;
            }
            return known;
        }

        private Map<PdfSignatureDictionary, List<PdfSignatureField>> newest() {
            PdfDict form = getCatalogDictionary().getAsDict("AcroForm");
            PdfArray fields = form == null ? null : form.getAsArray("Fields");
            for (int i = 0; fields != null && i < fields.size(); i++) {
                PdfDict field = fields.getAsDict(i);
                PdfDict signature = field == null ? null : field.getAsDict("V");
                if (signature != null && endsTheFile(signature.getAsArray("ByteRange"))) {
                    return Map.of(
                            new PdfSigDictWrapperFactory(signature).create(), List.of(new PdfSignatureField(field)));
                }
            }
            return Map.of();
        }

        private boolean endsTheFile(@Nullable PdfArray range) {
            return range != null
                    && range.size() == 4
                    && range.getNumber(2).longValue() + range.getNumber(3).longValue() == length;
        }

        /** It may be asked for again; all of it is memory, which needs no closing. */
        @Override
        public void close() {
            // see above
        }
    }
}
