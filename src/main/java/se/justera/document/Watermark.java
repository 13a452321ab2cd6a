package se.justera.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;
import se.justera.document.Press.Proof;

/** A large light word below the text of every page; an artifact, so that a screen reader passes over it. */
final class Watermark {

    private static final float SIZE = 150;
    private static final float GREY = 0.92f;
    private static final double SLOPE = Math.toRadians(52);

    private final Proof proof;

    Watermark(Proof proof) {
        this.proof = proof;
    }

    void print(String word) throws IOException {
        for (PDPage page : proof.document().getPages()) {
            print(word, page);
        }
    }

    private void print(String word, PDPage page) throws IOException {
        float width = proof.bodyFont().getStringWidth(word) / 1000 * SIZE;
        PDRectangle paper = page.getMediaBox();
        var matrix = Matrix.getRotateInstance(SLOPE, paper.getWidth() / 2, paper.getHeight() / 2);
        matrix.translate(-width / 2, -SIZE / 3);
        try (var content = new PDPageContentStream(proof.document(), page, AppendMode.PREPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(kind()));
            content.beginText();
            content.setFont(proof.bodyFont(), SIZE);
            content.setNonStrokingColor(GREY);
            content.setTextMatrix(matrix);
            content.showText(word);
            content.endText();
            content.endMarkedContent();
        }
    }

    private static COSDictionary kind() {
        var kind = new COSDictionary();
        kind.setName(COSName.TYPE, "Pagination");
        kind.setName(COSName.SUBTYPE, "Watermark");
        return kind;
    }
}
