package se.justera.document.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** All salts of a document as they are kept in the archive beside its revision 0: one a line, in the matters' order. */
public final class KeptSalts {

    /** The kind of evidence they are. */
    public static final String KIND = "item-salts";

    private KeptSalts() {}

    public static byte[] write(List<Salt> salts) {
        return salts.stream().map(Salt::hex).collect(Collectors.joining("\n")).getBytes(StandardCharsets.US_ASCII);
    }

    public static List<Salt> read(byte[] kept) {
        return new String(kept, StandardCharsets.US_ASCII)
                .lines()
                .map(Salt::new)
                .toList();
    }
}
