package se.justera.validation.own;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import se.justera.kernel.Sha256;

/** The hashes of a file as it stood before each of its later updates: where an end of a file stands inside it. */
public final class Beginnings {

    private static final String END = "%%EOF";
    private static final int MOST = 60;

    private Beginnings() {}

    /** Of the longest beginnings, the longest first, without the whole file. */
    public static List<Sha256> of(byte[] uploadedPdf) {
        List<Sha256> hashes = new ArrayList<>();
        MessageDigest digest = sha256();
        int from = 0;
        for (int end : ends(uploadedPdf)) {
            digest.update(uploadedPdf, from, end - from);
            from = end;
            hashes.add(0, new Sha256(HexFormat.of().formatHex(copy(digest).digest())));
        }
        return hashes;
    }

    /** Behind the mark, and behind the line that it ends. */
    private static SortedSet<Integer> ends(byte[] file) {
        TreeSet<Integer> ends = new TreeSet<>();
        for (int at = file.length - END.length(); at > 0 && ends.size() < MOST; at--) {
            if (marks(file, at)) {
                int end = at + END.length();
                ends.add(end);
                while (end < file.length && end - at < END.length() + 2 && (file[end] == '\n' || file[end] == '\r')) {
                    ends.add(++end);
                }
            }
        }
        ends.remove(file.length);
        return ends;
    }

    private static boolean marks(byte[] file, int at) {
        for (int i = 0; i < END.length(); i++) {
            if (file[at + i] != END.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied", e);
        }
    }
}
