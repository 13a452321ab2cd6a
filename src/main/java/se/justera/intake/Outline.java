package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Divides a text into what stands before the first matter, the matters, and the signatures after the last one. */
final class Outline {

    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)(?:mötet|sammanträdet|mötets|sammanträdets) (?:avslutas|avslutande|avslutning|avslutades)|avslutning");
    private static final Pattern CASE_BESIDE = Pattern.compile(
            "(?iu)(?<heading>\\S.{1,150}?)(?:\\t+| {2,})(?<case>(?:dnr|diarienr|diarienummer)\\b.{1,60})");
    /** The same without its label: "Ekonomisk rapport        09-1112". */
    private static final Pattern CODE_BESIDE = Pattern.compile(
            "(?<heading>\\S.{1,150}?)(?:\\t+| {3,})(?<code>(?:\\p{Lu}{1,6}[ -]?)?\\d{2,4}[-/:]\\d{2,6})");

    private static final Pattern OF_OTHER_BODY = Pattern.compile("(?iu)(?:\\p{L}{2,5} )?§ ?\\d{1,4}(?:/\\d{2,4})?");
    private static final Pattern CASE_ALONE = Pattern.compile("(?iu)(?:dnr|diarienr|diarienummer)\\b.{1,60}");
    private static final Pattern SIGNED_PAGE = Pattern.compile(
            "(?iu)(?:detta|det här) är ett elektroniskt (?:under|signera).{0,80}"
                    + "|(?:(?:detta|det här) dokument(?:et)?|dokumentet|(?:denna )?handling(?:en)?) (?:är|har)\\b.{0,20} ?\\b(?:"
                    + "(?:elektroniskt|digitalt) (?:under|signera).{0,60}|(?:signera|under)\\p{L}{1,12} (?:elektroniskt|digitalt).{0,60})");

    private final Wrapping wrapping;
    private final HeadingStyle style;
    private final List<TextBlock> head = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<TextBlock> under = new ArrayList<>();
    private @Nullable Integer number;
    private @Nullable Integer year;
    private @Nullable String heading;
    private @Nullable String caseAlone;
    private @Nullable String otherBody;
    private final @Nullable Integer firstHeaded;
    private int lastNumber = -1;
    private boolean started;
    private int spaced;
    private int tight;

    private Outline(List<TextBlock> blocks, Wrapping wrapping) {
        this.wrapping = wrapping;
        this.style = HeadingStyle.of(blocks);
        this.firstHeaded = firstHeaded(blocks);
    }

    /**
     * @param signatures the blocks from the first place for a signature after the last matter on
     * @param year the year that stands after the number of the matters, if it does
     * @param spaced whether most headlines write "§ 1" rather than "§1"; null where there is no §
     */
    record Divided(
            List<TextBlock> head,
            List<Section> sections,
            List<TextBlock> signatures,
            @Nullable Boolean spaced,
            @Nullable Integer year) {}

    static Divided of(List<TextBlock> text, Wrapping wrapping) {
        List<TextBlock> blocks = text.stream().flatMap(Outline::atSignatures).toList();
        var outline = new Outline(blocks, wrapping);
        for (int i = 0; i < blocks.size(); i++) {
            outline.read(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null);
        }
        outline.finish();
        return outline.withSignaturesApart();
    }

    /** The block cut before a line that opens the signatures right under the end of a sentence. */
    private static Stream<TextBlock> atSignatures(TextBlock block) {
        for (int i = 1; i < block.lines().size(); i++) {
            boolean opens = block.lines().get(i - 1).text().endsWith(".")
                    && SignatureForm.opens(block.lines().get(i).text());
            if (opens) {
                return Stream.of(block.to(i), block.from(i));
            }
        }
        return Stream.of(block);
    }

    private void read(TextBlock block, @Nullable TextBlock next) {
        int start = 0;
        int i = 0;
        while (i < block.lines().size()) {
            Headline line = style.headline(block.lines().get(i).text(), i == 0, lastNumber)
                    .filter(h -> !isNoteOfHead(h))
                    .orElse(null);
            if (line == null) {
                i++;
                continue;
            }
            add(block, start, i, next);
            int end = headlineEnd(block, i);
            begin(line, block, i, end);
            start = end;
            i = end;
        }
        add(block, start, block.lines().size(), next);
    }

    /** "§ 1115" alone in the attendance says when somebody was there: the first matter has a heading and a lower number. */
    private boolean isNoteOfHead(Headline line) {
        return !started && line.heading().isEmpty() && firstHeaded != null && firstHeaded < line.number();
    }

    private static @Nullable Integer firstHeaded(List<TextBlock> blocks) {
        return blocks.stream()
                .flatMap(block -> block.texts().stream())
                .flatMap(text -> Headline.of(text).stream())
                .filter(line -> !line.heading().isEmpty())
                .map(Headline::number)
                .findFirst()
                .orElse(null);
    }

    /** A long headline may run over lines; one that is only a number has its heading in the next line. */
    private int headlineEnd(TextBlock block, int at) {
        String before = block.lines().get(at).text();
        int end = at + 1;
        if (end < block.lines().size() && isOnlyNumber(before)) {
            before = block.lines().get(end).text();
            end++;
        }
        while (end < block.lines().size() && end < at + 3) {
            String next = block.lines().get(end).text();
            boolean lower = Character.isLowerCase(next.codePointAt(0));
            if (Pieces.LETTERED.matcher(next).matches()
                    || DecisionForm.isLabel(next)
                    || UnderHeading.is(next)
                    || !((lower && next.length() < 80) || wrapping.isForced(before, next))
                    || Wrapping.isTerminated(before)) {
                return end;
            }
            before = next;
            end++;
        }
        return end;
    }

    private static boolean isOnlyNumber(String line) {
        return Headline.of(line).filter(h -> h.heading().isEmpty()).isPresent();
    }

    private void begin(Headline line, TextBlock block, int from, int to) {
        finish();
        started = true;
        number = line.number();
        lastNumber = line.number();
        year = year == null ? line.year() : year;
        spaced += line.spaced() ? 1 : 0;
        tight += line.spaced() ? 0 : 1;
        String text = line.heading();
        for (int i = from + 1; i < to; i++) {
            text = text.isEmpty()
                    ? block.lines().get(i).text()
                    : Wrapping.join(text, block.lines().get(i).text());
        }
        Matcher ofCase = CASE_BESIDE.matcher(CODE_BESIDE.matcher(text).replaceFirst("${heading}   Dnr ${code}"));
        if (OF_OTHER_BODY.matcher(text).matches()) {
            otherBody = text;
        } else if (ofCase.matches()
                && OF_OTHER_BODY.matcher(ofCase.group("heading")).matches()) {
            otherBody = ofCase.group("heading");
            caseAlone = ofCase.group("case");
        } else if (CASE_ALONE.matcher(text).matches()) {
            caseAlone = text;
        } else if (ofCase.matches()) {
            heading = ofCase.group("heading");
            under.add(new TextBlock(List.of(Line.of(ofCase.group("case"))), 0, false, false));
        } else if (text.length() > Headline.LONGEST_HEADING) {
            under.add(new TextBlock(List.of(Line.of(text)), 0, false, false));
        } else {
            heading = text.isEmpty() ? null : text;
        }
    }

    private void add(TextBlock block, int from, int to, @Nullable TextBlock next) {
        if (from >= to) {
            return;
        }
        TextBlock part = block.to(to).from(from);
        if (started
                && number != null
                && heading == null
                && under.isEmpty()
                && CLOSING.matcher(part.first()).matches()) {
            heading = part.first();
            addCase();
            addRest(part, 1);
        } else if (started && Notice.isHeading(part.first())) {
            beginUnnumbered(part.first());
            addRest(part, 1);
        } else if (started && (CLOSING.matcher(part.first()).matches() || isSignedPage(part.first()))) {
            beginUnnumbered(part.first());
            addRest(part, 1);
        } else if (!SignatureForm.opens(part.first())
                && !OfficeLine.areOffices(part, next)
                && style.isUnnumbered(part, next, started)) {
            beginUnnumbered(part.first());
            addRest(part, 1);
        } else if (!started) {
            head.add(part);
        } else if (number != null && heading == null && under.isEmpty()) {
            int lines = headingLines(part, next);
            heading = lines == 0 ? null : Wrapping.joined(part.texts().subList(0, lines));
            addCase();
            addRest(part, lines);
        } else {
            under.add(part);
        }
    }

    private void beginUnnumbered(String text) {
        finish();
        started = true;
        heading = text;
    }

    private void addRest(TextBlock part, int from) {
        if (from < part.lines().size()) {
            under.add(part.from(from));
        }
    }

    /** How many lines of the block under "§ 26" alone are its heading: a short line, or one broken by the width. */
    private int headingLines(TextBlock part, @Nullable TextBlock next) {
        List<String> texts = part.texts();
        int lines = 1;
        while (lines < Math.min(3, texts.size())
                && !Wrapping.isTerminated(texts.get(lines - 1))
                && (Wrapping.runsOn(texts.get(lines - 1), texts.get(lines))
                        || wrapping.isForced(texts.get(lines - 1), texts.get(lines)))) {
            lines++;
        }
        String text = Wrapping.joined(texts.subList(0, lines));
        boolean alone =
                lines == texts.size() && text.length() <= 200 && (!text.endsWith(".") || isHeadingWithStop(text, next));
        return alone || HeadingStyle.looksLikeHeading(text) ? lines : 0;
    }

    /** "Motion om cykelvägar." under "§ 12", with the matter's text under it. */
    private static boolean isHeadingWithStop(String text, @Nullable TextBlock next) {
        String bare = text.substring(0, text.length() - 1);
        return next != null
                && Headline.of(next.first()).isEmpty()
                && !bare.contains(". ")
                && HeadingStyle.hasNoVerb(bare);
    }

    /** True for a heading that ends the meeting. */
    static boolean isClosing(String line) {
        return CLOSING.matcher(line).matches();
    }

    /** True for the heading of the page that another service added about its electronic signatures. */
    static boolean isSignedPage(@Nullable String heading) {
        return heading != null && SIGNED_PAGE.matcher(heading).matches();
    }

    /** What stood beside the §: the § of a body before goes to the end of the heading, the number of the case under it. */
    private void addCase() {
        String other = otherBody;
        if (other != null && heading != null) {
            heading = heading.replaceFirst("\\.$", "") + " (" + other + ")";
        } else if (other != null) {
            under.add(0, new TextBlock(List.of(Line.of(other)), 0, false, false));
        }
        otherBody = null;
        if (caseAlone != null) {
            under.add(0, new TextBlock(List.of(Line.of(caseAlone)), 0, false, false));
            caseAlone = null;
        }
    }

    private void finish() {
        addCase();
        if (started) {
            sections.add(new Section(number, heading, under));
        }
        under.clear();
        number = null;
        heading = null;
    }

    private Divided withSignaturesApart() {
        for (int s = sections.size() - 1; s >= 0; s--) {
            Section section = sections.get(s);
            if (Notice.isHeading(section.heading())) {
                continue;
            }
            int at = isSignedPage(section.heading())
                    ? openingOfSignatures(section.blocks())
                    : signatureStart(section.blocks());
            if (at >= 0) {
                return cut(s, at);
            }
            if (section.number() != null) {
                break;
            }
        }
        return new Divided(List.copyOf(head), List.copyOf(sections), List.of(), spaced(), year);
    }

    private @Nullable Boolean spaced() {
        boolean written = style == HeadingStyle.SECTION_SIGN && (spaced + tight) > 0;
        return written ? spaced >= tight : null;
    }

    private Divided cut(int sectionIndex, int at) {
        Section section = sections.get(sectionIndex);
        var before = new ArrayList<>(sections.subList(0, sectionIndex));
        before.add(new Section(
                section.number(), section.heading(), section.blocks().subList(0, at)));
        before.addAll(sections.subList(sectionIndex + 1, sections.size()));
        List<TextBlock> signatures =
                section.blocks().subList(at, section.blocks().size());
        return new Divided(List.copyOf(head), List.copyOf(before), List.copyOf(signatures), spaced(), year);
    }

    /** On a page about electronic signatures, lists of who signed when are no places to sign; only a heading for such opens them. */
    private static int openingOfSignatures(List<TextBlock> blocks) {
        int i = 0;
        while (i < blocks.size() && !SignatureForm.opens(blocks.get(i).first())) {
            i++;
        }
        return i < blocks.size() ? i : -1;
    }

    private static int signatureStart(List<TextBlock> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            TextBlock next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (SignatureForm.begins(block, next)) {
                return i;
            }
        }
        return -1;
    }
}
