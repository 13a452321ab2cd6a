package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.jspecify.annotations.Nullable;

/** The structure tree of a document that the layout has just made, mended where the layout falls short. */
final class Tags {

    private final PDStructureTreeRoot root;
    private final List<COSDictionary> elements = new ArrayList<>();

    Tags(PDDocument document) {
        this.root = Objects.requireNonNull(
                document.getDocumentCatalog().getStructureTreeRoot(), "the layout writes tagged documents");
        collect(root.getK());
    }

    /** Every structure element, in reading order. */
    List<COSDictionary> elements() {
        return List.copyOf(elements);
    }

    COSDictionary root() {
        return root.getCOSObject();
    }

    /** The only element with this alternative text. */
    PDStructureElement withAlternate(String text) {
        return elements.stream()
                .filter(element -> text.equals(element.getString(COSName.ALT)))
                .findFirst()
                .map(PDStructureElement::new)
                .orElseThrow(() -> new IllegalStateException("the structure tree lacks " + text));
    }

    /** A new Form element at the end of the document. */
    PDStructureElement newForm(PDPage page) {
        var document = new PDStructureElement(elements.get(0));
        var element = new PDStructureElement("Form", document);
        element.setPage(page);
        document.appendKid(element);
        return element;
    }

    /** Makes an element the Form that a field's widget belongs to (ISO 14289-1, 7.18.4). */
    void own(PDStructureElement element, PDAnnotationWidget widget, PDPage page) {
        element.setStructureType("Form");
        element.setPage(page);
        element.getCOSObject().removeItem(COSName.K);
        var reference = new PDObjectReference();
        reference.setReferencedObject(widget);
        reference.getCOSObject().setItem(COSName.PG, page);
        element.appendKid(reference);
        int key = root.getParentTreeNextKey();
        COSArray numbers =
                root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        numbers.add(COSInteger.get(key));
        numbers.add(element);
        widget.setStructParent(key);
        root.setParentTreeNextKey(key + 1);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    }

    /**
     * Puts /ParentTree before /K. DSS walks the tree in that order and takes a field that is filled later for an
     * undefined change where it meets it below /K first.
     */
    void parentTreeFirst() {
        COSBase kids = root().getItem(COSName.K);
        root().removeItem(COSName.K);
        root().setItem(COSName.K, kids);
    }

    /** Takes an element out of its parent. */
    static void remove(COSDictionary element) {
        COSDictionary parent = element.getCOSDictionary(COSName.P);
        COSBase kids = parent.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.getObject(i) == element) {
                    array.remove(i);
                }
            }
        } else if (kids == element) {
            parent.removeItem(COSName.K);
        }
    }

    /** The children of an element, whatever form /K has. */
    static List<COSBase> kids(COSDictionary element) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        var found = new ArrayList<COSBase>();
        if (kids instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                found.add(array.getObject(i));
            }
        } else if (kids != null) {
            found.add(kids);
        }
        return found;
    }

    static boolean is(COSBase kid, String type) {
        return kid instanceof COSDictionary element && type.equals(element.getNameAsString(COSName.S));
    }

    private void collect(@Nullable COSBase kid) {
        if (kid instanceof COSObject reference) {
            collect(reference.getObject());
        } else if (kid instanceof COSArray array) {
            array.forEach(this::collect);
        } else if (kid instanceof COSDictionary element && element.containsKey(COSName.S)) {
            elements.add(element);
            collect(element.getDictionaryObject(COSName.K));
        }
    }
}
