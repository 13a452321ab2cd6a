package se.justera.validation.structure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/**
 * An object stream unpacked (ISO 32000-2, 7.5.7).
 *
 * @param numbers of its objects, in the order in which its head names them
 * @param first where they begin in the content
 */
record PackedObjects(List<Long> numbers, String content, int first) {

    private static final COSName FIRST = COSName.getPDFName("First");

    private static final Pattern COMMENT = Pattern.compile("%[^\\r\\n]*");

    /** @throws IOException if the object of this number is no stream */
    static PackedObjects of(Revision revision, long number) throws IOException {
        if (revision.document()
                        .getDocument()
                        .getObjectFromPool(new COSObjectKey(number, 0))
                        .getObject()
                instanceof COSStream holder) {
            try (InputStream in = holder.createInputStream()) {
                String content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                int first = holder.getInt(FIRST, 0);
                return new PackedObjects(numbers(content.substring(0, first)), content, first);
            }
        }
        throw new IOException("no object stream");
    }

    /** Each second of the numbers tells where the object of the first stands; some write comments between them. */
    private static List<Long> numbers(String head) {
        String[] parts = COMMENT.matcher(head).replaceAll(" ").strip().split("[\\s\\x00]+", -1);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            numbers.add(Long.parseLong(parts[i]));
        }
        return numbers;
    }

    /** Objects that stand in it more than once. */
    Set<Long> twice() {
        Set<Long> once = new HashSet<>();
        return numbers.stream().filter(number -> !once.add(number)).collect(Collectors.toSet());
    }

    boolean nameTwice() {
        return NamesTwice.in(content, first);
    }

    boolean namesDiffer() {
        return NamesTwice.differing(content, first);
    }
}
