package se.justera.association;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An SVG as it came, checked element by element: shapes, text and gradients only, each reference to a part of itself.
 * No entity, style sheet, picture or script is ever fetched.
 */
final class UploadedSvg {

    private static final int MOST_ELEMENTS = 5_000;
    private static final int MOST_USES = 12;
    private static final Set<String> DRAWN = Set.of(
            "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect", "circle",
            "ellipse", "line", "polyline", "polygon", "text", "tspan", "lineargradient", "radialgradient", "stop",
            "clippath", "switch");
    private static final Set<String> HARMLESS_ELSEWHERE = Set.of("metadata", "namedview");

    private UploadedSvg() {}

    /** The same picture as plain XML without a document type. */
    static byte[] checked(byte[] file) {
        try {
            DocumentBuilder builder = builder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
            builder.setErrorHandler(null);
            Document document = builder.parse(new ByteArrayInputStream(file));
            check(document);
            return write(document);
        } catch (SAXException | IOException | TransformerException unreadable) {
            throw new LogoRefused.NoPicture();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of this Java lacks a feature", e);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        return factory.newDocumentBuilder();
    }

    private static void check(Document document) {
        if (!"svg".equals(document.getDocumentElement().getLocalName())) {
            throw new LogoRefused.NoPicture();
        }
        NodeList elements = document.getElementsByTagName("*");
        int uses = document.getElementsByTagNameNS("*", "use").getLength();
        if (elements.getLength() > MOST_ELEMENTS || uses > MOST_USES) {
            throw new LogoRefused.TooDetailed();
        }
        for (int i = 0; i < elements.getLength(); i++) {
            check((Element) elements.item(i));
        }
    }

    private static void check(Element element) {
        String name = String.valueOf(element.getLocalName()).toLowerCase(Locale.ROOT);
        if (!DRAWN.contains(name) && !isUnseen(element)) {
            throw new LogoRefused.ReachesOut();
        }
        if (name.equals("style") && reachesOut(element.getTextContent())) {
            throw new LogoRefused.ReachesOut();
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            check((Attr) element.getAttributes().item(i));
        }
    }

    /** What editors write about themselves, in names of their own. */
    private static boolean isUnseen(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        return (!namespace.equals("http://www.w3.org/2000/svg")
                        && !namespace.equals("http://www.w3.org/1999/xhtml")
                        && !namespace.equals("null"))
                || HARMLESS_ELSEWHERE.contains(String.valueOf(element.getLocalName()));
    }

    private static void check(Attr attribute) {
        String name = String.valueOf(attribute.getLocalName()).toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip();
        boolean reference = name.equals("href") || name.equals("src") || name.equals("base");
        boolean script = name.startsWith("on");
        if (script || (reference && !value.startsWith("#")) || (!name.startsWith("xmlns") && reachesOut(value))) {
            throw new LogoRefused.ReachesOut();
        }
    }

    private static boolean reachesOut(String style) {
        String bare = style.replaceAll("\\s+|/\\*.*?\\*/", "").toLowerCase(Locale.ROOT);
        boolean elsewhere = bare.replaceAll("url\\(['\"]?#", "").contains("url(");
        return elsewhere || bare.contains("@import") || bare.contains("\\") || bare.contains("javascript:");
    }

    private static byte[] write(Document document) throws TransformerException {
        var out = new ByteArrayOutputStream();
        var factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.newTransformer().transform(new DOMSource(document.getDocumentElement()), new StreamResult(out));
        return out.toByteArray();
    }
}
