package se.justera.signing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reserved place of a signature in the newest revision of a PDF: from {@code <} to {@code >} of its /Contents (ISO
 * 32000-1, 12.8.1).
 *
 * @param start of the first hexadecimal digit
 * @param end behind the last
 */
record SignatureContainer(int start, int end) {

    private static final Pattern BYTE_RANGE = Pattern.compile("/ByteRange\\s*\\[\\s*0 (\\d+) (\\d+) (\\d+)\\s*]");

    /**
     * The empty container of a revision.
     *
     * @param pdf ends with the revision
     * @param from where the revision begins
     * @return empty where there is none whose ByteRange fits the file to the byte
     */
    static Optional<SignatureContainer> find(byte[] pdf, int from) {
        String revision = new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1);
        Matcher matcher = BYTE_RANGE.matcher(revision);
        while (matcher.find()) {
            long start = Long.parseLong(matcher.group(1));
            long end = Long.parseLong(matcher.group(2));
            boolean fits = start >= from && end <= pdf.length && end + Long.parseLong(matcher.group(3)) == pdf.length;
            if (fits && isEmpty(pdf, (int) start, (int) end)) {
                return Optional.of(new SignatureContainer((int) start + 1, (int) end - 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isEmpty(byte[] pdf, int start, int end) {
        if (end - start < 2 || pdf[start] != '<' || pdf[end - 1] != '>') {
            return false;
        }
        for (int i = start + 1; i < end - 1; i++) {
            if (pdf[i] != '0') {
                return false;
            }
        }
        return true;
    }

    /** Writes the signature into its place; the rest of the place stays zero. */
    void fill(byte[] pdf, byte[] signature) {
        byte[] hex = HexFormat.of().formatHex(signature).getBytes(StandardCharsets.US_ASCII);
        if (hex.length > end - start) {
            throw new NoRoom(signature.length, (end - start) / 2);
        }
        System.arraycopy(hex, 0, pdf, start, hex.length);
    }
}
