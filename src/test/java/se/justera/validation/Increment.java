package se.justera.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** An incremental update written byte by byte, as other products set it (ISO 32000-2, 7.5.6 to 7.5.8). */
final class Increment {

    private final byte[] before;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, String> entries = new TreeMap<>();
    private final Map<Integer, long[]> streamed = new TreeMap<>();
    private final int catalog;
    private final Map<String, String> catalogEntries;
    private final int page;
    private final Map<String, String> pageEntries;
    private int next;

    private Increment(byte[] before) {
        this.before = before;
        out.writeBytes(before);
        try (PDDocument pdf = Loader.loadPDF(before)) {
            next = (int) pdf.getDocument().getXrefTable().keySet().stream()
                            .mapToLong(key -> key.getNumber())
                            .max()
                            .orElseThrow()
                    + 1;
            catalog = (int) ((COSObject) pdf.getDocument().getTrailer().getItem(COSName.ROOT))
                    .getKey()
                    .getNumber();
            catalogEntries = texts(pdf.getDocumentCatalog().getCOSObject());
            page = (int) pdf.getPage(0).getCOSObject().getKey().getNumber();
            pageEntries = texts(pdf.getPage(0).getCOSObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Increment on(byte[] before) {
        return new Increment(before);
    }

    int catalog() {
        return catalog;
    }

    int page() {
        return page;
    }

    /** What the first page shows. */
    int content() {
        return Integer.parseInt(pageEntries.getOrDefault("Contents", "").split(" ", -1)[0]);
    }

    /** The catalog as it stands, with more in it. */
    String catalogWith(String more) {
        return written(catalogEntries, more);
    }

    /** The first page, showing nothing. */
    String emptyPage() {
        pageEntries.remove("Contents");
        return written(pageEntries, "");
    }

    /** A number that no object has yet. */
    int number() {
        return next++;
    }

    Increment object(int number, String body) {
        streamed.put(number, new long[] {1, out.size(), 0});
        entries.put(number, "%010d 00000 n \n".formatted(out.size()));
        write(number + " 0 obj\n" + body + "\nendobj\n");
        return this;
    }

    Increment stream(int number, String entriesOfIt, String content) {
        return object(
                number, "<<%s /Length %d>>\nstream\n%s\nendstream".formatted(entriesOfIt, content.length(), content));
    }

    /** An entry of the table or stream that says whatever one likes (ISO 32000-2, table 18). */
    Increment entry(int number, String row, long... fields) {
        entries.put(number, row);
        streamed.put(number, fields);
        return this;
    }

    /** The object is said to be gone. */
    Increment free(int number) {
        return entry(number, "0000000000 00001 f \n", 0, 0, 1);
    }

    /** The object once more, with the next generation number. */
    Increment again(int number, String body) {
        int place = out.size();
        write(number + " 1 obj\n" + body + "\nendobj\n");
        return entry(number, "%010d 00001 n \n".formatted(place), 1, place, 1);
    }

    /** Objects in an object stream; only a cross-reference stream can lead to them. */
    Increment packed(Map<Integer, String> bodies) {
        StringBuilder numbers = new StringBuilder();
        StringBuilder content = new StringBuilder();
        int holder = number();
        int index = 0;
        for (Map.Entry<Integer, String> body : new TreeMap<>(bodies).entrySet()) {
            numbers.append(body.getKey()).append(' ').append(content.length()).append(' ');
            content.append(body.getValue()).append(' ');
            streamed.put(body.getKey(), new long[] {2, holder, index++});
        }
        String whole = numbers.toString() + content;
        return stream(holder, "/Type /ObjStm /N %d /First %d".formatted(bodies.size(), numbers.length()), whole);
    }

    byte[] withTable() {
        return withTable("");
    }

    /** An empty table, and a stream beside it that leads to the objects (7.5.8.4). */
    byte[] withAnEmptyTableAndAStream() {
        int place = out.size();
        xrefStream(number());
        entries.clear();
        return withTable(" /XRefStm " + place);
    }

    /** With more in the trailer. */
    byte[] withTable(String more) {
        int place = out.size();
        write("xref\n0 0\n");
        entries.forEach((number, entry) -> write(number + " 1\n" + entry));
        write("trailer\n<</Size %d /Root %d 0 R /Prev %d /ID [<%032x> <%032x>]%s>>\n"
                .formatted(next, catalog, previous(), 1, place, more));
        return end(place);
    }

    byte[] withStream() {
        int place = out.size();
        xrefStream(number());
        return end(place);
    }

    private void xrefStream(int number) {
        streamed.put(number, new long[] {1, out.size(), 0});
        StringBuilder index = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        streamed.forEach((key, row) -> {
            index.append(key).append(" 1 ");
            rows.append("%02x%08x%04x".formatted(row[0], row[1], row[2]));
        });
        rows.append('>');
        write(("%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Index [%s] /Root %d 0 R /Prev %d /Filter /ASCIIHexDecode"
                        + " /Length %d>>\nstream\n%s\nendstream\nendobj\n")
                .formatted(number, next, index.toString().strip(), catalog, previous(), rows.length(), rows));
    }

    private byte[] end(int place) {
        write("startxref\n" + place + "\n%%EOF\n");
        return out.toByteArray();
    }

    private long previous() {
        String text = Attacks.text(before);
        return Long.parseLong(
                text.substring(text.lastIndexOf("startxref") + 9).strip().split("\\s", -1)[0]);
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String written(Map<String, String> entries, String more) {
        StringBuilder text = new StringBuilder("<<");
        entries.forEach((name, value) ->
                text.append('/').append(name).append(' ').append(value).append(' '));
        return text + more + ">>";
    }

    private static Map<String, String> texts(COSDictionary dictionary) {
        Map<String, String> texts = new TreeMap<>();
        dictionary.entrySet().forEach(entry -> texts.put(entry.getKey().getName(), text(entry.getValue())));
        return texts;
    }

    private static String text(COSBase item) {
        if (item instanceof COSObject reference) {
            return reference.getKey().getNumber() + " 0 R";
        } else if (item instanceof COSDictionary dictionary) {
            return dictionary.getKey() != null && !dictionary.isDirect()
                    ? dictionary.getKey().getNumber() + " 0 R"
                    : written(texts(dictionary), "");
        } else if (item instanceof COSArray array) {
            StringBuilder text = new StringBuilder("[");
            array.forEach(part -> text.append(text(part)).append(' '));
            return text + "]";
        } else if (item instanceof COSName name) {
            return "/" + name.getName();
        } else if (item instanceof COSString string) {
            return "<" + HexFormat.of().formatHex(string.getBytes()) + ">";
        } else if (item instanceof COSInteger number) {
            return Long.toString(number.longValue());
        } else if (item instanceof COSFloat number) {
            return Float.toString(number.floatValue());
        } else if (item instanceof COSBoolean truth) {
            return Boolean.toString(truth.getValue());
        }
        throw new IllegalArgumentException("not in the documents of the tests: " + item);
    }
}
