package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import se.justera.signing.TestSigning;
import se.justera.validation.changes.LaterChanges;
import se.justera.validation.structure.Revision;
import se.justera.validation.structure.SignatureSlots;

/** Only what is plain in every byte is spared DSS's second look; each change here lies between two of our signatures. */
class PlainUpdateTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<byte[]> REVISIONS = SignedSample.revisions();

    @Test
    void findsNothingButSignaturesAndValidationDataInOurOwnDocuments() throws IOException {
        for (byte[] revision : REVISIONS.subList(1, REVISIONS.size())) {
            assertThat(plain(revision)).isTrue();
        }
    }

    @Test
    void looksTwiceAtAPageThatWasTurned() throws IOException {
        assertThat(plainAfter(document -> {
                    COSDictionary page = document.getPage(0).getCOSObject();
                    page.setItem(COSName.ROTATE, COSInteger.get(90));
                    page.setNeedToBeUpdated(true);
                }))
                .isFalse();
    }

    @Test
    void looksTwiceAtAPagesContentThatPosesAsValidationData() throws IOException {
        assertThat(plainAfter(document -> {
                    COSStream content =
                            (COSStream) document.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS);
                    try (var out = content.createOutputStream()) {
                        out.write('q');
                    }
                    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
                    COSDictionary store = catalog.getCOSDictionary(COSName.getPDFName("DSS"));
                    COSArray certificates = store.getCOSArray(COSName.getPDFName("Certs"));
                    certificates.add(content);
                    content.setNeedToBeUpdated(true);
                    certificates.setNeedToBeUpdated(true);
                    store.setNeedToBeUpdated(true);
                }))
                .isFalse();
    }

    @Test
    void looksTwiceAtAnEmptyFieldThatWasMoved() throws IOException {
        assertThat(plainAfter(document -> {
                    COSDictionary field = field(document, "sig_3");
                    field.getCOSArray(COSName.RECT).set(0, COSInteger.get(5));
                    field.setNeedToBeUpdated(true);
                }))
                .isFalse();
    }

    @Test
    void looksTwiceWhereAFieldLocksOthers() throws IOException {
        assertThat(plainAfter(document -> {
                    COSDictionary field = field(document, "sig_2");
                    COSDictionary lock = new COSDictionary();
                    lock.setItem(COSName.getPDFName("Action"), COSName.getPDFName("All"));
                    field.setItem(COSName.getPDFName("Lock"), lock);
                    field.setNeedToBeUpdated(true);
                }))
                .isFalse();
    }

    @Test
    void looksTwiceAtWhateverStandsBehindTheLastSignature() throws IOException {
        byte[] tail = Attacks.update(
                REVISIONS.get(2),
                document -> document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true));

        assertThat(plain(tail)).isFalse();
    }

    private static boolean plainAfter(Attacks.Change change) throws IOException {
        byte[] changed = Attacks.update(REVISIONS.get(1), change);
        return plain(TestSigning.sample(CLOCK)
                .sign(changed, TestSigning.order("sig_2", "Birgitta Älvström", CLOCK.instant(), "Justerare")));
    }

    private static COSDictionary field(PDDocument document, String name) {
        PDField field = document.getDocumentCatalog().getAcroForm().getField(name);
        return field.getCOSObject();
    }

    private static boolean plain(byte[] pdf) throws IOException {
        try (Revision whole = Revision.of(pdf, pdf.length)) {
            return LaterChanges.of(pdf, SignatureSlots.of(whole), whole).plain();
        }
    }
}
