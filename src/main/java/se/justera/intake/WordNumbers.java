package se.justera.intake;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** The numbers that Word makes itself: counted on per list and level, written as the level's text says, e.g. "§ %1". */
final class WordNumbers {

    static final String BULLET = "- ";

    private static final int LEVELS = 9;
    private static final int LETTERS = 26;

    private final Map<BigInteger, int[]> counters = new HashMap<>();

    /** What stands before the paragraph, with a blank after it; empty for a paragraph without a number. */
    String next(XWPFParagraph paragraph) {
        BigInteger list = listOf(paragraph);
        if (list == null || list.signum() == 0) {
            return "";
        }
        int level = level(paragraph);
        CTLvl kind = kindOf(paragraph, list, level);
        String text = kind == null || kind.getLvlText() == null
                ? ""
                : kind.getLvlText().getVal();
        boolean none =
                kind != null && kind.getNumFmt() != null && kind.getNumFmt().getVal() == STNumberFormat.NONE;
        if (none) {
            return "";
        }
        if (!text.contains("%")) {
            return BULLET;
        }
        int[] counts = count(kind, list, level);
        return written(lettered(text, kind, level, counts[level]), counts) + " ";
    }

    /** Where the level counts in letters, with its letter in the place of its number. */
    private static String lettered(String text, @Nullable CTLvl kind, int level, int count) {
        boolean letters =
                kind != null && kind.getNumFmt() != null && kind.getNumFmt().getVal() == STNumberFormat.LOWER_LETTER;
        return letters && count >= 1 && count <= LETTERS
                ? text.replace("%" + (level + 1), String.valueOf((char) ('a' + count - 1)))
                : text;
    }

    /** The list that the paragraph itself or its style belongs to. */
    private static @Nullable BigInteger listOf(XWPFParagraph paragraph) {
        BigInteger own = paragraph.getNumID();
        XWPFStyles styles = paragraph.getDocument().getStyles();
        String id = paragraph.getStyle();
        for (int i = 0; own == null && styles != null && id != null && i < LEVELS; i++) {
            XWPFStyle style = styles.getStyle(id);
            var properties = style == null ? null : style.getCTStyle().getPPr();
            var number = properties == null ? null : properties.getNumPr();
            own = number == null || number.getNumId() == null
                    ? null
                    : number.getNumId().getVal();
            id = style == null ? null : style.getBasisStyleID();
        }
        return own;
    }

    /** How deep in its list a paragraph stands, from 0. */
    static int level(XWPFParagraph paragraph) {
        BigInteger ilvl = paragraph.getNumIlvl();
        return ilvl == null ? 0 : Math.min(LEVELS - 1, Math.max(0, ilvl.intValue()));
    }

    private int[] count(@Nullable CTLvl kind, BigInteger list, int level) {
        int[] counts = counters.computeIfAbsent(list, l -> new int[LEVELS]);
        if (counts[level] == 0 && kind != null && kind.getStart() != null) {
            counts[level] = kind.getStart().getVal().intValue() - 1;
        }
        counts[level]++;
        Arrays.fill(counts, level + 1, LEVELS, 0);
        return counts;
    }

    private static @Nullable CTLvl kindOf(XWPFParagraph paragraph, BigInteger list, int level) {
        var numbering = paragraph.getDocument().getNumbering();
        var number = numbering == null ? null : numbering.getNum(list);
        if (numbering == null || number == null) {
            return null;
        }
        var kind = numbering.getAbstractNum(number.getCTNum().getAbstractNumId().getVal());
        return kind == null || kind.getCTAbstractNum().sizeOfLvlArray() <= level
                ? null
                : kind.getCTAbstractNum().getLvlArray(level);
    }

    private static String written(String levelText, int[] counts) {
        String written = levelText;
        for (int i = 0; i < LEVELS; i++) {
            written = written.replace("%" + (i + 1), String.valueOf(Math.max(1, counts[i])));
        }
        return written.strip();
    }
}
