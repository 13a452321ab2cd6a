package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESUtils;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pades.validation.PdfSignatureField;
import eu.europa.esig.dss.pades.validation.dss.PdfCompositeDssDictionary;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PdfCMSRevision;
import eu.europa.esig.dss.pdf.PdfDocDssRevision;
import eu.europa.esig.dss.pdf.PdfDocTimestampRevision;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfDssDict;
import eu.europa.esig.dss.pdf.PdfSignatureDictionaryComparator;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signed revisions of a file as DSS tells them apart, without its cutting the file byte by byte, which for a scan of
 * fifty megabytes takes longer than all else; and what changed after each is asked while it is being read.
 */
abstract class RevisionsCutOnce extends PdfBoxSignatureService {

    private static final Logger log = LoggerFactory.getLogger(RevisionsCutOnce.class);

    RevisionsCutOnce() {
        super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
    }

    @Override
    public List<PdfRevision> getRevisions(DSSDocument document, char @Nullable [] password) {
        if (password != null || !(document instanceof InMemoryDocument file)) {
            return super.getRevisions(document, password);
        }
        try (PdfDocumentReader reader = loadPdfDocumentReader(file, null)) {
            return new Collected(file, reader).all(reader.extractSigDictionaries());
        } catch (IOException e) {
            throw new DSSException("the document cannot be read", e);
        }
    }

    /** What the whole file changed of a revision; null if nobody asks. */
    abstract @Nullable PdfModificationDetection changes(PdfDocumentReader revision, PdfDocumentReader whole);

    /** Only where the revision could not be read before. */
    @Override
    protected void analyzePdfModifications(
            DSSDocument document, PdfCMSRevision revision, PdfDocumentReader whole, char @Nullable [] password)
            throws IOException {
        if (revision.getModificationDetection() == null) {
            super.analyzePdfModifications(document, revision, whole, password);
        }
    }

    /** From the latest signature to the first, and between them the validation data that came. */
    private final class Collected {

        private final InMemoryDocument file;
        private final PdfDocumentReader whole;
        private final List<PdfByteRangeDocument> ends;
        private final List<PdfRevision> revisions = new ArrayList<>();
        private final PdfCompositeDssDictionary allData = new PdfCompositeDssDictionary();
        private final @Nullable PdfDssDict latestData;
        private @Nullable PdfDssDict data;

        Collected(InMemoryDocument file, PdfDocumentReader whole) {
            this.file = file;
            this.whole = whole;
            this.ends = RevisionEnds.of(file, file.getBytes());
            this.latestData = whole.getDSSDictionary();
            this.data = latestData;
            allData.populateFromDssDictionary(latestData);
        }

        List<PdfRevision> all(Map<PdfSignatureDictionary, List<PdfSignatureField>> signatures) {
            signatures.entrySet().stream()
                    .sorted(Map.Entry.<PdfSignatureDictionary, List<PdfSignatureField>>comparingByKey(
                                    new PdfSignatureDictionaryComparator())
                            .reversed())
                    .forEach(signature -> {
                        try {
                            add(signature.getKey(), signature.getValue());
                        } catch (RuntimeException e) {
                            log.debug("a signature that cannot be read", e);
                        }
                    });
            return revisions;
        }

        private void add(PdfSignatureDictionary signature, List<PdfSignatureField> fields) {
            ByteRange range = signature.getByteRange();
            range.setValid(validateByteRange(range, file, signature.getContents()) && isComplete(range));
            DSSDocument signed =
                    range.isValid() ? new PdfByteRangeDocument(file, range) : InMemoryDocument.createEmptyDocument();
            PdfModificationDetection changes = look(PAdESUtils.getRevisionContent(file, range), signature, fields);
            DSSDocument previous = PAdESUtils.getPreviousRevision(range, ends);
            boolean last = (long) range.getSecondPartStart() + range.getSecondPartEnd() == file.getBytes().length;
            if (isDocTimestamp(signature)) {
                add(new PdfDocTimestampRevision(signature, fields, signed, previous, last), changes);
            } else if (isSignature(signature)) {
                boolean dataCame = revisions.stream().anyMatch(PdfDocDssRevision.class::isInstance);
                PdfDssDict later = dataCame ? latestData : null;
                add(new PdfSignatureRevision(signature, allData, later, fields, signed, previous, last), changes);
            }
            look(previous, null, fields);
        }

        private void add(PdfCMSRevision revision, @Nullable PdfModificationDetection changes) {
            revision.setModificationDetection(changes);
            revisions.add(revision);
        }

        private boolean isComplete(ByteRange range) {
            long length = file.getBytes().length;
            return range.getFirstPartEnd() <= length
                    && (long) range.getSecondPartStart() + range.getSecondPartEnd() <= length;
        }

        /** The validation data of an earlier revision, and what changed after it; what cannot be read tells of none. */
        private @Nullable PdfModificationDetection look(
                DSSDocument beginning, @Nullable PdfSignatureDictionary signature, List<PdfSignatureField> fields) {
            try (PdfDocumentReader revision = loadPdfDocumentReader(beginning, null)) {
                if (signature != null) {
                    signature.checkConsistency(sameFields(revision, fields));
                }
                PdfDssDict earlier = revision.getDSSDictionary();
                if (data != null && !data.equals(earlier)) {
                    allData.populateFromDssDictionary(data);
                    revisions.add(new PdfDocDssRevision(allData, data));
                }
                data = earlier;
                return signature == null ? null : changes(revision, whole);
            } catch (IOException | RuntimeException e) {
                log.debug("a revision that cannot be read", e);
                return null;
            }
        }

        private static @Nullable PdfSignatureDictionary sameFields(
                PdfDocumentReader revision, List<PdfSignatureField> fields) throws IOException {
            return revision.extractSigDictionaries().entrySet().stream()
                    .filter(entry -> names(entry.getValue()).equals(names(fields)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }

        private static List<String> names(List<PdfSignatureField> fields) {
            return fields.stream().map(PdfSignatureField::getFieldName).toList();
        }
    }
}
