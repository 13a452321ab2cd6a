package se.justera.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.ItemKind;

/** What a matter's heading says of what the matter is for and who presents it. */
final class HeadingWords {

    private static final Pattern INFORMATION =
            Pattern.compile("(?iu)(?:.{1,200} ?[-–—:] ?)?information(?:er)?|informations(?:punkt|ärende).{0,200}");
    private static final Pattern DISCUSSION =
            Pattern.compile("(?iu).{1,200} ?[-–—:] ?diskussion|diskussionspunkt.{0,200}");
    private static final Pattern DECISION = Pattern.compile("(?iu).{1,200} ?[-–—:] ?beslut|beslutspunkt.{0,200}");
    private static final Pattern ELECTION = Pattern.compile("(?iu)val av .{1,200}");
    private static final Pattern PRESENTER = Pattern.compile("(?u).{2,200}\\p{L} ?/ ?(?<who>[^/]{3,60})");

    private static final Pattern UNDER_HEADING = Pattern.compile(
            "(?u)(?:(?<kind>Beslut|Information|Diskussion)(?:särende)?|(?<election>Val))?(?:\\.? ?Föredragande: ?(?<who>\\p{L}.{2,80}?)\\.?)");

    private HeadingWords() {}

    /** What a line right under the heading says of the matter: what it is for, who presents it. */
    record Said(@Nullable ItemKind kind, String presenter) {}

    static Optional<Said> under(String line) {
        Matcher m = UNDER_HEADING.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        String word = m.group("election") == null ? m.group("kind") : "Val";
        ItemKind kind = word == null
                ? null
                : switch (word) {
                    case "Beslut" -> ItemKind.DECISION;
                    case "Information" -> ItemKind.INFORMATION;
                    case "Diskussion" -> ItemKind.DISCUSSION;
                    default -> ItemKind.ELECTION;
                };
        return Optional.of(new Said(kind, m.group("who")));
    }

    static @Nullable ItemKind kind(@Nullable String heading) {
        String text = heading == null ? "" : heading.strip();
        if (INFORMATION.matcher(text).matches()) {
            return ItemKind.INFORMATION;
        }
        if (ELECTION.matcher(text).matches()) {
            return ItemKind.ELECTION;
        }
        if (DISCUSSION.matcher(text).matches()) {
            return ItemKind.DISCUSSION;
        }
        return DECISION.matcher(text).matches() ? ItemKind.DECISION : null;
    }

    /** An office or a person's name after a stroke: "Rapport om läget/biträdande förbundschef". */
    static @Nullable String presenter(@Nullable String heading) {
        Matcher m = PRESENTER.matcher(heading == null ? "" : heading.strip());
        if (!m.matches()) {
            return null;
        }
        String who = m.group("who").strip();
        return Offices.isOffice(who) || Names.isName(who) ? who : null;
    }
}
