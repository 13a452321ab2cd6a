package se.justera.validation.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import se.justera.validation.CannotBeRead;
import se.justera.validation.Unreadable;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;

/**
 * A signed XML document (XML Signature 1.1) is covered whole, or is nothing but its signatures. A part elsewhere that is
 * signed says nothing about what a reader sees: that is how signatures are wrapped.
 */
final class XmlContent {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final Set<String> ID = Set.of("Id", "ID", "id");

    /** Transforms that leave nothing out but the signature itself. */
    private static final Set<String> WHOLE = Set.of(
            DSIG + "enveloped-signature",
            DSIG + "base64",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments");

    private static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    private static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";
    private static final Pattern SUBTRACTED = Pattern.compile("/descendant::(\\w+):Signature");
    private static final Pattern ALL_BUT_SIGNATURES = Pattern.compile("not\\(ancestor-or-self::(\\w+):Signature\\)");

    private final Document document;
    private final long length;

    private XmlContent(Document document, long length) {
        this.document = document;
        this.length = length;
    }

    static XmlContent read(byte[] file) throws CannotBeRead {
        TextLimit.check(file);
        try {
            DocumentBuilder parser = parsers().newDocumentBuilder();
            parser.setErrorHandler(null);
            return new XmlContent(parser.parse(new ByteArrayInputStream(file)), file.length);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        }
    }

    /** Without document types: they could name files and addresses, or grow without end. */
    private static DocumentBuilderFactory parsers() throws ParserConfigurationException {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setExpandEntityReferences(false);
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers;
    }

    List<Finding> findings() throws CannotBeRead {
        List<Element> signatures = elements(document.getElementsByTagNameNS(DSIG, "Signature"));
        if (signatures.isEmpty()) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        }
        List<Finding> findings = new ArrayList<>();
        if (sameIdTwice()) {
            findings.add(Finding.of(Fault.BYTE_RANGE_ODD, null));
        }
        boolean alone = isSignature(document.getDocumentElement());
        boolean covered =
                alone ? objectsCovered(signatures) : signatures.stream().anyMatch(this::coversAll);
        if (!covered || signatures.stream().flatMap(this::references).anyMatch(this::leavesOut)) {
            findings.add(Finding.after(length, Fault.UNCOVERED, 0));
        }
        return findings;
    }

    private boolean sameIdTwice() {
        Set<String> seen = new HashSet<>();
        return elements(document.getElementsByTagName("*")).stream()
                .flatMap(element -> id(element).stream())
                .anyMatch(id -> !seen.add(id));
    }

    private static Optional<String> id(Element element) {
        return ID.stream()
                .filter(element::hasAttribute)
                .map(element::getAttribute)
                .findFirst();
    }

    private static boolean isSignature(Element element) {
        return DSIG.equals(element.getNamespaceURI()) && "Signature".equals(element.getLocalName());
    }

    /** The references of its SignedInfo. */
    private Stream<Element> references(Element signature) {
        return elements(signature.getElementsByTagNameNS(DSIG, "SignedInfo")).stream()
                .flatMap(info -> elements(info.getElementsByTagNameNS(DSIG, "Reference")).stream());
    }

    private boolean coversAll(Element signature) {
        Optional<String> root = id(document.getDocumentElement());
        return references(signature)
                .map(reference -> reference.getAttribute("URI"))
                .anyMatch(target -> target.isEmpty() || (root.isPresent() && target.equals("#" + root.get())));
    }

    /** In a signature that stands alone, each object is signed or holds the signature's own properties. */
    private boolean objectsCovered(List<Element> signatures) {
        Set<String> targets = new HashSet<>();
        signatures.stream().flatMap(this::references).forEach(reference -> targets.add(reference.getAttribute("URI")));
        return elements(document.getElementsByTagNameNS(DSIG, "Object")).stream()
                .filter(object -> !holdsProperties(object))
                .allMatch(object -> Stream.concat(Stream.of(object), children(object))
                        .flatMap(element -> id(element).stream())
                        .anyMatch(id -> targets.contains("#" + id)));
    }

    private static boolean holdsProperties(Element object) {
        return children(object).findAny().isPresent()
                && children(object).allMatch(child -> "QualifyingProperties".equals(child.getLocalName()))
                && IntStream.range(0, object.getChildNodes().getLength())
                        .mapToObj(object.getChildNodes()::item)
                        .allMatch(node -> node instanceof Element
                                || node.getNodeValue() == null
                                || node.getNodeValue().isBlank());
    }

    private static Stream<Element> children(Element element) {
        return elements(element.getChildNodes()).stream();
    }

    private boolean leavesOut(Element reference) {
        return elements(reference.getElementsByTagNameNS(DSIG, "Transform")).stream()
                .anyMatch(transform -> !keepsAll(transform));
    }

    private static boolean keepsAll(Element transform) {
        String algorithm = transform.getAttribute("Algorithm");
        if (algorithm.equals(FILTER)) {
            return children(transform)
                    .allMatch(filter ->
                            "subtract".equals(filter.getAttribute("Filter")) && isAboutSignatures(filter, SUBTRACTED));
        }
        return algorithm.equals(XPATH)
                ? children(transform).allMatch(path -> isAboutSignatures(path, ALL_BUT_SIGNATURES))
                : WHOLE.contains(algorithm);
    }

    private static boolean isAboutSignatures(Element path, Pattern pattern) {
        Matcher expression = pattern.matcher(path.getTextContent().strip());
        return expression.matches() && DSIG.equals(path.lookupNamespaceURI(expression.group(1)));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
