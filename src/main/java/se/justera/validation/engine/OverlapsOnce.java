package se.justera.validation.engine;

import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.PdfModification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No pages as pictures; and which annotations of the whole file overlap is asked for every signature, but looked for once. */
final class OverlapsOnce extends DefaultPdfDifferencesFinder {

    private @Nullable PdfDocumentReader file;
    private List<PdfModification> overlaps = List.of();

    OverlapsOnce() {
        setMaximalPagesAmountForVisualComparison(0);
    }

    @Override
    public List<PdfModification> getAnnotationOverlaps(PdfDocumentReader reader) {
        if (file != reader) {
            overlaps = super.getAnnotationOverlaps(reader);
            file = reader;
        }
        return overlaps;
    }
}
