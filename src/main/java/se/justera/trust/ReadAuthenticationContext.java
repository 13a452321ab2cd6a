package se.justera.trust;

import java.io.StringReader;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import se.justera.kernel.Identified;

/** What a certificate says of how its holder was identified (RFC 7773); worth what the certificate's issuer is worth. */
public final class ReadAuthenticationContext {

    private static final int LONGEST = 20_000;

    private ReadAuthenticationContext() {}

    /** Empty where it says nothing, or nothing that we understand. */
    public static Optional<Identified> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(AuthenticationContext.OID.getId());
        if (extension == null || extension.length > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            ASN1Sequence context =
                    ASN1Sequence.getInstance(ASN1Sequence.getInstance(value).getObjectAt(0));
            String type = ASN1UTF8String.getInstance(context.getObjectAt(0)).getString();
            String xml = ASN1UTF8String.getInstance(context.getObjectAt(1)).getString();
            return type.equals(AuthenticationContext.SACI) ? Optional.of(read(xml)) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | XMLStreamException | DateTimeException e) {
            return Optional.empty(); // hostile or somebody else's: it is only not shown
        }
    }

    private static Identified read(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
        Map<String, String> said = new HashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                if (xml.getLocalName().equals("Parameter")) {
                    said.put(String.valueOf(xml.getAttributeValue(null, "Name")), xml.getElementText());
                } else {
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        said.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                }
            }
        }
        String level = said.getOrDefault("AuthnContextClassRef", "");
        String method = said.getOrDefault("method", "");
        return new Identified(
                method,
                said.getOrDefault("methodName", method),
                level.substring(level.lastIndexOf('/') + 1),
                said.getOrDefault("IdentityProvider", ""),
                said.getOrDefault("evidence", ""),
                Instant.parse(said.getOrDefault("AuthenticationInstant", "")));
    }
}
