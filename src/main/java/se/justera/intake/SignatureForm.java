package se.justera.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.SignatoryRole;

/** What the places for signatures look like. */
final class SignatureForm {

    private static final Pattern SECRETARY = Pattern.compile(
            "(?iu)vid (?:protokollet|pennan|tangenterna|anteckningarna)|(?:mötes)?sekreterare|protokollförare");
    private static final Pattern CHAIR = Pattern.compile("(?iu)(?:mötes)?ordförande");
    private static final Pattern ADJUSTER = Pattern.compile(
            "(?iu)(?:(?:digitalt|elektroniskt) )?(?:protokollet |protokoll)?juster(?:as|at|are|ande|ing|ingsperson(?:er)?)(?: av| den)?"
                    + "|(?:(?:protokollet|dokumentet) (?:är |har |)(?:undertecknats |signerats )?)?(?:digitalt|elektroniskt) (?:undertecknat|signerat|undertecknas|signeras)(?: av)?|rätt att justera");
    private static final Pattern OPENING = Pattern.compile(
            "(?iu)vid (?:protokollet|pennan|tangenterna)|(?:(?:digitalt|elektroniskt) )?(?:protokollet )?juster(?:as|at)(?: av)?"
                    + "|(?:(?:protokollet|dokumentet) (?:är |har |)(?:undertecknats |signerats )?)?(?:digitalt|elektroniskt) (?:undertecknat|signerat|undertecknas|signeras)(?: av)?|underskrifter|signaturer");

    private static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");

    private static final int LONGEST = 300;

    private SignatureForm() {}

    /** What a label alone says about whose signature belongs there. */
    static Optional<SignatoryRole> label(String line) {
        String text = bare(line);
        if (text.length() > 40) {
            return Optional.empty();
        }
        if (SECRETARY.matcher(text).matches()) {
            return Optional.of(SignatoryRole.SECRETARY);
        }
        if (CHAIR.matcher(text).matches()) {
            return Optional.of(SignatoryRole.CHAIR);
        }
        return ADJUSTER.matcher(text).matches() ? Optional.of(SignatoryRole.ADJUSTER) : Optional.empty();
    }

    /** True for a line that opens a block of signatures wherever it stands: "Vid protokollet", "Justeras:". */
    static boolean opens(String line) {
        if (line.length() > 160) {
            return false;
        }
        List<String> cells =
                COLUMNS.splitAsStream(line).filter(c -> !DottedLine.is(c)).toList();
        return cells.stream().allMatch(c -> label(c).isPresent() || isOpening(c))
                && cells.stream().anyMatch(SignatureForm::isOpening);
    }

    private static boolean isOpening(String text) {
        return text.length() <= 40 && OPENING.matcher(bare(text)).matches();
    }

    /** True for labels and nothing else, beside each other. */
    static boolean isLabels(String line) {
        return line.length() <= 160
                && COLUMNS.splitAsStream(line).filter(c -> !DottedLine.is(c)).allMatch(c -> label(c).isPresent());
    }

    static String bare(String line) {
        if (line.length() > LONGEST) {
            return line;
        }
        return line.replaceAll("[\\s:._…]{1,200}$", "").strip();
    }

    /** True for "Nora Falk / Sekreterare", also several beside each other, with or without a line to sign on. */
    static boolean isNameThenOffice(TextBlock block) {
        List<String> lines =
                block.texts().stream().filter(l -> !DottedLine.is(l)).toList();
        if (lines.size() != 2) {
            return false;
        }
        List<String> names = COLUMNS.splitAsStream(lines.get(0)).toList();
        List<String> offices = COLUMNS.splitAsStream(lines.get(1)).toList();
        return names.size() == offices.size()
                && names.stream().allMatch(Names::isName)
                && offices.stream().allMatch(SignatureForm::isSigner);
    }

    /** True where the next thing is a line to sign on. */
    static boolean isLabelOverLine(TextBlock block, @Nullable TextBlock next) {
        boolean lineBelow = block.isSingle()
                ? next != null && DottedLine.is(next.first())
                : DottedLine.is(block.lines().get(1).text());
        boolean lineBeside = COLUMNS.splitAsStream(block.first()).anyMatch(DottedLine::is);
        return isLabels(block.first()) && !DottedLine.is(block.first()) && (lineBelow || lineBeside);
    }

    /** "Mötesordförande    Mötessekreterare" over as many names. */
    private static boolean isLabelsOverNames(TextBlock block) {
        List<String> labels = COLUMNS.splitAsStream(block.first()).toList();
        List<String> names = block.isSingle()
                ? List.of()
                : COLUMNS.splitAsStream(block.lines().get(1).text()).toList();
        return names.size() == labels.size()
                && isLabels(block.first())
                && names.stream().allMatch(Names::isName);
    }

    /** True for the block that begins the signatures after the last matter. */
    static boolean begins(TextBlock block, @Nullable TextBlock next) {
        boolean nameOverOffice = next != null
                && block.isSingle()
                && Names.isName(block.first())
                && next.first().length() < 60
                && isSigner(next.first());
        return opens(block.first())
                || isNameThenOffice(block)
                || isLabelOverLine(block, next)
                || (isLabelsOverNames(block)
                        && (block.first().contains("  ")
                                || block.first().contains("\t")
                                || (next != null && (isLabelsOverNames(next) || opens(next.first())))))
                || DottedLine.is(block.first())
                || namesSigner(block.first())
                || nameOverOffice;
    }

    /** True for "Vid protokollet: Nora Falk" and its like. */
    private static boolean namesSigner(String line) {
        return HeadLabel.in(line)
                .filter(l -> l.label() == HeadLabel.SECRETARY || l.label() == HeadLabel.ADJUSTER)
                .filter(l ->
                        !l.value().isEmpty() && People.of(l.value()).unread().isEmpty())
                .filter(l -> l.value().length() < 80 && !Wrapping.isTerminated(l.value()))
                .isPresent();
    }

    /** True for an office that signs minutes. */
    static boolean isSigner(String line) {
        AttendeeRole office = Offices.role(bare(line)).orElse(null);
        return label(line).isPresent()
                || (office != null && office != AttendeeRole.OFFICER && office != AttendeeRole.GUEST);
    }
}
