package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Deliberation.Ballot;
import se.justera.minutes.Deliberation.Choice;
import se.justera.minutes.Deliberation.Vote;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

/** Reads one vote: what yes and no meant, how many voted which way, who voted how, and what came of it (KL 5:67). */
final class VoteReader {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("en", 1),
            Map.entry("ett", 1),
            Map.entry("två", 2),
            Map.entry("tre", 3),
            Map.entry("fyra", 4),
            Map.entry("fem", 5),
            Map.entry("sex", 6),
            Map.entry("sju", 7),
            Map.entry("åtta", 8),
            Map.entry("nio", 9),
            Map.entry("tio", 10),
            Map.entry("elva", 11),
            Map.entry("tolv", 12));
    private static final String NUMBER = "(?<n>\\d{1,3}|" + String.join("|", WORDS.keySet()) + ")";
    private static final Pattern OWN_COUNTS = Pattern.compile(
            "(?:Ja: (?<yes>\\d{1,4}))?(?:, )?(?:Nej: (?<no>\\d{1,4}))?(?:, )?(?:Avstår: (?<abstained>\\d{1,4}))?");
    private static final Pattern YES = Pattern.compile("(?iu)\\b" + NUMBER + " ja(?:[- ]?röst(?:er)?)?\\b");
    private static final Pattern NO = Pattern.compile("(?iu)\\b" + NUMBER + " nej(?:[- ]?röst(?:er)?)?\\b");
    private static final Pattern ABSTAINED = Pattern.compile("(?iu)\\b" + NUMBER
            + " (?:ledamot |ledamöter |röst(?:er)? )?(?:som )?(?:avst(?:år|od|ående)|nedlagd|blank)");
    private static final Pattern BALLOTS = Pattern.compile(
            "(?iu)(?:följande (?:ledamöter )?(?:röstar|röstade) )?"
                    + "(?<choice>ja|nej|avst(?:år|od)|frånvarande)(?:[- ]?(?:röstar|röstade|röster|röst))?(?: \\(\\d{1,3}\\))? ?: (?<names>.{3,2000})");
    private static final Pattern BALLOT =
            Pattern.compile("(?u)(?<name>\\p{Lu}.{2,100}?)[ :\t]{1,5}(?<choice>Ja|Nej|Avstår|Frånvarande)");
    private static final Pattern HEAD = Pattern.compile(
            "(?iu)(?:namn|ledamot|ledamöter|tjänstgörande)(?:[ \t]+(?:röst|ja|nej|avst\\.?|avstår|frånvarande)){0,4}|röst");
    private static final Pattern CHOICE = Pattern.compile("Ja|Nej|Avstår|Frånvarande");
    private static final Pattern QUESTION = Pattern.compile(
            "(?iu)(?:den|de) som .{3,300}\\b(?:röstar|röst)\\b.*"
                    + "|(?:ja|nej)(?:-?röst(?:er)?)? ?(?:för|innebär|betyder|är|=|:) .{3,300}|.{3,200}\\bröstar (?:ja|nej)\\b[^:]{0,200}");
    private static final int LONGEST = 3000;

    private final Speakers speakers;
    private final List<Ballot> ballots = new ArrayList<>();
    private String question = "";
    private String result = "";
    private boolean cellByCell;
    private String voter = "";
    private boolean secret;
    private @Nullable Integer yes;
    private @Nullable Integer no;
    private @Nullable Integer abstained;

    VoteReader(Speakers speakers) {
        this.speakers = speakers;
    }

    /** True for a text that says what yes and no mean. */
    static boolean isQuestion(String text) {
        return text.length() <= LONGEST
                && QUESTION.matcher(text).matches()
                && !BALLOTS.matcher(text).matches()
                && !OWN_COUNTS.matcher(text).matches();
    }

    /** True for a text that tells how many voted which way. */
    static boolean tellsCounts(String text) {
        return text.length() <= LONGEST
                && YES.matcher(text).find()
                && NO.matcher(text).find();
    }

    /** Text of pages may run from the question into what came of it: "… röstar nej. Med 3 ja-röster mot 1 nej-röst …". */
    void ask(String text) {
        Matcher counts = YES.matcher(text);
        int end = tellsCounts(text) && counts.find() ? text.lastIndexOf(". ", counts.start()) : -1;
        question = joined(question, end < 0 ? text : text.substring(0, end + 1));
        if (end >= 0) {
            readText(text.substring(end + 2));
        }
    }

    void beSecret() {
        secret = true;
    }

    /** Takes in a paragraph, a list or a table, or says that it is not understood. */
    boolean read(Piece piece) {
        if (piece.type() == BlockType.TABLE) {
            return readTable(piece.block().children());
        }
        if (piece.isList()) {
            return piece.entries().stream().allMatch(entry -> readBallot(entry) || readBallots(entry));
        }
        if (!piece.isParagraph()) {
            return false;
        }
        readText(piece.text());
        return true;
    }

    private void readText(String text) {
        if (text.length() > LONGEST) {
            result = joined(result, text);
        } else if (readBallots(text) || readBallot(text) || readOwnCounts(text) || readCell(text)) {
            return;
        } else if (HEAD.matcher(text).matches()) {
            cellByCell |= text.equalsIgnoreCase("röst");
        } else if (yes == null && result.isEmpty() && isQuestion(text)) {
            ask(text);
        } else {
            readCounts(text);
            result = joined(result, text);
        }
    }

    /** Takes in who voted which way: "Ja: Bo Ask, Eva Öst". */
    boolean readBallots(String text) {
        Matcher m = BALLOTS.matcher(text.length() > LONGEST ? "" : text);
        List<String> names = m.matches() ? speakers.in(m.group("names").replaceFirst("\\.$", "")) : List.of();
        names.forEach(name -> ballots.add(new Ballot(name, choice(m.group("choice")))));
        return !names.isEmpty();
    }

    private boolean readBallot(String text) {
        Matcher m = BALLOT.matcher(text);
        List<String> names = m.matches() ? speakers.in(m.group("name")) : List.of();
        if (names.size() != 1) {
            return false;
        }
        ballots.add(new Ballot(names.get(0), choice(m.group("choice"))));
        return true;
    }

    /** A table that some tools take apart: the name alone, then what they voted. */
    private boolean readCell(String text) {
        if (!voter.isEmpty() && CHOICE.matcher(text).matches()) {
            ballots.add(new Ballot(voter, choice(text)));
            voter = "";
            return true;
        }
        List<String> names = cellByCell ? speakers.in(text) : List.of();
        if (names.size() != 1 || !voter.isEmpty()) {
            return false;
        }
        voter = names.get(0);
        return true;
    }

    private static Choice choice(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.startsWith("ja")) {
            return Choice.YES;
        }
        if (lower.startsWith("nej")) {
            return Choice.NO;
        }
        return lower.startsWith("fr") ? Choice.ABSENT : Choice.ABSTAINED;
    }

    private boolean readOwnCounts(String text) {
        Matcher m = OWN_COUNTS.matcher(text);
        if (text.isEmpty() || !m.matches()) {
            return false;
        }
        yes = m.group("yes") == null ? yes : Integer.valueOf(m.group("yes"));
        no = m.group("no") == null ? no : Integer.valueOf(m.group("no"));
        abstained = m.group("abstained") == null ? abstained : Integer.valueOf(m.group("abstained"));
        return true;
    }

    private void readCounts(String text) {
        yes = yes == null ? count(YES, text).orElse(null) : yes;
        no = no == null ? count(NO, text).orElse(null) : no;
        abstained = abstained == null ? count(ABSTAINED, text).orElse(null) : abstained;
    }

    private static Optional<Integer> count(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        String number = m.group("n").toLowerCase(Locale.ROOT);
        return Optional.of(WORDS.containsKey(number) ? WORDS.get(number) : Integer.valueOf(number));
    }

    /** "Ledamot | Ja | Nej | Avstår" with a cross in each row, or "Namn | Röst" with the word. */
    private boolean readTable(List<Block> rows) {
        List<Choice> columns = new ArrayList<>();
        var read = new ArrayList<Ballot>();
        for (Block row : rows) {
            List<String> cells = row.children().stream()
                    .map(c -> c.text() == null ? "" : c.text().strip())
                    .toList();
            if (columns.isEmpty()) {
                cells.forEach(cell -> columns.add(columnOf(cell)));
                continue;
            }
            Choice choice = chosen(cells, columns);
            List<String> names = speakers.in(cells.get(0));
            if (choice == null || names.size() != 1) {
                return false;
            }
            read.add(new Ballot(names.get(0), choice));
        }
        ballots.addAll(read);
        return !read.isEmpty();
    }

    /** @return ABSENT also for columns of something else */
    private static Choice columnOf(String heading) {
        return heading.matches("(?iu)ja|nej|avst\\.?|avstår") ? choice(heading) : Choice.ABSENT;
    }

    private static @Nullable Choice chosen(List<String> cells, List<Choice> columns) {
        Choice chosen = null;
        for (int i = 1; i < Math.min(cells.size(), columns.size()); i++) {
            boolean said = cells.get(i).matches("(?iu)ja|nej|avstår|frånvarande");
            if (said || cells.get(i).matches("[xX×✓1•*]")) {
                if (chosen != null) {
                    return null;
                }
                chosen = said ? choice(cells.get(i)) : columns.get(i);
            } else if (!cells.get(i).isEmpty()) {
                return null;
            }
        }
        return chosen;
    }

    boolean saysNothing() {
        return yes == null && no == null && abstained == null && result.isEmpty() && ballots.isEmpty();
    }

    /** The text of what came of it, taken out, where that is the matter's only decision. */
    String takeResult() {
        String text = result;
        result = "";
        return text;
    }

    boolean decides() {
        return DecisionForm.decides(result) || DecisionForm.decidesInverted(result);
    }

    Vote vote() {
        String said = joined(result, voter).strip();
        return new Vote(orNull(question), secret ? true : null, yes, no, abstained, orNull(said), ballots);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String joined(String before, String text) {
        return before.isEmpty() ? text : before + " " + text;
    }
}
