package se.justera.validation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;

/** Files for tests of what stands around the validation. */
public final class TestFiles {

    private TestFiles() {}

    /** A readable PDF that nobody signed. */
    public static byte[] unsigned() {
        return TestPdf.unsigned();
    }

    /** The file with this behind its end. */
    public static byte[] with(byte[] file, String tail) {
        byte[] added = tail.getBytes(StandardCharsets.US_ASCII);
        byte[] longer = Arrays.copyOf(file, file.length + added.length);
        System.arraycopy(added, 0, longer, file.length, added.length);
        return longer;
    }

    /** The name of an XML document's root. */
    public static String root(String xml) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        return parsers.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getLocalName();
    }
}
