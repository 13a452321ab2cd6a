package se.justera.validation.changes;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import se.justera.validation.structure.Cos;

/** Whether the look of an added signature hides text that was there before it ("sneaky signature"). */
final class CoveredText {

    private CoveredText() {}

    static boolean byAny(List<COSDictionary> addedWidgets, PDDocument before) {
        return addedWidgets.stream()
                .filter(widget -> !Room.of(widget).isEmpty() && widget.containsKey(COSName.AP))
                .anyMatch(widget -> covers(widget, before));
    }

    private static boolean covers(COSDictionary widget, PDDocument before) {
        COSObjectKey itsPage = Cos.key(widget.getItem(COSName.P));
        for (PDPage page : before.getPages()) {
            boolean elsewhere =
                    itsPage != null && !itsPage.equals(page.getCOSObject().getKey());
            if (!elsewhere && hasTextIn(Room.of(widget), page)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTextIn(Room room, PDPage page) {
        PDRectangle box = page.getCropBox();
        try {
            PDFTextStripperByArea text = new PDFTextStripperByArea();
            text.addRegion(
                    "room",
                    new Rectangle2D.Float(
                            room.left() - box.getLowerLeftX(),
                            box.getUpperRightY() - room.top(),
                            room.right() - room.left(),
                            room.top() - room.bottom()));
            text.extractRegions(page);
            return !text.getTextForRegion("room").isBlank();
        } catch (IOException e) {
            return true;
        }
    }
}
