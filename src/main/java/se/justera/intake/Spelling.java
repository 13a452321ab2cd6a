package se.justera.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells two spellings of what is likely one person's name. */
final class Spelling {

    private static final int MOST_EDITS = 2;
    private static final int SHORTEST = 7;
    private static final int SHORTEST_STEM = 5;

    private Spelling() {}

    /**
     * True for names that differ, but by at most two letters, beginning with the same one, or by the end of the surname
     * alone: "Sofia Sandäng" and "Sofia Sandängers".
     */
    static boolean isClose(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return false;
        }
        String a = one.strip().toLowerCase(Locale.ROOT);
        String b = other.strip().toLowerCase(Locale.ROOT);
        return Math.min(a.length(), b.length()) >= SHORTEST
                && a.length() <= 100
                && b.length() <= 100
                && a.charAt(0) == b.charAt(0)
                && (distance(a, b) <= MOST_EDITS || isLongerSurname(a, b));
    }

    private static boolean isLongerSurname(String a, String b) {
        int surname = a.lastIndexOf(' ') + 1;
        return surname > 0
                && b.lastIndexOf(' ') + 1 == surname
                && Math.min(a.length(), b.length()) - surname >= SHORTEST_STEM
                && (a.startsWith(b) || b.startsWith(a));
    }

    /** True where a surname in the text is near somebody's but neither it nor its genitive. */
    static boolean isCloseSurname(String inText, String known) {
        if (inText.equals(known) || inText.equals(known + "s") || known.equals(inText + "s")) {
            return false;
        }
        int shorter = Math.min(inText.length(), known.length());
        boolean stem = shorter >= SHORTEST_STEM && (known.startsWith(inText) || inText.startsWith(known));
        boolean edits = shorter >= SHORTEST_STEM - 1
                && Math.max(inText.length(), known.length()) <= 60
                && inText.charAt(0) == known.charAt(0)
                && distance(inText, known) == 1;
        return stem || edits;
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
