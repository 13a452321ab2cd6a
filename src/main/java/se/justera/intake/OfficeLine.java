package se.justera.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line under signatures that says what offices the signers hold, in one column or more. */
final class OfficeLine {

    private static final int LONGEST = 120;

    private OfficeLine() {}

    /** The offices of the line, one for each column; empty for any other line. */
    static List<String> of(String line, int signersAbove) {
        String bare = SignatureForm.bare(line);
        String[] cells = SignatureReader.COLUMNS.split(bare);
        if (line.length() <= LONGEST && Arrays.stream(cells).allMatch(OfficeLine::isOffice)) {
            return List.of(cells);
        }
        return signersAbove == 2 ? two(bare) : List.of();
    }

    static boolean isOffice(String text) {
        return Offices.isOffice(text) || SignatureForm.label(text).isPresent();
    }

    /** "Ekonom" over "Ordförande", which stand under the names beside each other on the page. */
    static boolean areOffices(TextBlock block, @Nullable TextBlock next) {
        return next != null && block.isSingle() && isOffice(block.first()) && isOffice(next.first());
    }

    private static List<String> two(String line) {
        for (int space = line.indexOf(' '); space > 0; space = line.indexOf(' ', space + 1)) {
            String first = line.substring(0, space);
            String second = line.substring(space + 1);
            if (isOffice(first) && isOffice(second)) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    /** True where a name follows that has no office of its own under it, and the line does not end a signature. */
    static boolean isOverName(TextBlock block, int at) {
        List<String> lines = block.texts();
        boolean name = at + 1 < lines.size() && Names.isName(lines.get(at + 1));
        boolean officeUnder = at + 2 < lines.size()
                && isOffice(SignatureForm.bare(lines.get(at + 2)))
                && !(at + 3 < lines.size()
                        && Names.isName(lines.get(at + 3))
                        && SignatureForm.label(lines.get(at + 2)).isPresent());
        return name && !officeUnder;
    }
}
