package se.justera.validation.changes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What an XMP packet (ISO 16684-1) says, whether written as elements or attributes. */
final class XmpProperties {

    private static final String XMP = "{http://ns.adobe.com/xap/1.0/}";
    private static final String MEDIA = "{http://ns.adobe.com/xap/1.0/mm/}";
    private static final String RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}";
    private static final Set<String> OF_NO_CONTENT = Set.of("application/pdf", "x-default", "False");
    private static final Set<String> OF_THE_LAST_CHANGE = Set.of(
            XMP + "ModifyDate",
            XMP + "MetadataDate",
            MEDIA + "InstanceID",
            MEDIA + "History",
            "{http://ns.adobe.com/pdf/1.3/}Producer",
            "{adobe:ns:meta/}xmptk");

    private XmpProperties() {}

    /**
     * Every property with its path and text, but for those of the last change; a packet that cannot be read stands for
     * itself.
     */
    static List<String> of(byte[] packet) throws IOException {
        if (packet.length == 0) {
            return List.of();
        }
        try {
            Set<String> properties = new TreeSet<>();
            DocumentBuilder parser = parser();
            collect(parser.parse(new ByteArrayInputStream(packet)).getDocumentElement(), "", properties);
            return List.copyOf(properties);
        } catch (SAXException | ParserConfigurationException e) {
            return List.of(new String(packet, StandardCharsets.ISO_8859_1));
        }
    }

    /** Whether properties say nothing that the document information does not say as well. */
    static boolean repeat(List<String> properties, COSDictionary info) {
        Set<String> known = new TreeSet<>(OF_NO_CONTENT);
        for (COSName name : info.keySet()) {
            String text = info.getString(name, "").strip();
            known.add(name.getName().endsWith("Date") ? date(text) : text);
        }
        return properties.stream().allMatch(property -> {
            String path = property.substring(0, property.indexOf('='));
            String value = property.substring(path.length() + 1);
            return path.endsWith(MEDIA + "DocumentID") || known.contains(path.endsWith("Date") ? date(value) : value);
        });
    }

    /** The first fourteen digits: year to second, however written. */
    private static String date(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.substring(0, Math.min(14, digits.length()));
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        parser.setErrorHandler(new DefaultHandler());
        return parser;
    }

    private static void collect(Element element, String parent, Set<String> properties) {
        String name = name(element);
        if (OF_THE_LAST_CHANGE.contains(name)) {
            return;
        }
        // descriptions and lists only group: a property may stand alone, in a description or as a list of one
        String path = name.startsWith(RDF) ? parent : parent + "/" + name;
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute((Attr) attributes.item(i), path, properties);
        }
        boolean leaf = true;
        int position = 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                boolean further = name(inner).equals(RDF + "li") && position++ > 0;
                collect(inner, further ? path + "[" + position + "]" : path, properties);
            }
        }
        String text = element.getTextContent().strip();
        if (leaf && !text.isEmpty()) {
            properties.add(path + "=" + text);
        }
    }

    private static void attribute(Attr attribute, String path, Set<String> properties) {
        String name = name(attribute);
        boolean says = !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                && !attribute.getValue().isBlank()
                && !name.equals(RDF + "about")
                && !name.equals(RDF + "parseType");
        if (says && !OF_THE_LAST_CHANGE.contains(name)) {
            properties.add(path + "/" + name + "=" + attribute.getValue().strip());
        }
    }

    private static String name(Node node) {
        return "{" + (node.getNamespaceURI() == null ? "" : node.getNamespaceURI()) + "}" + node.getLocalName();
    }
}
