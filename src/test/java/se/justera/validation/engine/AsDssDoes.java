package se.justera.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESUtils;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfCMSRevision;
import eu.europa.esig.dss.pdf.PdfDocDssRevision;
import eu.europa.esig.dss.pdf.PdfDssDict;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;

/** What we do in DSS's place on the short way must come to what DSS comes to on its long one. */
public final class AsDssDoes {

    private AsDssDoes() {}

    /** The same ends, the same signed revisions and, for each, the same changes under the same names. */
    public static void assertSame(byte[] pdf) throws IOException {
        InMemoryDocument file = new InMemoryDocument(pdf, "f.pdf");
        assertThat(RevisionEnds.of(file, pdf))
                .extracting(PdfByteRangeDocument::getByteRange)
                .isEqualTo(PAdESUtils.extractRevisions(file).stream()
                        .map(PdfByteRangeDocument::getByteRange)
                        .toList());
        List<PdfRevision> revisions = revisions(new RevisionsReadOnce(), pdf);
        assertThat(revisions)
                .map(AsDssDoes::told)
                .isEqualTo(revisions(new PdfBoxNativeObjectFactory().newPAdESSignatureService(), pdf).stream()
                        .map(AsDssDoes::told)
                        .toList());
        ObjectChanges ours = new ObjectChanges();
        RevisionReader whole = new RevisionReader(file);
        for (PdfRevision revision : revisions) {
            if (revision instanceof PdfCMSRevision signed
                    && signed.getByteRange().getLength() > 0) {
                DSSDocument content = PAdESUtils.getRevisionContent(file, signed.getByteRange());
                long length = DSSUtils.getFileByteSize(content);
                assertThat(told(ours.find(new RevisionReader(content, length, whole), whole)))
                        .isEqualTo(told(new DefaultPdfObjectModificationsFinder()
                                .find(new PdfBoxDocumentReader(content), new PdfBoxDocumentReader(file))));
            }
        }
    }

    /** How many of a signed revision's objects are read to compare it with the whole file. */
    public static long readToCompare(byte[] pdf, int signed) throws IOException {
        RevisionReader whole = new RevisionReader(new InMemoryDocument(pdf));
        RevisionReader before = new RevisionReader(new InMemoryDocument(Arrays.copyOf(pdf, signed)), signed, whole);
        COSDocument objects = before.getPDDocument().getDocument();
        new ObjectChanges().find(before, whole);
        return List.<COSObjectKey>copyOf(objects.getXrefTable().keySet()).stream()
                .filter(key -> objects.getObjectFromPool(key).isDereferenced())
                .count();
    }

    private static List<PdfRevision> revisions(PDFSignatureService service, byte[] pdf) {
        return service.getRevisions(new InMemoryDocument(pdf, "f.pdf"), null);
    }

    private static String told(PdfRevision revision) {
        if (revision instanceof PdfCMSRevision signed) {
            return "%s %s %s %s %s %s %s"
                    .formatted(
                            signed.getClass().getSimpleName(),
                            signed.getFields(),
                            signed.getByteRange(),
                            signed.getByteRange().isValid(),
                            signed.areAllOriginalBytesCovered(),
                            signed.getPdfSigDictInfo().isConsistent(),
                            DSSUtils.toByteArray(signed.getPreviousRevision()).length);
        }
        PdfDssDict data = ((PdfDocDssRevision) revision).getDssDictionary();
        return "data %s %s %s"
                .formatted(
                        data.getCERTs().keySet(),
                        data.getCRLs().keySet(),
                        data.getOCSPs().keySet());
    }

    private static List<String> told(PdfObjectModifications found) {
        return Stream.of(
                        found.getSecureChanges(),
                        found.getFormFillInAndSignatureCreationChanges(),
                        found.getAnnotCreationChanges(),
                        found.getUndefinedChanges())
                .map(changes -> changes.stream()
                        .map(change -> change.getActionType() + " " + change.getObjectTree())
                        .toList()
                        .toString())
                .toList();
    }
}
