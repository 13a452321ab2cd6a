package se.justera.validation.changes;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Revision;

/** Whether the look of a later signature hides text that was there before it ("sneaky signature"). */
final class CoveredText {

    /** A look may touch a letter. */
    private static final float TOUCH = 1;

    private CoveredText() {}

    static boolean byAny(List<COSDictionary> widgets, Revision before, Revision after) {
        return widgets.stream()
                .filter(widget -> !Room.of(widget).isEmpty() && widget.containsKey(COSName.AP))
                .anyMatch(widget -> covers(widget, before.document(), after.document()));
    }

    private static boolean covers(COSDictionary widget, PDDocument before, PDDocument after) {
        COSObjectKey itsPage = Cos.key(widget.getItem(COSName.P));
        Iterator<PDPage> was = before.getPages().iterator();
        Iterator<PDPage> is = after.getPages().iterator();
        for (int number = 0; was.hasNext() && is.hasNext(); number++) {
            PDPage page = was.next();
            boolean shown = shows(is.next(), widget);
            boolean said = itsPage == null || itsPage.equals(page.getCOSObject().getKey());
            // whatever it says: a page shows what its own list names
            if ((said || shown) && hasTextIn(Room.of(widget), before, page, number)) {
                return true;
            }
        }
        return false;
    }

    private static boolean shows(PDPage page, COSDictionary widget) {
        for (COSBase annotation : Cos.list(page.getCOSObject().getItem(COSName.ANNOTS))) {
            if (Cos.dictionary(annotation) == widget) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTextIn(Room room, PDDocument document, PDPage page, int number) {
        PDRectangle box = page.getCropBox();
        Rectangle2D area = new Rectangle2D.Float(
                room.left() - box.getLowerLeftX() + TOUCH,
                room.bottom() - box.getLowerLeftY() + TOUCH,
                room.right() - room.left() - 2 * TOUCH,
                room.top() - room.bottom() - 2 * TOUCH);
        try {
            Letters letters = new Letters(area);
            letters.setStartPage(number + 1);
            letters.setEndPage(number + 1);
            letters.writeText(document, Writer.nullWriter());
            return letters.covered;
        } catch (IOException e) {
            return true;
        }
    }

    /** Letters by the room that they take on the page as it is before it is turned. */
    private static final class Letters extends PDFTextStripper {

        private final Rectangle2D area;
        private boolean covered;

        Letters(Rectangle2D area) {
            this.area = area;
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            covered |= !letter.getUnicode().isBlank() && room(letter).intersects(area);
        }

        private static Rectangle2D room(TextPosition letter) {
            Matrix place = letter.getTextMatrix();
            Point2D along = unit(place.getScaleX(), place.getShearY());
            double width = letter.getWidthDirAdj();
            double height = letter.getHeightDir();
            Rectangle2D room = new Rectangle2D.Double(place.getTranslateX(), place.getTranslateY(), 0, 0);
            room.add(
                    place.getTranslateX() + along.getX() * width - along.getY() * height,
                    place.getTranslateY() + along.getY() * width + along.getX() * height);
            return room;
        }

        private static Point2D unit(double x, double y) {
            double length = Math.hypot(x, y);
            return length == 0 ? new Point2D.Double(1, 0) : new Point2D.Double(x / length, y / length);
        }
    }
}
