package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a paragraph into sentences, but not at abbreviations, initials or ordinals. */
final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "bl.a", "t.ex", "kl", "nr", "dnr", "org", "ca", "s.k", "m.m", "m.fl", "dvs", "d.v.s", "f.d", "st", "resp",
            "inkl", "exkl", "o.s.v", "osv", "etc", "ev", "jfr", "mom", "kap", "p", "s", "sid", "tel", "tkr", "mkr",
            "ord", "ordf", "v", "tjg", "ers", "fr.o.m", "t.o.m", "p.g.a", "pga", "med", "bitr", "tf", "div", "max",
            "min", "f.n", "prof", "dr");

    private Sentences() {}

    static List<String> of(String paragraph) {
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < paragraph.length() - 2; i++) {
            char c = paragraph.charAt(i);
            if ((c == '.' || c == '!' || c == '?') && paragraph.charAt(i + 1) == ' ' && ends(paragraph, start, i)) {
                sentences.add(paragraph.substring(start, i + 1).strip());
                start = i + 2;
            }
        }
        sentences.add(paragraph.substring(start).strip());
        return sentences;
    }

    private static boolean ends(String text, int start, int stop) {
        int next = text.codePointAt(stop + 2);
        if (!Character.isUpperCase(next) && "*”\"[".indexOf(next) < 0) {
            return false;
        }
        int word = Math.max(start, text.lastIndexOf(' ', stop) + 1);
        String before = text.substring(word, stop).replaceFirst("^[(\"”*]", "");
        boolean initial = before.length() == 1 && Character.isUpperCase(before.charAt(0));
        return !initial && !ABBREVIATIONS.contains(before.toLowerCase(Locale.ROOT));
    }
}
