package se.justera.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text without blank lines, as some tools take it out of PDFs, gets them where something new begins for certain. */
final class TightText {

    private static final int BLANK_SHARE = 15;
    private static final int LONG = 45;

    private TightText() {}

    static boolean is(List<Line> lines) {
        long text = lines.stream().filter(Line::hasText).count();
        long blank = lines.stream().filter(l -> l.kind() == Line.Kind.BLANK).count();
        return blank * BLANK_SHARE <= text;
    }

    static List<Line> loosened(List<Line> lines) {
        Wrapping wrapping = Wrapping.of(lines);
        boolean numbered = lines.stream().anyMatch(l -> Headline.of(l.text()).isPresent());
        var loose = new ArrayList<Line>();
        boolean started = false;
        Set<Integer> matters = numbered ? Set.of() : numberedMatters(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            started |= line.hasText() && Headline.opensMeeting(line.text());
            boolean alone = Outline.isClosing(line.text())
                    || Notice.isHeading(line.text())
                    || ComingMeetings.isHeading(line.text())
                    || AttachmentList.isHeading(line.text())
                    || Outline.isSignedPage(line.text());
            boolean heading = !numbered && started && isHeading(lines, i);
            boolean part = ProceedingsPart.of(line.text()).isPresent()
                    || isAnnouncement(lines, i)
                    || (numbered && (isSubheading(lines, i, wrapping) || isUnderHeadline(lines, i, wrapping)));
            if (line.hasText() && (alone || heading || part || matters.contains(i) || begins(line.text()))) {
                loose.add(Line.BLANK);
            }
            loose.add(line);
            if (alone || part) {
                loose.add(Line.BLANK);
            }
        }
        return loose;
    }

    /** Blank lines around sub-headings only. */
    static List<Line> withSubheadingsApart(List<Line> lines) {
        Wrapping wrapping = Wrapping.of(lines);
        boolean numbered = lines.stream().anyMatch(l -> Headline.of(l.text()).isPresent());
        var loose = new ArrayList<Line>();
        boolean started = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            started |= line.hasText()
                    && (Headline.opensMeeting(line.text())
                            || Headline.of(line.text()).isPresent());
            boolean apart = started
                    && line.hasText()
                    && (isAnnouncement(lines, i)
                            || (numbered && (isSubheading(lines, i, wrapping) || isUnderHeadline(lines, i, wrapping))));
            if (apart) {
                loose.add(Line.BLANK);
            }
            loose.add(line);
            if (apart) {
                loose.add(Line.BLANK);
            }
        }
        return loose;
    }

    /** The lines that count the matters of a text without §§: "1. Mötets öppnande", "2. Val av justerare". */
    private static Set<Integer> numberedMatters(List<Line> lines) {
        var matters = new HashSet<Integer>();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            Headline line = Headline.numbered(lines.get(i).text()).orElse(null);
            boolean first = line != null && last < 0 && Headline.opensMeeting(line.heading());
            boolean next = line != null && last >= 0 && line.number() == last + 1;
            if (line != null && (first || (next && HeadingStyle.looksLikeHeading(line.heading())))) {
                last = line.number();
                matters.add(i);
            }
        }
        return matters;
    }

    /** A short line without a verb after the end of a sentence or of a page, over a sentence. */
    private static boolean isHeading(List<Line> lines, int i) {
        if (i == 0 || i + 1 == lines.size() || !lines.get(i + 1).hasText()) {
            return false;
        }
        String text = lines.get(i).text();
        String next = lines.get(i + 1).text();
        boolean free = !lines.get(i - 1).hasText()
                || isUnderList(lines, i)
                || Wrapping.isTerminated(lines.get(i - 1).text())
                || Headline.opensMeeting(text);
        return free
                && (HeadingStyle.looksLikeHeading(text) || HeadingStyle.isShortQuestion(text))
                && Character.isUpperCase(next.codePointAt(0))
                && !HeadingStyle.looksLikeHeading(next);
    }

    /** "Nyckeltal" over a sentence, right under a short entry of a list. */
    private static boolean isUnderList(List<Line> lines, int i) {
        String entry = lines.get(i - 1).text();
        String next = lines.get(i + 1).text();
        return Pieces.isEntry(entry)
                && entry.length() <= LONG
                && !Wrapping.runsOn(entry, lines.get(i).text())
                && next.length() > lines.get(i).text().length()
                && (next.endsWith(".") || next.length() > LONG);
    }

    /** "Större händelser 2024:" over a list or a text. */
    private static boolean isAnnouncement(List<Line> lines, int i) {
        String text = lines.get(i).text();
        return i > 0
                && text.endsWith(":")
                && text.split(" ", -1).length <= 4
                && (HeadingStyle.looksLikeHeading(text.substring(0, text.length() - 1)) || text.startsWith("Följande "))
                && !text.startsWith("Att ")
                && HeadLabel.in(text).isEmpty()
                && Group.in(text).isEmpty()
                && !DecisionForm.isLabel(text)
                && !SignatureForm.opens(text)
                && Addressees.in(text).isEmpty()
                && !ComingMeetings.isHeading(text);
    }

    /** The same under a numbered matter, where a line as short was not broken by the page's width. */
    private static boolean isSubheading(List<Line> lines, int i, Wrapping wrapping) {
        return i > 0
                && isHeading(lines, i)
                && !wrapping.isLong(lines.get(i).text())
                && !Names.isName(lines.get(i - 1).text())
                && (lines.get(i + 1).text().length() > lines.get(i).text().length()
                        || lines.get(i + 1).text().endsWith("."));
    }

    /** Between the line that a matter begins with and its text, where the page's width broke none of them. */
    private static boolean isUnderHeadline(List<Line> lines, int i, Wrapping wrapping) {
        return i > 0
                && i + 1 < lines.size()
                && Headline.of(lines.get(i - 1).text()).isPresent()
                && !wrapping.isLong(lines.get(i - 1).text())
                && HeadingStyle.looksLikeHeading(lines.get(i).text())
                && !PartHeading.isPart(lines.get(i).text())
                && lines.get(i + 1).text().length() > LONG
                && Character.isUpperCase(lines.get(i + 1).text().codePointAt(0))
                && !DecisionForm.isLabel(lines.get(i + 1).text())
                && !HeadingStyle.looksLikeHeading(lines.get(i + 1).text());
    }

    private static boolean begins(String line) {
        return Headline.of(line).isPresent() || SignatureForm.opens(line);
    }
}
