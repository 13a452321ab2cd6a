package se.justera.intake;

import java.util.regex.Pattern;

/** A short line that heads the sentence or the list right under it, without a blank line between. */
final class ShortHeading {

    private static final int LONGEST = 60;
    private static final Pattern COUNT =
            Pattern.compile("^(?:\\p{Ll}[).]|(?:§ ?)?\\d{1,3}\\.\\d{1,2}\\.?) (?=\\p{Lu})");

    private ShortHeading() {}

    /** True for "Barnperspektivet", "a) Kompetensdagar" or "8.1 Ordförande" over a sentence or an entry. */
    static boolean isOver(String line, String next) {
        if (line.length() > LONGEST
                || next.isEmpty()
                || DecisionForm.isLabel(line)
                || Addressees.in(line).isPresent()) {
            return false;
        }
        String words = COUNT.matcher(line).replaceFirst("");
        boolean counted = words.length() < line.length();
        if (Pieces.isBullet(next)) {
            return isHeading(words) || (words.equals(line) && Names.isName(words));
        }
        boolean sentence = Character.isUpperCase(next.codePointAt(0))
                && (next.endsWith(".") || next.length() > LONGEST)
                && !HeadingStyle.looksLikeHeading(next)
                && !SignatureForm.opens(line);
        return sentence && (isHeading(words) || (counted && isPlain(words)));
    }

    /** "a) Kompetensdagar", "8.1 Ordförande". */
    static boolean isCounted(String line) {
        return COUNT.matcher(line).find();
    }

    private static boolean isHeading(String words) {
        return HeadingStyle.looksLikeHeading(words) && !DecisionForm.decides(words);
    }

    /** An office may be what is elected: "8.1 Ordförande". */
    private static boolean isPlain(String words) {
        return !Wrapping.isTerminated(words) && HeadingStyle.hasNoVerb(words);
    }
}
