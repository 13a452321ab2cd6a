package se.justera.intake;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/**
 * What stood at the head of the pages besides what every page of ours says there: the title, the body, the day and the
 * number of the page.
 */
final class Letterhead {

    private static final Pattern TITLE_AT_END =
            Pattern.compile("(?iu)(?<before>\\S.*?)[ ,]{1,20}\\p{L}{0,30}protokoll");
    private static final Pattern WORD_FOR_PAGE = Pattern.compile("(?iu)sida|sidan|sidnr|sid\\.?");

    private final Set<String> known = new LinkedHashSet<>();

    private Letterhead(
            @Nullable String title, @Nullable String body, @Nullable String code, Draft.@Nullable Meeting meeting) {
        String day = meeting == null || meeting.date() == null
                ? null
                : meeting.date().toString();
        Stream.of(title, body, code, day)
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .forEach(known::add);
    }

    /** The lines without those facts, each once; null where nothing is left. */
    static @Nullable String of(
            Stream<String> lines,
            @Nullable String title,
            @Nullable String body,
            @Nullable String code,
            Draft.@Nullable Meeting meeting) {
        var letterhead = new Letterhead(title, body, code, meeting);
        String left = lines.map(letterhead::left)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return left.isEmpty() ? null : left;
    }

    private String left(String line) {
        List<String> cells = Arrays.asList(SignatureReader.COLUMNS.split(PageNumber.without(line)));
        return cells.stream()
                .map(cell -> withoutTitle(PageNumber.without(cell)))
                .filter(cell -> !isSaid(cell))
                .collect(Collectors.joining(" "));
    }

    /** "Samordningsförbundet Älven SAMMANTRÄDESPROTOKOLL", whose gap was lost. */
    private static String withoutTitle(String cell) {
        Matcher m = TITLE_AT_END.matcher(cell.length() > 200 ? "" : cell);
        String text = m.matches() ? m.group("before") : cell;
        return text.length() > 200
                ? text
                : AssociationReader.ORG_NUMBER.matcher(text).replaceFirst("").strip();
    }

    private boolean isSaid(String cell) {
        String text = cell.toLowerCase(Locale.ROOT);
        return text.isBlank()
                || known.stream().anyMatch(fact -> text.equals(fact) || endsWithBoth(text, fact))
                || WORD_FOR_PAGE.matcher(text).matches()
                || MeetingBody.is(cell)
                || isTitle(cell)
                || HeadLabel.in(cell)
                        .filter(label -> label.label() == HeadLabel.DATE)
                        .isPresent();
    }

    /** "Regionala folkhälsorådet 2025-10-02": one fact before the other. */
    private boolean endsWithBoth(String text, String last) {
        return text.endsWith(" " + last)
                && known.contains(
                        text.substring(0, text.length() - last.length()).strip());
    }

    private static boolean isTitle(String cell) {
        return IdentityForm.TITLE.matcher(cell).matches() && !cell.matches(".*\\d.*");
    }
}
