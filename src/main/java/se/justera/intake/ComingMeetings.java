package se.justera.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.NextMeeting;

/** Finds what is said of coming meetings: a list under "Kommande möten", or a line "Nästa styrelsemöte 29 augusti". */
final class ComingMeetings {

    private static final Pattern ANNOUNCED =
            Pattern.compile("(?iu)(?:kommande|nästkommande|nästa)\\s(?:\\p{L}{0,30}(?:möten?|mötet|sammanträden?"
                    + "|sammanträdet|mötestider|mötesdatum|tider)|styrelse|arbetsutskott)\\b(?<rest>.{0,300})");
    /** What our own pages write before the text. */
    private static final Pattern OWN_DATE = Pattern.compile(
            "(?u)^(?:\\p{Lu}\\p{L}{1,6}dag \\d{1,2} \\p{L}{3,9} \\d{4}: )?(?:\\d{2}\\.\\d{2}(?:–\\d{2}\\.\\d{2})?: )?(?=.)");

    /** A line that ends before the day or the hour that it announces. */
    private static final Pattern CUT_DATE = Pattern.compile("(?iu) (?:den|kl\\.?|klockan)$");

    private static final int LONGEST = 200;

    private final List<NextMeeting> meetings = new ArrayList<>();
    private final @Nullable LocalDate meeting;
    private final boolean own;

    /** @param own whether the text was taken out of our own pages, where a heading stands over all that no matter says */
    ComingMeetings(@Nullable LocalDate meeting, boolean own) {
        this.meeting = meeting;
        this.own = own;
    }

    /** The section without its coming meetings; a numbered matter about them keeps its text. */
    Section read(Section section) {
        boolean matter = section.heading() != null
                && ANNOUNCED.matcher(section.heading()).matches();
        if (matter) {
            section.blocks().stream()
                    .flatMap(b -> entries(b.texts()).stream())
                    .flatMap(ComingMeetings::apart)
                    .filter(ComingMeetings::isMeeting)
                    .forEach(this::add);
            return section;
        }
        var kept = new ArrayList<TextBlock>();
        int i = 0;
        while (i < section.blocks().size()) {
            int end = take(section.blocks(), i);
            if (end == i) {
                Sentences.of(Wrapping.joined(section.blocks().get(i).texts())).stream()
                        .filter(ComingMeetings::announces)
                        .forEach(this::add);
                kept.add(section.blocks().get(i));
                end++;
            }
            i = end;
        }
        return new Section(section.number(), section.heading(), kept);
    }

    /** Takes the meetings from this block on, and says where the text goes on; the same place if there are none. */
    private int take(List<TextBlock> blocks, int at) {
        TextBlock block = blocks.get(at);
        Matcher m = ANNOUNCED.matcher(block.first());
        if (!m.matches()) {
            return at;
        }
        boolean alone = m.group("rest").matches("[ :.]*");
        if (!alone
                && (own
                        || !(isMeeting(block.first())
                                && Sentences.of(block.first()).size() == 1))) {
            return at;
        }
        List<String> under = entries(block.texts().subList(1, block.lines().size()));
        if (!areMeetings(under)) {
            return at;
        }
        int end = at + 1;
        while (alone
                && end < blocks.size()
                && areMeetings(entries(blocks.get(end).texts()))) {
            end++;
        }
        if (alone && under.isEmpty() && end == at + 1) {
            return at;
        }
        if (!alone) {
            add(block.first());
        }
        under.forEach(this::add);
        blocks.subList(at + 1, end).forEach(b -> entries(b.texts()).forEach(this::add));
        return end;
    }

    /** Lines that name days; in a list one does for all. */
    private static boolean areMeetings(List<String> lines) {
        return lines.stream().allMatch(ComingMeetings::isMeeting)
                || (lines.stream().allMatch(Pieces::isEntry) && lines.stream().anyMatch(ComingMeetings::isMeeting));
    }

    /** Two meetings in one line, each in a sentence of its own, as two. */
    private static Stream<String> apart(String line) {
        List<String> sentences =
                Sentences.of(line).stream().filter(ComingMeetings::isMeeting).toList();
        return sentences.size() > 1 ? sentences.stream() : Stream.of(line);
    }

    /** The lines with each whole that the page's width broke: an entry of a list, or a date. */
    private static List<String> entries(List<String> lines) {
        var entries = new ArrayList<String>();
        for (String line : lines) {
            int last = entries.size() - 1;
            if (last >= 0 && goesOn(entries.get(last), line)) {
                entries.set(last, Wrapping.join(entries.get(last), line));
            } else {
                entries.add(line);
            }
        }
        return entries;
    }

    private static boolean goesOn(String before, String line) {
        if (before.length() > LONGEST || line.isEmpty() || Character.isUpperCase(line.codePointAt(0))) {
            return false;
        }
        boolean cutEntry = Pieces.isEntry(before) && !Pieces.isEntry(line) && !Wrapping.isTerminated(before);
        return cutEntry || CUT_DATE.matcher(before).find();
    }

    /** True for "Kommande möten" and nothing else. */
    static boolean isHeading(String line) {
        Matcher m = ANNOUNCED.matcher(line);
        return m.matches() && m.group("rest").matches("[ :.]*");
    }

    /** A sentence in the text that says when the next meeting is; it stays there as well. */
    private static boolean announces(String sentence) {
        return ANNOUNCED.matcher(sentence).matches() && isMeeting(sentence);
    }

    private static boolean isMeeting(String line) {
        return line.length() <= LONGEST && Dates.namesADay(line);
    }

    private void add(String line) {
        String bare = line.replaceFirst("^[-–•*]\\s+", "");
        LocalDate date = Dates.coming(bare).orElse(null);
        if (date == null && meeting != null) {
            date = Dates.comingAfter(bare, meeting).orElse(null);
        }
        Times.Found time = Times.ofDay(bare).orElse(null);
        String text = OWN_DATE.matcher(bare).replaceFirst("");
        if (meetings.stream().anyMatch(m -> text.equals(m.text()))) {
            return;
        }
        meetings.add(new NextMeeting(text, date, time == null ? null : time.start(), time == null ? null : time.end()));
    }

    List<NextMeeting> meetings() {
        return List.copyOf(meetings);
    }
}
