package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;

/** What is read of a document to write an update. */
class UnreadObjectsTests {

    private final byte[] pdf = new ArchiveTypesetter(Clock.systemUTC()).sealablePdf(Drafts.order(Drafts.read("board")));

    @Test
    void theUpdateIsTheSameToTheByteAndMostIsNeverRead() throws IOException {
        try (PDDocument whole = changed();
                PDDocument document = changed()) {
            byte[] expected = saved(whole);
            ByteArrayOutputStream update = new ByteArrayOutputStream();
            UnreadObjects.of(document.getDocument()).leftAside(() -> update.writeBytes(saved(document)));
            assertThat(update.toByteArray()).isEqualTo(expected);
            assertThat(unread(whole.getDocument())).isZero();
            assertThat(unread(document.getDocument()))
                    .isGreaterThan(document.getDocument().getXrefTable().size() / 2);
        }
    }

    @Test
    void writingThatWantsOneOfThemAfterAllFails() throws IOException {
        try (PDDocument document = changed()) {
            COSDocument objects = document.getDocument();
            UnreadObjects unread = UnreadObjects.of(objects);
            COSObject wanted = objects.getXrefTable().keySet().stream()
                    .map(objects::getObjectFromPool)
                    .filter(object -> !object.isDereferenced())
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> unread.leftAside(wanted::getObject)).isInstanceOf(IllegalStateException.class);
        }
    }

    private PDDocument changed() throws IOException {
        PDDocument document = Loader.loadPDF(pdf);
        document.setDocumentId(1L);
        PDField field = document.getDocumentCatalog().getAcroForm(null).getField("sig_1");
        field.getCOSObject().setString(COSName.TU, "another label");
        return document;
    }

    private static byte[] saved(PDDocument document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long unread(COSDocument objects) {
        return objects.getXrefTable().keySet().stream()
                .filter(key -> !objects.getObjectFromPool(key).isDereferenced())
                .count();
    }
}
