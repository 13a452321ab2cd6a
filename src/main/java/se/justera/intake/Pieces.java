package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.BlockType;

/** Puts the lines of a matter together to paragraphs, lists with text under their entries, and tables. */
final class Pieces {

    private static final Pattern BULLET = Pattern.compile(
            "(?:[-–—•·▪●‣◦*+\uF0B7\uF0A7]|o(?=\\s{1,5}[\\p{Lu}\\d]))\\s+(?<text>\\S.*)", Pattern.DOTALL);
    private static final Pattern LONE_BULLET = Pattern.compile("[-–—•·▪●‣◦\uF0B7\uF0A7]");
    private static final Pattern NUMBER = Pattern.compile("(?<n>\\d{1,3})[.)]\\s+(?<text>\\S.*)", Pattern.DOTALL);
    /** "a) Sommarlunch": an entry that keeps its letter. */
    static final Pattern LETTERED = Pattern.compile("(?:\\p{L}\\)|\\p{Ll}\\.) .+", Pattern.DOTALL);

    private static final Pattern LETTER = Pattern.compile("(?<n>[a-z])[.)]\\s+(?<text>\\S.*)", Pattern.DOTALL);

    /** As our own pages count votes. */
    static final Pattern COUNTS = Pattern.compile("(?:Ja|Nej|Avstår): \\d.{0,60}");

    /** "Vägledarna: överskottet …", which begins a paragraph. */
    private static final Pattern RUN_IN = Pattern.compile("\\p{Lu}\\p{L}{3,24}: \\p{Ll}");

    /** Who voted which way: "Nej: Bo Ask". */
    private static final Pattern BALLOTS =
            Pattern.compile("(?iu)(?:ja|nej|avst(?:år|od))(?:-?röst(?:er|ar)?)? ?: .{3,}");

    /** Words that ask for an att-clause, which is then none of a decision's. */
    private static final Pattern CLAUSE_FOLLOWS =
            Pattern.compile("(?iu) (?:från|genom|för|utan|än|åt|efter|avstår|avstod)$");

    private static final Pattern GAPS = Pattern.compile("\t+ *| {2,}");
    private static final Pattern QUOTE = Pattern.compile(">\\s?(?<text>.*)", Pattern.DOTALL);

    private final Wrapping wrapping;
    private final List<Piece> pieces = new ArrayList<>();
    private String before = "";
    private boolean afterLoneBullet;
    private String loneMark = "";
    private String mark = "";
    private List<Line> ahead = List.of();

    private Pieces(Wrapping wrapping) {
        this.wrapping = wrapping;
    }

    static List<Piece> of(List<TextBlock> blocks, Wrapping wrapping) {
        return ofLines(CellsApart.joined(blocks), wrapping);
    }

    /** The same without looking for a table whose rows or cells stand apart. */
    static List<Piece> ofLines(List<TextBlock> blocks, Wrapping wrapping) {
        var pieces = new Pieces(wrapping);
        blocks.forEach(pieces::read);
        if (pieces.pieces.isEmpty() && pieces.afterLoneBullet) {
            pieces.add(Piece.paragraph(pieces.loneMark));
        }
        return pieces.pieces;
    }

    private void read(TextBlock block) {
        if (block.isMarked()) {
            boolean label = isDecision(block.first());
            add(new Piece(label ? BlockType.PARAGRAPH : BlockType.SUBHEADING, block.first(), !label));
            return;
        }
        List<List<String>> columns =
                ColumnTable.rows(block).or(() -> TabbedTable.rows(block)).orElse(List.of());
        if (!columns.isEmpty()) {
            var table = new Piece(BlockType.TABLE, "", false);
            columns.forEach(table::addRow);
            add(table);
            return;
        }
        for (int i = 0; i < block.lines().size(); i++) {
            ahead = block.lines().subList(i + 1, block.lines().size());
            readLine(GAPS.matcher(block.lines().get(i).text()).replaceAll(" "), i == 0, block);
        }
    }

    private void readLine(String line, boolean first, TextBlock block) {
        Matcher bullet = BULLET.matcher(line);
        Matcher number = NUMBER.matcher(line);
        Matcher letter = LETTER.matcher(line);
        Matcher quote = QUOTE.matcher(line);
        if (LONE_BULLET.matcher(line).matches()) {
            afterLoneBullet = true;
            loneMark = line;
            return;
        }
        if (afterLoneBullet) {
            bullet(line, loneMark, first);
        } else if (bullet.matches() && (first || !isDashInText(line, bullet.group("text")))) {
            bullet(bullet.group("text"), line.substring(0, 1), first);
        } else if (letter.matches() && isNextLetter(letter.group("n").charAt(0))) {
            required().addLettered(letter.group("text"));
        } else if (number.matches() && isNextNested(number.group("n"), first)) {
            required().addNested(BlockType.NUMBERS, number.group("text"));
        } else if (number.matches() && isNextInnermost(number.group("n"), first)) {
            required().addInnermost(number.group("text"));
        } else if (number.matches() && isNextNumber(number.group("n"))) {
            entry(BlockType.NUMBERS, number.group("text"));
        } else if (quote.matches()) {
            readQuote(quote.group("text"), first);
        } else {
            readPlain(line, first, block);
        }
        afterLoneBullet = false;
        before = line;
    }

    /** True for a line that begins an entry of a list without numbers. */
    static boolean isBullet(String line) {
        return BULLET.matcher(line).matches();
    }

    /** True for a line that begins an entry of a list. */
    static boolean isEntry(String line) {
        return BULLET.matcher(line).matches() || NUMBER.matcher(line).matches();
    }

    /** A dash that the page's width pushed to the beginning of a line. */
    private boolean isDashInText(String line, String text) {
        Piece last = last();
        return "-–—".indexOf(line.charAt(0)) >= 0
                && last != null
                && last.isParagraph()
                && Character.isLowerCase(text.codePointAt(0))
                && (wrapping.isForced(before, line) || isInQuotation(last.text()));
    }

    private static boolean isInQuotation(String text) {
        return text.chars().filter(c -> "\"”“".indexOf(c) >= 0).count() % 2 == 1;
    }

    private void readQuote(String text, boolean first) {
        Piece last = last();
        if (!first && last != null && last.type() == BlockType.QUOTE) {
            last.goOn(text);
        } else {
            add(new Piece(BlockType.QUOTE, text, false));
        }
    }

    private void readPlain(String line, boolean first, TextBlock block) {
        if (!block.isParagraph() && (PartHeading.is(line, first, block) || standsOverText(line, first))) {
            add(new Piece(BlockType.SUBHEADING, line, true));
            return;
        }
        Piece last = last();
        boolean goesOn = last != null
                && Wrapping.hasRoom(last.end())
                && !startsAnew(line)
                && !endsAddressees(last, line)
                && (first ? goesOnOverGap(last, line, block) : goesOnInBlock(last, line));
        if (goesOn && last != null) {
            last.goOn(line);
        } else if (!first && last != null && last.isList() && !isDecision(line) && !decides(line)) {
            last.addUnder(line);
        } else {
            add(new Piece(BlockType.PARAGRAPH, line, block.isSingle() && !block.isParagraph()).rightUnder(!first));
        }
    }

    /** "Barnperspektivet" right over what is said of it, after the end of a sentence: in one block with both. */
    private boolean standsOverText(String line, boolean first) {
        Piece above = last();
        boolean inText = above == null || above.isParagraph() || above.type() == BlockType.SUBHEADING;
        boolean afterEntry = above != null && above.isList() && isBullet(before) && Wrapping.isTerminated(before);
        if (afterEntry && !first) {
            return !ahead.isEmpty() && isBullet(ahead.get(0).text()) && ShortHeading.isOver(line, textAhead());
        }
        boolean free = first
                || (inText && Wrapping.isTerminated(before) && (!before.endsWith(":") || ShortHeading.isCounted(line)));
        return free && !ahead.isEmpty() && !wrapping.isLong(line) && ShortHeading.isOver(line, textAhead());
    }

    /** The next line, with the one that it runs on into. */
    private String textAhead() {
        String next = GAPS.matcher(ahead.get(0).text()).replaceAll(" ");
        boolean goesOn = ahead.size() > 1
                && !isEntry(ahead.get(1).text())
                && wrapping.continues(next, ahead.get(1).text());
        return goesOn ? Wrapping.join(next, ahead.get(1).text()) : next;
    }

    /** Whom a decision is sent to is said in one line, unless that ends in the middle. */
    private boolean endsAddressees(Piece last, String line) {
        return last.isParagraph()
                && Addressees.in(last.text()).filter(who -> !who.isEmpty()).isPresent()
                && !Wrapping.runsOn(last.text(), line)
                && !wrapping.isForced(before, line);
    }

    /** Labels of decisions, and clauses of them that the page's width did not push to a new line. */
    private boolean startsAnew(String line) {
        return isDecision(line)
                || LETTERED.matcher(line).matches()
                || line.matches("(?s)Bilaga \\w{1,3}\\b.*")
                || COUNTS.matcher(line).matches()
                || (RUN_IN.matcher(line).lookingAt() && Wrapping.isTerminated(before))
                || BALLOTS.matcher(line).matches()
                || (decides(line) && Wrapping.isTerminated(before))
                || DecisionForm.isLabel(before)
                || (DecisionForm.isClause(line)
                        && (!wrapping.isForced(before, line) || leads(last()))
                        && !CLAUSE_FOLLOWS.matcher(before).find());
    }

    /** "… Med 4 röster mot 1 beslutar styrelsen", which a clause follows. */
    private static boolean leads(@Nullable Piece above) {
        return above != null
                && above.isParagraph()
                && !DecisionForm.introductionAtEnd(above.text()).isEmpty();
    }

    private static boolean decides(String line) {
        return Character.isUpperCase(line.codePointAt(0)) && DecisionForm.decides(line);
    }

    /** What begins or ends decisions, whatever stands above it. */
    private static boolean isDecision(String line) {
        return DecisionForm.isLabel(line)
                || DecisionForm.isIntroduction(line)
                || DecisionForm.afterLabel(line).isPresent()
                || Addressees.in(line).isPresent()
                || ImmediateAdjustment.isWholeLine(line);
    }

    private static boolean goesOnOverGap(Piece last, String line, TextBlock block) {
        String end = last.end();
        return last.type() != BlockType.SUBHEADING
                && last.type() != BlockType.TABLE
                && Character.isLowerCase(line.codePointAt(0))
                && !Wrapping.isTerminated(end)
                && (block.edgeBefore() || end.length() > 40);
    }

    private boolean goesOnInBlock(Piece last, String line) {
        return last.type() != BlockType.TABLE
                && last.type() != BlockType.SUBHEADING
                && wrapping.continues(before, line);
    }

    /** An entry with another mark than the list began with stands under the entry before; so does one in a numbered list. */
    private void bullet(String text, String written, boolean first) {
        Piece last = last();
        boolean inNumbers = last != null && last.type() == BlockType.NUMBERS && !first;
        boolean inBullets = last != null && last.type() == BlockType.BULLETS && !written.equals(mark);
        if (last != null && (inNumbers || inBullets)) {
            last.addNested(BlockType.BULLETS, text);
            return;
        }
        mark = written;
        entry(BlockType.BULLETS, text);
    }

    /** "1." under an entry of a list, and what counts on from it. */
    private boolean isNextNested(String number, boolean first) {
        Piece last = last();
        if (last == null || !last.isList() || first || last.isNestedLettered() || last.nested() == BlockType.BULLETS) {
            return false;
        }
        return countsOn(number, last.nestedSize(), last);
    }

    /** "1." under an entry of a list that itself stands under an entry, and what counts on from it. */
    private boolean isNextInnermost(String number, boolean first) {
        Piece last = last();
        return last != null
                && last.isList()
                && !first
                && last.nested() == BlockType.BULLETS
                && countsOn(number, last.innermostSize(), last);
    }

    private boolean countsOn(String number, int size, Piece above) {
        int n = Integer.parseInt(number);
        boolean countsOnAbove = above.type() == BlockType.NUMBERS && n == above.size() + 1;
        return n == size + 1 && (!countsOnAbove || standsAgain(number));
    }

    /** Where a number may be the next of two lists, the other one has it further down. */
    private boolean standsAgain(String number) {
        return ahead.stream()
                .map(line -> NUMBER.matcher(line.text()))
                .anyMatch(m -> m.matches() && m.group("n").equals(number));
    }

    /** "a)" under an entry of a list, and what counts on from it. */
    private boolean isNextLetter(char letter) {
        Piece last = last();
        boolean open = last != null && last.isList() && (last.nested() == null || last.isNestedLettered());
        return open && last != null && letter == 'a' + last.nestedSize();
    }

    private Piece required() {
        return pieces.get(pieces.size() - 1);
    }

    private void entry(BlockType type, String text) {
        Piece last = last();
        if (last != null && last.type() == type) {
            last.addEntry(text);
        } else {
            var list = new Piece(type, "", false);
            list.addEntry(text);
            add(list);
        }
    }

    /** A list begins with 1 and counts on; anything else is text that happens to begin with a number. */
    private boolean isNextNumber(String number) {
        Piece last = last();
        int count = last != null && last.type() == BlockType.NUMBERS ? last.size() : 0;
        return Integer.parseInt(number) == count + 1;
    }

    private void add(Piece piece) {
        pieces.add(piece);
    }

    private @Nullable Piece last() {
        return pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    }
}
