package se.justera.validation;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A signed document whose first page was painted over afterwards. */
public final class AlteredSample {

    private AlteredSample() {}

    public static byte[] withAnotherFirstPage() {
        byte[] signed = new TestSigner().sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
        return Attacks.update(signed, pdf -> {
            try (PDPageContentStream content =
                    new PDPageContentStream(pdf, pdf.getPage(0), PDPageContentStream.AppendMode.APPEND, false)) {
                content.addRect(72, 700, 300, 40);
                content.fill();
            }
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
    }
}
