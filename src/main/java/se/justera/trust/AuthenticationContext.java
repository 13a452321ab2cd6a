package se.justera.trust;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import se.justera.kernel.Identified;

/**
 * The AuthContextExtension of a certificate (RFC 7773): how, by whom, when and at which level the person was identified.
 * Its content is a SAMLAuthContext as in Sweden Connect's certificate profile; the method stands in an ExtAuthInfo
 * parameter there, as the schema foresees for what it has no attribute for.
 */
final class AuthenticationContext {

    static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("1.2.752.201.5.1");
    static final String SACI = "http://id.elegnamnden.se/auth-cont/1.0/saci";

    private static final String EXTENDED = "http://id.swedenconnect.se/auth-cont/1.0/ext-auth-info";

    /** eIDAS levels of means that no member state has notified (eIDAS SAML attribute profile). */
    private static final String LEVEL = "http://eidas.europa.eu/NotNotified/LoA/";

    private AuthenticationContext() {}

    /** The value of the extension: a sequence of one context. */
    static ASN1Encodable of(Identified identified) {
        ASN1Encodable[] context = {new DERUTF8String(SACI), new DERUTF8String(xml(identified))};
        return new DERSequence(new DERSequence(context));
    }

    private static String xml(Identified identified) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("saci", "SAMLAuthContext", SACI);
            xml.writeNamespace("saci", SACI);
            xml.writeStartElement("saci", "AuthContextInfo", SACI);
            xml.writeAttribute("IdentityProvider", identified.by());
            xml.writeAttribute(
                    "AuthenticationInstant",
                    identified.at().truncatedTo(ChronoUnit.MILLIS).toString());
            xml.writeAttribute("AuthnContextClassRef", LEVEL + identified.levelOfAssurance());
            xml.writeStartElement("sacex", "ExtAuthInfo", EXTENDED);
            xml.writeNamespace("sacex", EXTENDED);
            parameter(xml, "method", identified.method());
            if (!identified.methodLabel().equals(identified.method())) {
                parameter(xml, "methodName", identified.methodLabel());
            }
            if (!identified.evidence().isEmpty()) {
                parameter(xml, "evidence", identified.evidence());
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an authentication context could not be written", e);
        }
        return text.toString();
    }

    private static void parameter(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("sacex", "Parameter", EXTENDED);
        xml.writeAttribute("Name", name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
