package se.justera.desk;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a kept simple report says.
 *
 * @param signatures how many it counts
 * @param valid how many of them it finds valid
 */
record KeptReport(Instant at, int signatures, int valid) {

    /** Empty if the report is none. */
    static Optional<KeptReport> read(byte[] simpleReport) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return Optional.of(read(factory.createXMLStreamReader(new ByteArrayInputStream(simpleReport))));
        } catch (XMLStreamException | DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static KeptReport read(XMLStreamReader xml) throws XMLStreamException {
        String at = "";
        String signatures = "";
        String valid = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "SimpleReport" -> at = String.valueOf(xml.getAttributeValue(null, "ValidationTime"));
                    case "SignaturesCount" -> signatures = xml.getElementText();
                    case "ValidSignaturesCount" -> valid = xml.getElementText();
                    default -> {
                        // says nothing about the whole
                    }
                }
            }
        }
        return new KeptReport(Instant.parse(at), Integer.parseInt(signatures), Integer.parseInt(valid));
    }
}
