package se.justera.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What an attacker does with the bytes of a signed PDF. */
final class Attacks {

    private static final Pattern BYTE_RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d+) (\\d+) (\\d+) (\\d+)\\s*\\]");

    private Attacks() {}

    /** A change of the document that PDFBox then writes as an incremental update. */
    interface Change {
        void to(PDDocument pdf) throws IOException;
    }

    /** Changes the document behind the signatures, which stay intact for their own bytes. */
    static byte[] update(byte[] pdf, Change change) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] flip(byte[] pdf, int at) {
        byte[] altered = pdf.clone();
        altered[at] ^= 1;
        return altered;
    }

    static byte[] append(byte[] pdf, String text) {
        byte[] tail = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] altered = Arrays.copyOf(pdf, pdf.length + tail.length);
        System.arraycopy(tail, 0, altered, pdf.length, tail.length);
        return altered;
    }

    /** The four numbers of each byte range, in the order of the file. */
    static List<List<Integer>> byteRanges(byte[] pdf) {
        return BYTE_RANGE
                .matcher(text(pdf))
                .results()
                .map(range -> List.of(number(range, 1), number(range, 2), number(range, 3), number(range, 4)))
                .toList();
    }

    private static int number(MatchResult range, int group) {
        return Integer.parseInt(range.group(group));
    }

    /** Rewrites the last byte range in its own room; what is put there may be anything of that length or shorter. */
    static byte[] rewriteLastByteRange(byte[] pdf, UnaryOperator<List<Integer>> rewrite) {
        List<List<Integer>> ranges = byteRanges(pdf);
        List<Integer> range = rewrite.apply(ranges.get(ranges.size() - 1));
        return replaceLastByteRange(pdf, "/ByteRange " + range.toString().replace(",", ""));
    }

    static byte[] replaceLastByteRange(byte[] pdf, String entry) {
        Matcher matcher = BYTE_RANGE.matcher(text(pdf));
        int start = 0;
        int end = 0;
        while (matcher.find()) {
            start = matcher.start();
            end = matcher.end();
        }
        // the placeholder leaves blanks behind the array
        while (pdf[end] == ' ') {
            end++;
        }
        if (entry.length() > end - start) {
            throw new IllegalArgumentException("no room for " + entry);
        }
        return overwrite(pdf, start, entry + " ".repeat(end - start - entry.length()));
    }

    static byte[] overwrite(byte[] pdf, int at, String text) {
        byte[] altered = pdf.clone();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, altered, at, bytes.length);
        return altered;
    }

    static byte[] replace(byte[] pdf, String what, String with) {
        int at = text(pdf).lastIndexOf(what);
        if (at < 0 || what.length() != with.length()) {
            throw new IllegalArgumentException("not to be replaced: " + what);
        }
        return overwrite(pdf, at, with);
    }

    static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    static COSDictionary catalog(PDDocument pdf) {
        return pdf.getDocumentCatalog().getCOSObject();
    }

    static COSDictionary form(PDDocument pdf) {
        return catalog(pdf).getCOSDictionary(COSName.ACRO_FORM);
    }

    static COSDictionary field(PDDocument pdf, int index) {
        return (COSDictionary) form(pdf).getCOSArray(COSName.FIELDS).getObject(index);
    }

    static COSName first(COSDictionary entries) {
        return entries.keySet().iterator().next();
    }

    /** They are written anew with the update. */
    static void touch(COSDictionary... dictionaries) {
        for (COSDictionary dictionary : dictionaries) {
            dictionary.setNeedToBeUpdated(true);
        }
    }

    static void write(COSStream stream, String text) throws IOException {
        try (var out = stream.createOutputStream()) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
