package se.justera.validation;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the fuzzer's bytes ask for, done to a file at the places that decide what a file is taken for. */
final class Tampering {

    private static final List<String> PLACES = List.of(
            "xref",
            "trailer",
            "startxref",
            "/ByteRange",
            "/Contents",
            "/Prev",
            "/Kids",
            "/Length",
            "/AcroForm",
            "/Fields",
            "/V ",
            "/W ",
            "/W[",
            "/Index",
            "/Size",
            "/Root",
            "/Type",
            "/ObjStm",
            "/Filter",
            "/Names",
            "/Perms",
            "/DSS",
            "/Rect",
            " obj",
            "stream",
            "%%EOF",
            "%PDF",
            "<ds:",
            "xmlns",
            "\"payload\"",
            "PK");

    private static final List<String> PIECES = List.of(
            "<<",
            ">>",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "null",
            "true",
            "0",
            "-1",
            "2147483648",
            "9999999999",
            "1e99",
            "1 0 R",
            "3 0 R",
            "999999 65535 R",
            "/Type/Sig",
            "/Type/Catalog",
            "/Prev 0",
            "/Prev 116",
            "/XRefStm 116",
            "/ByteRange[0 1 2 3]",
            "/Contents<00>",
            "/Filter/FlateDecode",
            "/Filter[/LZWDecode/LZWDecode]",
            "/Filter/JBIG2Decode",
            "/DecodeParms<</Columns 2147483647/Predictor 15>>",
            "/Length 2147483647",
            "/FT/Sig",
            "/Kids[3 0 R 3 0 R]",
            "/Parent 3 0 R",
            "/Extends 5 0 R",
            "/Encrypt 4 0 R",
            "endobj",
            "endstream",
            "stream\r\n",
            "xref\n0 1\n0000000000 65535 f \n",
            "startxref\n0\n%%EOF\n",
            "%PDF-2.0\n",
            "7 0 obj\n<</Type/Page/Parent 7 0 R>>\nendobj\n",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
            "&e;",
            "\u0000",
            "\u00ff\u00fe");

    private static final int MOST_STEPS = 8;
    private static final int NEAR = 64;
    private static final int LONGEST = 1 << 19;

    private final FuzzedDataProvider will;
    private byte[] file;

    private Tampering(byte[] file, FuzzedDataProvider will) {
        this.file = file;
        this.will = will;
    }

    static byte[] of(byte[] file, FuzzedDataProvider will) {
        var tampering = new Tampering(file.clone(), will);
        for (int step = 0; step < MOST_STEPS && will.remainingBytes() > 0; step++) {
            tampering.step();
        }
        return tampering.file;
    }

    private void step() {
        switch (will.consumeInt(0, 8)) {
            case 0 -> flip();
            case 1 -> overwrite(piece());
            case 2 -> splice(place(), 0, piece());
            case 3 -> splice(place(), will.consumeInt(1, NEAR), new byte[0]);
            case 4 -> repeatAtTheEnd();
            case 5 -> addRevision();
            case 6 -> file = Arrays.copyOf(file, will.consumeInt(0, file.length));
            case 7 -> renumber();
            default -> splice(place(), will.consumeInt(0, NEAR), will.consumeBytes(NEAR));
        }
    }

    private byte[] piece() {
        return bytes(will.pickValue(PIECES));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Behind one of the occurrences of a word that decides something; or anywhere. */
    private int place() {
        if (will.consumeInt(0, 7) == 0) {
            return will.consumeInt(0, file.length);
        }
        byte[] word = bytes(will.pickValue(PLACES));
        List<Integer> found = new ArrayList<>();
        for (int at = find(word, 0); at >= 0 && found.size() < NEAR; at = find(word, at + 1)) {
            found.add(at);
        }
        if (found.isEmpty()) {
            return will.consumeInt(0, file.length);
        }
        return Math.min(file.length, found.get(will.consumeInt(0, found.size() - 1)) + will.consumeInt(0, NEAR));
    }

    private int find(byte[] word, int from) {
        for (int at = from; at <= file.length - word.length; at++) {
            if (Arrays.equals(file, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return -1;
    }

    private void flip() {
        int at = place();
        if (at < file.length) {
            file[at] ^= (byte) (1 << will.consumeInt(0, 7));
        }
    }

    private void overwrite(byte[] piece) {
        int at = place();
        System.arraycopy(piece, 0, file, at, Math.min(piece.length, file.length - at));
    }

    private void splice(int at, int removed, byte[] inserted) {
        int rest = Math.min(file.length, at + removed);
        if (file.length + inserted.length <= LONGEST) {
            byte[] spliced = new byte[at + inserted.length + file.length - rest];
            System.arraycopy(file, 0, spliced, 0, at);
            System.arraycopy(inserted, 0, spliced, at, inserted.length);
            System.arraycopy(file, rest, spliced, at + inserted.length, file.length - rest);
            file = spliced;
        }
    }

    private void repeatAtTheEnd() {
        int from = place();
        splice(file.length, 0, Arrays.copyOfRange(file, from, Math.min(file.length, from + will.consumeInt(1, 8192))));
    }

    /** An incremental update that says something else of one object. */
    private void addRevision() {
        int number = will.consumeInt(1, 40);
        int before = Math.max(0, find(bytes("xref"), file.length / 2));
        String object = "\n" + number + " 0 obj\n<<" + will.pickValue(PIECES) + will.pickValue(PIECES) + ">>\nendobj\n";
        int at = file.length + object.length();
        splice(
                file.length,
                0,
                bytes(object + "xref\n" + number + " 1\n%010d 00000 n \n".formatted(file.length + 1)
                        + "trailer\n<</Size 60/Root 1 0 R/Prev " + before + ">>\nstartxref\n" + at + "\n%%EOF\n"));
    }

    /** The next number is another one. */
    private void renumber() {
        int start = place();
        while (start < file.length && (file[start] < '0' || file[start] > '9')) {
            start++;
        }
        int end = start;
        while (end < file.length && file[end] >= '0' && file[end] <= '9') {
            end++;
        }
        splice(start, end - start, bytes(Long.toString(will.consumeLong(-2, 1L << 33))));
    }
}
