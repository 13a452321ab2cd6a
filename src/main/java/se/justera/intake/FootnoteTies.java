package se.justera.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.justera.document.OwnSentences;
import se.justera.minutes.Draft.Footnote;

/**
 * Ties notes at the foot of pages to the marks in the text: {@code LSG¹} and {@code ¹ LSG = …}, or {@code LSG1} and
 * {@code 1 LSG = …} where both stand there in order. The mark becomes {@code [^1]} and the note leaves the text.
 */
final class FootnoteTies {

    private static final int MOST_NOTES = 2000;
    private static final int MOST_LINES_AT_FOOT = 25;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern RAISED_NOTE = Pattern.compile("([⁰¹²³⁴-⁹]{1,3}) ?(\\S.*)", Pattern.DOTALL);
    private static final Pattern MARKDOWN_NOTE = Pattern.compile("\\[\\^(\\w{1,10})]: *(\\S.*)", Pattern.DOTALL);
    private static final Pattern PLAIN_NOTE = Pattern.compile("(\\d{1,2})\\)? (\\p{L}.*)", Pattern.DOTALL);
    private static final Pattern OPENING_STAR = Pattern.compile("(?<![\\p{L}\\d.,)*])\\*{1,3}(?=[^\\s*])");
    private static final Pattern STAR_NOTE = Pattern.compile("(\\*{1,3}) ?([\\p{L}\\d].*)", Pattern.DOTALL);
    /** A star right after a word or a number that no star before it opens. */
    private static final Pattern STAR_MARK =
            Pattern.compile("(?<=[\\p{L}\\d]{2}[.,)]?)(?<!\\*)\\*{1,3}(?=[\\s.,;:)]|$)");

    private static final Pattern RAISED_MARK = Pattern.compile("(?<=\\S)[⁰¹²³⁴-⁹]{1,3}");
    private static final Pattern PLAIN_MARK = Pattern.compile(
            "(?<=\\p{L}{2})\\d{1,2}(?![\\d\\p{L}])|(?<=\\b(?:19|20)\\d{2})\\d(?![\\d\\p{L}-])|(?<=\\p{L}{2}[.,:;?!)”\"]{1,2})\\d{1,2}(?=\\s|$)");

    /** Our own pages set a letter that calls a note apart from its word. */
    private static final Pattern LETTER_NOTE = Pattern.compile("([a-hj-z]) (\\p{Lu}.*)", Pattern.DOTALL);

    private static final Pattern LETTER_MARK =
            Pattern.compile("(?<=[\\p{L}\\d.,)”\"]) {1,3}([a-hj-z])(?=[\\s.,;:)]|$)");
    private static final String UNCALLED = OwnSentences.notes();

    private final List<Line> lines;
    private final boolean own;
    private final Map<String, List<Mark>> letters = new HashMap<>();
    private final Map<String, List<Mark>> raised = new HashMap<>();
    private final Map<String, List<Mark>> plain = new HashMap<>();
    private final Map<String, List<Mark>> stars = new HashMap<>();
    private final List<Mark> tied = new ArrayList<>();
    private final List<Footnote> notes = new ArrayList<>();
    private final List<String> untied = new ArrayList<>();

    private FootnoteTies(List<Line> lines, boolean own) {
        this.own = own;
        this.lines = new ArrayList<>(lines);
    }

    private record Mark(int line, int from, int to, String name) {}

    /** The text without notes, with marks in their Markdown form, and the notes; {@code untied} are notes without mark. */
    record Tied(List<Line> lines, List<Footnote> notes, List<String> untied) {}

    /** @param own whether the text was taken out of our own pages */
    static Tied tie(List<Line> lines, boolean own) {
        var ties = new FootnoteTies(RaisedNotes.joined(lines), own);
        ties.findMarks();
        ties.findNotes();
        ties.rewriteMarks();
        return new Tied(ties.lines, List.copyOf(ties.notes), List.copyOf(ties.untied));
    }

    private void findMarks() {
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = RAISED_MARK.matcher(lines.get(i).text());
            while (m.find()) {
                add(raised, new Mark(i, m.start(), m.end(), digits(m.group())));
            }
            Matcher s = STAR_MARK.matcher(lines.get(i).text());
            while (s.find()) {
                if (!OPENING_STAR.matcher(lines.get(i).text()).find()) {
                    add(stars, new Mark(i, s.start(), s.end(), s.group()));
                }
            }
            Matcher p = PLAIN_MARK.matcher(lines.get(i).text());
            while (p.find()) {
                add(plain, new Mark(i, p.start(), p.end(), p.group()));
            }
            Matcher l = LETTER_MARK.matcher(lines.get(i).text());
            while (own && l.find()) {
                add(letters, new Mark(i, l.start(), l.end(), l.group(1)));
            }
        }
    }

    private static void add(Map<String, List<Mark>> marks, Mark mark) {
        marks.computeIfAbsent(mark.name(), name -> new ArrayList<>()).add(mark);
    }

    private void findNotes() {
        int i = 0;
        while (i < lines.size()) {
            int end = isNoteStart(i) ? takeNote(i) : i;
            end = end == i ? takeUncalled(i) : end;
            i = Math.max(end, i + 1);
        }
    }

    /** Under a heading of their own stand the notes that nothing calls. */
    private int takeUncalled(int heading) {
        if (!own || !lines.get(heading).text().equals(UNCALLED)) {
            return heading;
        }
        int first = next(heading + 1);
        int end = first;
        while (end < lines.size()) {
            Matcher note = PLAIN_NOTE.matcher(lines.get(end).text());
            Matcher letter = LETTER_NOTE.matcher(lines.get(end).text());
            if (note.matches()) {
                end = take(end, note.group(1), note.group(2), new HashMap<>());
            } else if (letter.matches()) {
                end = take(end, letter.group(1), letter.group(2), new HashMap<>());
            } else {
                break;
            }
        }
        if (end == first) {
            return heading;
        }
        lines.set(heading, Line.PAGE_EDGE);
        return end;
    }

    /** A note begins its block, or follows another note. */
    private boolean isNoteStart(int i) {
        return notes.size() < MOST_NOTES
                && lines.get(i).hasText()
                && (i == 0 || !lines.get(i - 1).hasText() || isAtFoot(i));
    }

    /** True for a note in the last lines of a page that has no blank ones, or of the matter that calls it. */
    private boolean isAtFoot(int i) {
        if (!PLAIN_NOTE.matcher(lines.get(i).text()).matches()) {
            return own && LETTER_NOTE.matcher(lines.get(i).text()).matches();
        }
        int end = i;
        while (end < lines.size()
                && end - i <= MOST_LINES_AT_FOOT
                && lines.get(end).hasText()) {
            if (end > i && isHeadline(end)) {
                return isCalledInMatter(i);
            }
            end++;
            end = overNotes(end);
        }
        return end == lines.size()
                || (!lines.get(end).hasText() && (isEdgeNext(end) || (isHeadline(next(end)) && isCalledInMatter(i))));
    }

    /** Notes may stand under the matter that calls them, without a gap where a list ends it. */
    private boolean isCalledInMatter(int i) {
        Matcher note = PLAIN_NOTE.matcher(lines.get(i).text());
        return note.matches()
                && plain.getOrDefault(note.group(1), List.of()).stream()
                        .limit(1)
                        .mapToInt(Mark::line)
                        .anyMatch(
                                call -> call < i && IntStream.range(call + 1, i).noneMatch(this::isHeadline));
    }

    private boolean isHeadline(int i) {
        return i < lines.size()
                && (Headline.of(lines.get(i).text()).isPresent()
                        || (own && followsMatters(lines.get(i).text())));
    }

    /** What our own pages set after the last matter. */
    private static boolean followsMatters(String text) {
        return SignatureForm.opens(text)
                || AttachmentList.isHeading(text)
                || ComingMeetings.isHeading(text)
                || text.equals(UNCALLED);
    }

    /** The next note or the name at the foot of the page, after blank lines; the same place for anything else. */
    private int overNotes(int end) {
        int next = next(end);
        boolean goesOn = next < lines.size()
                && next > end
                && (PLAIN_NOTE.matcher(lines.get(next).text()).matches()
                        || (own
                                && Wrapping.runsOn(
                                        lines.get(end - 1).text(),
                                        lines.get(next).text()))
                        || Names.isName(lines.get(next).text()));
        return goesOn ? next : end;
    }

    /** The first line from there on that is not blank. */
    private int next(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).kind() == Line.Kind.BLANK) {
            i++;
        }
        return i;
    }

    private boolean isEdgeNext(int from) {
        int i = next(from);
        return i == lines.size() || lines.get(i).kind() == Line.Kind.PAGE_EDGE;
    }

    private int takeNote(int start) {
        Matcher raisedNote = RAISED_NOTE.matcher(lines.get(start).text());
        Matcher markdownNote = MARKDOWN_NOTE.matcher(lines.get(start).text());
        Matcher plainNote = PLAIN_NOTE.matcher(lines.get(start).text());
        if (raisedNote.matches()) {
            return take(start, digits(raisedNote.group(1)), raisedNote.group(2), raised);
        }
        Matcher starNote = STAR_NOTE.matcher(lines.get(start).text());
        if (starNote.matches() && calls(starNote.group(1), start)) {
            return take(start, starNote.group(1), starNote.group(2), stars);
        }
        if (markdownNote.matches()) {
            return take(start, markdownNote.group(1), markdownNote.group(2), null);
        }
        Matcher letterNote = LETTER_NOTE.matcher(lines.get(start).text());
        if (letterNote.matches() && letters.containsKey(letterNote.group(1)) && !isTaken(letterNote.group(1))) {
            return take(start, letterNote.group(1), letterNote.group(2), letters);
        }
        if (plainNote.matches()
                && (isNext(plainNote.group(1)) || notes.isEmpty())
                && hasMark(plainNote.group(1), start)) {
            return take(start, plainNote.group(1), plainNote.group(2), plain);
        }
        return start;
    }

    /** One such mark stands before, and the line is not one of a list with such bullets. */
    private boolean calls(String mark, int note) {
        List<Mark> marks = stars.getOrDefault(mark, List.of());
        boolean list = isStarred(note - 1, mark) || isStarred(note + 1, mark);
        return !list && marks.size() == 1 && marks.get(0).line() < note;
    }

    private boolean isStarred(int i, String mark) {
        return i >= 0 && i < lines.size() && lines.get(i).text().startsWith(mark + " ");
    }

    private boolean isNext(String number) {
        return number.equals(String.valueOf(notes.size() + 1)) || number.equals("1");
    }

    private boolean hasMark(String number, int before) {
        List<Mark> marks = plain.getOrDefault(number, List.of());
        return !marks.isEmpty() && marks.get(0).line() < before;
    }

    private int take(int start, String written, String firstLine, @Nullable Map<String, List<Mark>> marks) {
        String text = firstLine;
        int end = overGap(firstLine, start, start + 1);
        while (end < lines.size() && Wrapping.hasRoom(text) && lines.get(end).hasText() && !endsNote(end)) {
            text = Wrapping.join(text, lines.get(end).text());
            end++;
            end = overGap(text, start, end);
        }
        String name = isTaken(written) || marks == stars ? String.valueOf(notes.size() + 1) : written;
        notes.add(new Footnote(name, text));
        if (marks != null && !tieMarks(written, name, start, marks)) {
            untied.add(name);
        }
        for (int i = start; i < end; i++) {
            lines.set(i, Line.PAGE_EDGE);
        }
        return end;
    }

    /** The next line, where the note goes on after a blank one in the middle of its sentence, and no text above it does. */
    private int overGap(String text, int start, int end) {
        boolean gap = end + 1 < lines.size()
                && lines.get(end).kind() == Line.Kind.BLANK
                && lines.get(end + 1).hasText();
        if (!gap || !Wrapping.runsOn(text, lines.get(end + 1).text())) {
            return end;
        }
        int before = start - 1;
        while (before > 0 && !lines.get(before).hasText()) {
            before--;
        }
        boolean textGoesOn = before >= 0
                && !own
                && Wrapping.runsOn(lines.get(before).text(), lines.get(end + 1).text());
        return textGoesOn ? end : end + 1;
    }

    private boolean endsNote(int i) {
        String text = lines.get(i).text();
        return startsNote(i)
                || Headline.of(text).isPresent()
                || DecisionForm.isLabel(text)
                || DecisionForm.afterLabel(text).isPresent()
                || (Character.isUpperCase(text.codePointAt(0)) && DecisionForm.decides(text))
                || SignatureForm.opens(text);
    }

    private boolean startsNote(int i) {
        String text = lines.get(i).text();
        Matcher plainNote = PLAIN_NOTE.matcher(text);
        return RAISED_NOTE.matcher(text).matches()
                || (own && LETTER_NOTE.matcher(text).matches())
                || MARKDOWN_NOTE.matcher(text).matches()
                || (plainNote.matches()
                        && plainNote.group(1).equals(String.valueOf(notes.size() + 2))
                        && hasMark(plainNote.group(1), i));
    }

    private boolean isTaken(String name) {
        return notes.stream().anyMatch(n -> name.equals(n.mark()));
    }

    /** Ties the marks of that number that stand before the note and belong to no earlier one. */
    private boolean tieMarks(String written, String name, int note, Map<String, List<Mark>> marks) {
        List<Mark> candidates = marks.getOrDefault(written, new ArrayList<>());
        List<Mark> before = candidates.stream()
                .takeWhile(m -> m.line() < note || (own && marks != null && marks != stars))
                .toList();
        List<Mark> mine =
                marks == plain && !own && !before.isEmpty() ? before.subList(before.size() - 1, before.size()) : before;
        mine.forEach(m -> tied.add(new Mark(m.line(), m.from(), m.to(), name)));
        candidates.subList(0, before.size()).clear();
        return !mine.isEmpty();
    }

    private void rewriteMarks() {
        tied.sort(Comparator.comparingInt(Mark::line).thenComparing(Mark::from).reversed());
        for (Mark mark : tied) {
            Line line = lines.get(mark.line());
            if (line.hasText()) {
                String text = line.text();
                lines.set(
                        mark.line(),
                        line.withText(
                                text.substring(0, mark.from()) + "[^" + mark.name() + "]" + text.substring(mark.to())));
            }
        }
    }

    private static String digits(String raisedDigits) {
        var digits = new StringBuilder();
        raisedDigits.chars().forEach(c -> digits.append(RAISED.indexOf(c)));
        return digits.toString();
    }
}
