package se.justera.validation.changes;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import se.justera.validation.structure.Cos;

/** The room of an annotation on its page, in PDF points. */
record Room(float left, float bottom, float right, float top) {

    static Room of(COSDictionary annotation) {
        COSArray array = Cos.list(annotation.getItem(COSName.RECT));
        if (array.size() != 4) {
            return new Room(0, 0, 0, 0);
        }
        PDRectangle rectangle = new PDRectangle(array);
        return new Room(
                rectangle.getLowerLeftX(),
                rectangle.getLowerLeftY(),
                rectangle.getUpperRightX(),
                rectangle.getUpperRightY());
    }

    boolean isEmpty() {
        return right - left <= 0 || top - bottom <= 0;
    }
}
