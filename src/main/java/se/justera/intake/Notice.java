package se.justera.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The notice and proof for the notice board that some minutes print on their cover or at their end ("ANSLAG/BEVIS"). */
final class Notice {

    private static final Pattern HEADING = Pattern.compile("(?iu)(?:anslag ?/ ?bevis|bevis ?/ ?anslag|anslagsbevis"
            + "|bevis om (?:anslag|justering|tillkännagivande).{0,40}|bevis|anslag"
            + "|tillkännagivande (?:av|om) .{0,20}juster.{0,40}):?");

    private static final Pattern ATTENDANCE = Pattern.compile(
            "(?iu)(?:närvarolista|närvaroförteckning|närvarande|beslutande|tjänstgörande|ledamöter)\\b.{0,60}");

    private Notice() {}

    static boolean isHeading(@Nullable String line) {
        return line != null && line.length() <= 90 && HEADING.matcher(line).matches();
    }

    /** Where the notice begins, or the end where there is none. */
    static int start(List<TextBlock> blocks) {
        int i = 0;
        while (i < blocks.size() && !isHeading(blocks.get(i).first())) {
            i++;
        }
        return i;
    }

    /** Where the notice ends: at the end, or where the list of those who attended begins under it. */
    static int end(List<TextBlock> blocks, int start) {
        int i = start + 1;
        while (i < blocks.size() && !ATTENDANCE.matcher(blocks.get(i).first()).matches()) {
            i++;
        }
        return Math.min(i, blocks.size());
    }

    /** The notice as an unnumbered matter. */
    static Stream<Section> sections(List<TextBlock> notice) {
        if (notice.isEmpty()) {
            return Stream.empty();
        }
        TextBlock first = notice.get(0);
        List<TextBlock> rest = Stream.concat(
                        first.isSingle() ? Stream.empty() : Stream.of(first.from(1)),
                        notice.subList(1, notice.size()).stream())
                .toList();
        return Stream.of(new Section(null, first.first(), rest));
    }
}
