package se.justera.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import se.justera.validation.SignedSample;

/** What a signature is may be taken from the whole file only where nothing came after it that says otherwise. */
class RevisionReaderTests {

    private static final byte[] SIGNED = SignedSample.preserved();

    @Test
    void takesASignatureFromTheWholeFileWhereNothingWasWrittenAnew() throws IOException {
        byte[] later = updated(pdf -> {
            pdf.getDocumentInformation().setTitle("Avtal");
            return pdf.getDocumentInformation().getCOSObject();
        });
        RevisionReader whole = new RevisionReader(new InMemoryDocument(later));
        RevisionReader before = new RevisionReader(new InMemoryDocument(SIGNED), SIGNED.length, whole);
        assertThat(whole.extractSigDictionaries().keySet())
                .containsAll(before.extractSigDictionaries().keySet());
        assertThat(reasons(before)).isEqualTo(reasons(new PdfBoxDocumentReader(new InMemoryDocument(SIGNED))));
    }

    /** The update writes the first signature's dictionary anew: the revision before it has the old one. */
    @Test
    void readsASignatureThatWasWrittenAnewAsItWas() throws IOException {
        byte[] rewritten = updated(pdf -> {
            COSDictionary value = firstSignature(pdf);
            value.setString(COSName.REASON, "Annat skäl");
            return value;
        });
        assertThat(reasons(new RevisionReader(new InMemoryDocument(rewritten)))).contains("Annat skäl");
        assertThat(reasons(beginningOf(rewritten)))
                .doesNotContain("Annat skäl")
                .isEqualTo(reasons(new PdfBoxDocumentReader(new InMemoryDocument(SIGNED))));
    }

    /** The update makes it lead to an object of its own, which might be another in each revision. */
    @Test
    void readsASignatureThatLeadsElsewhereOnceMore() throws IOException {
        byte[] led = updated(pdf -> {
            COSDictionary value = firstSignature(pdf);
            COSDictionary build = new COSDictionary();
            build.setDirect(false);
            value.setItem(COSName.getPDFName("Prop_Build"), build);
            return value;
        });
        RevisionReader whole = new RevisionReader(new InMemoryDocument(led));
        RevisionReader same = new RevisionReader(new InMemoryDocument(led), led.length, whole);
        assertThat(reasons(same)).isEqualTo(reasons(whole));
        assertThat(same.extractSigDictionaries().keySet().iterator().next())
                .isNotSameAs(whole.extractSigDictionaries().keySet().iterator().next());
    }

    private static RevisionReader beginningOf(byte[] later) throws IOException {
        return new RevisionReader(
                new InMemoryDocument(SIGNED), SIGNED.length, new RevisionReader(new InMemoryDocument(later)));
    }

    private static List<String> reasons(PdfBoxDocumentReader reader) throws IOException {
        return reader.extractSigDictionaries().keySet().stream()
                .map(PdfSignatureDictionary::getReason)
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    private static COSDictionary firstSignature(PDDocument pdf) throws IOException {
        return pdf.getSignatureFields().get(0).getCOSObject().getCOSDictionary(COSName.V);
    }

    private interface Change {
        /** What is to be written anew. */
        COSDictionary of(PDDocument pdf) throws IOException;
    }

    private static byte[] updated(Change change) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(SIGNED)) {
            change.of(pdf).setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            return out.toByteArray();
        }
    }
}
