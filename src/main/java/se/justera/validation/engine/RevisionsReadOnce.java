package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DSS's way through the revisions of one file, the last first: each as what a signature covers, and once more as what
 * stood before the next. Here it is read once, and the last is the whole file.
 */
class RevisionsReadOnce extends RevisionsCutOnce {

    private @Nullable DSSDocument file;
    private @Nullable RevisionReader whole;
    private @Nullable RevisionReader last;
    private long lastLength = -1;
    private long wholeLength = -1;

    RevisionsReadOnce() {
        setPdfDifferencesFinder(new OverlapsOnce());
        setPdfObjectModificationsFinder(new ObjectChanges());
    }

    @Override
    @Nullable
    PdfModificationDetection changes(PdfDocumentReader revision, PdfDocumentReader file) {
        PdfModificationDetection changes = new PdfModificationDetection();
        changes.setAnnotationOverlaps(pdfDifferencesFinder.getAnnotationOverlaps(file));
        changes.setPageDifferences(pdfDifferencesFinder.getPagesDifferences(revision, file));
        changes.setVisualDifferences(List.of());
        changes.setObjectModifications(pdfObjectModificationsFinder.find(revision, file));
        return changes;
    }

    @Override
    protected PdfDocumentReader loadPdfDocumentReader(DSSDocument document, char @Nullable [] password)
            throws IOException {
        if (password != null) {
            return super.loadPdfDocumentReader(document, password);
        } else if (document instanceof InMemoryDocument memory && memory.getBytes().length > 0) {
            return whole(memory);
        } else if (document instanceof PdfByteRangeDocument beginning && isBeginning(beginning.getByteRange())) {
            return beginning(beginning, beginning.getByteRange().getLength());
        }
        return super.loadPdfDocumentReader(document, null);
    }

    private PdfDocumentReader whole(InMemoryDocument memory) throws IOException {
        RevisionReader known = whole;
        if (known == null || file != memory) {
            known = new RevisionReader(memory);
            file = memory;
            whole = known;
            wholeLength = memory.getBytes().length;
            last = null;
        }
        return known;
    }

    private static boolean isBeginning(ByteRange range) {
        return range.getFirstPartStart() == 0
                && range.getSecondPartEnd() == 0
                && range.getFirstPartEnd() == range.getSecondPartStart();
    }

    private PdfDocumentReader beginning(PdfByteRangeDocument beginning, long length) throws IOException {
        RevisionReader all = whole;
        if (all == null) {
            return super.loadPdfDocumentReader(beginning, null);
        }
        RevisionReader known = length == lastLength ? last : length == wholeLength ? all : null;
        if (known == null) {
            known = new RevisionReader(beginning, length, all);
            known.shareData(last == null ? all : last);
            last = known;
            lastLength = length;
        }
        return known;
    }
}
