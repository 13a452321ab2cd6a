package se.justera.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AssociationName;

/** Whose minutes these are: the association's name and its number. */
final class AssociationReader {

    static final Pattern ORG_NUMBER = Pattern.compile(
            "(?iu)[(,]? ?org(?:\\.|anisations)?[ -]?(?:nr|nummer)\\.?:? ?(?<number>\\d{6} ?-? ?\\d{4})\\)?");
    private static final Pattern NAME = Pattern.compile(
            "(?iu)(?:samordningsförbund|kommunalförbund|\\p{L}{0,30}förbundet |räddningstjänsten |finsam |stiftelsen "
                    + "|föreningen |bostadsrättsföreningen |ekonomiska föreningen ).{2,120}");
    private static final Pattern OWNER =
            Pattern.compile("(?iu)\\p{Lu}[\\p{L} -]{1,40} (?:kommun|stad|landsting)|region \\p{Lu}[\\p{L} -]{1,40}");
    private static final Pattern GENERIC =
            Pattern.compile("(?iu)samordningsförbundet|kommunalförbundet|förbundet|stiftelsen|föreningen");
    private static final Pattern SHORTER = Pattern.compile(" \\((?<name>\\p{L}[\\p{L}\\d -]{1,20})\\)");
    /** "(SNo)" after a name is a shorter one, and no place. */
    private static final Pattern LETTERS_AT_END =
            Pattern.compile("(?<name>.{5,100}) \\((?<letters>(?=[^)]*\\p{Lu}[^)]*\\p{Lu})[\\p{L}\\d]{2,8})\\)");

    private static final int LONGEST = 300;

    private @Nullable String name;
    private @Nullable String shortName;
    private @Nullable String orgNumber;

    /** True for the number of an organisation, which is a line of its own. */
    static boolean isOrgNumber(String line) {
        return line.length() <= LONGEST && ORG_NUMBER.matcher(line).lookingAt();
    }

    /** True for a word that is only the beginning of an association's name, whose rest stands in the next line. */
    static boolean isHalfName(String line) {
        return GENERIC.matcher(line).matches();
    }

    /** Takes in a line that begins as associations' names do. */
    boolean read(String line) {
        String text = bare(line);
        if (name != null
                || text.contains("  ")
                || IdentityForm.beginsWithBody(text)
                || !NAME.matcher(text).matches()
                || (Wrapping.isTerminated(text) && !text.endsWith(")"))) {
            return false;
        }
        Matcher letters = LETTERS_AT_END.matcher(text);
        name = letters.matches() ? letters.group("name") : text;
        shortName = letters.matches() ? letters.group("letters") : shortName;
        return true;
    }

    /** The name once more, perhaps with the shorter one in brackets. */
    boolean repeats(String line) {
        String text = bare(line);
        if (name != null && text.contains(" ") && name.endsWith(" " + text)) {
            return true;
        }
        if (name == null || !text.regionMatches(true, 0, name, 0, name.length())) {
            return false;
        }
        Matcher shorter = SHORTER.matcher(text.substring(name.length()));
        if (shorter.matches()) {
            shortName = shorter.group("name");
        }
        return shorter.matches() || text.length() == name.length();
    }

    private static String bare(String line) {
        return line.replaceFirst("[:,]$", "").strip();
    }

    void number(Matcher found) {
        orgNumber = found.group("number").replace(" ", "");
    }

    /** Takes this name unless another is known; true if it is the one. */
    boolean readSure(String text) {
        name = name == null ? text : name;
        return name.equals(text);
    }

    boolean isNamed() {
        return name != null;
    }

    /** The first line of a text that names nobody else is the name of whoever kept the minutes. */
    boolean readUnknown(String line) {
        if (name != null
                || line.length() > 100
                || Wrapping.isTerminated(line)
                || line.matches("(?su).*(?:[\\d/]|  |\\t).*")
                || !Character.isUpperCase(line.codePointAt(0))) {
            return false;
        }
        name = line;
        return true;
    }

    /** True for "VALSJÖ KOMMUN", "Region Fyr" and names that associations have. */
    static boolean isOwner(String text) {
        return OWNER.matcher(text).matches() || NAME.matcher(text).matches();
    }

    /** At the head of every page, "VALSJÖ KOMMUN" or "Region Fyr" says whose minutes these are. */
    boolean readOwner(String line) {
        boolean owner = name == null && OWNER.matcher(line).matches();
        name = owner ? line : name;
        return owner;
    }

    @Nullable
    AssociationName association() {
        return name == null && orgNumber == null ? null : new AssociationName(name, shortName, orgNumber);
    }
}
