package se.justera.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Takes the wrappers off the text of a Word file that would hide it from a reader of paragraphs and tables: content
 * controls, text boxes, alternatives for older versions of Word, tables inside tables (ISO/IEC 29500-1, 17.5, 17.17.1;
 * 29500-3, 9). What a text box holds stands after the paragraph that it is anchored in.
 */
final class FlattenedWord {

    private static final Set<String> TRANSPARENT = Set.of("sdt", "sdtContent", "smartTag", "customXml");
    private static final Set<String> DROPPED = Set.of("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr");
    private static final String PARTS = "/word/(?:document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml";

    private final Document document;

    private FlattenedWord(Document document) {
        this.document = document;
    }

    /** Flattens the parts that hold text, in the package as it stands in memory. */
    static void in(OPCPackage container) throws IOException, OpenXML4JException {
        for (PackagePart part : List.copyOf(container.getParts())) {
            if (part.getPartName().getName().matches(PARTS)) {
                flatten(part);
            }
        }
    }

    private static void flatten(PackagePart part) throws IOException {
        try {
            Document document;
            try (InputStream in = part.getInputStream()) {
                document = XMLHelper.newDocumentBuilder().parse(in);
            }
            if (new FlattenedWord(document).flatten()) {
                try (OutputStream out = part.getOutputStream()) {
                    XMLHelper.newTransformer().transform(new DOMSource(document), new StreamResult(out));
                }
            }
        } catch (SAXException | TransformerException e) {
            throw new IOException(e);
        }
    }

    private boolean flatten() {
        boolean changed = chooseAlternatives();
        changed |= takeOutTextBoxes();
        changed |= unwrap();
        return takeOutInnerTables() || changed;
    }

    /** Of the forms that different versions of Word show, the first. */
    private boolean chooseAlternatives() {
        List<Element> all = elements("AlternateContent");
        for (Element alternatives : all) {
            Element first = firstChild(alternatives);
            if (first != null) {
                moveChildrenBefore(first, alternatives);
            }
            remove(alternatives);
        }
        return !all.isEmpty();
    }

    private boolean takeOutTextBoxes() {
        List<Element> boxes = elements("txbxContent");
        for (Element box : boxes) {
            Node paragraph = above(box, "p");
            Node frame = above(box, "drawing", "pict");
            Node parent = paragraph == null ? null : paragraph.getParentNode();
            if (paragraph != null && parent != null) {
                Node after = paragraph.getNextSibling();
                while (box.getFirstChild() != null) {
                    parent.insertBefore(box.getFirstChild(), after);
                }
                remove(frame instanceof Element shown && !holdsPicture(shown) ? shown : box);
            }
        }
        return !boxes.isEmpty();
    }

    private static @Nullable Node above(Element element, String... names) {
        Node node = element.getParentNode();
        while (node != null && !List.of(names).contains(String.valueOf(node.getLocalName()))) {
            node = node.getParentNode();
        }
        return node;
    }

    private static boolean holdsPicture(Element frame) {
        return frame.getElementsByTagNameNS("*", "blip").getLength() > 0
                || frame.getElementsByTagNameNS("*", "imagedata").getLength() > 0;
    }

    private boolean unwrap() {
        boolean changed = false;
        for (Element element : elements("*")) {
            String name = String.valueOf(element.getLocalName());
            if (DROPPED.contains(name)) {
                remove(element);
            } else if (TRANSPARENT.contains(name)) {
                moveChildrenBefore(element, element);
                remove(element);
                changed = true;
            }
        }
        return changed;
    }

    /** A table inside a cell stands after the table around it. */
    private boolean takeOutInnerTables() {
        boolean changed = false;
        List<Element> innermostFirst = elements("tbl");
        Collections.reverse(innermostFirst);
        for (Element table : innermostFirst) {
            Element outer = table;
            for (Node node = table.getParentNode(); node != null; node = node.getParentNode()) {
                outer = "tbl".equals(node.getLocalName()) ? (Element) node : outer;
            }
            Node parent = outer.getParentNode();
            if (outer != table && parent != null) {
                Element between = document.createElementNS(table.getNamespaceURI(), "w:p");
                parent.insertBefore(between, outer.getNextSibling());
                parent.insertBefore(table, between.getNextSibling());
                changed = true;
            }
        }
        return changed;
    }

    private List<Element> elements(String name) {
        var found = new ArrayList<Element>();
        var all = document.getElementsByTagNameNS("*", name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }

    private static @Nullable Element firstChild(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        return null;
    }

    private static void moveChildrenBefore(Element from, Element before) {
        Node parent = before.getParentNode();
        while (parent != null && from.getFirstChild() != null) {
            parent.insertBefore(from.getFirstChild(), before);
        }
    }

    private static void remove(Element element) {
        Node parent = element.getParentNode();
        if (parent != null) {
            parent.removeChild(element);
        }
    }
}
