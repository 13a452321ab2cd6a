package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a notice for the notice board says, fact by fact: a label and what stands beside or under it, also where columns
 * broke the label over two lines or put two facts into one.
 */
final class NoticeFacts {

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)(?<label>(?:besluts)?organ|sammanträdesdatum|sammanträdesdag|paragrafer|justeringsdatum|justeringsdag"
                    + "|datum (?:för|då|när) (?:anslag(?:s|et|ets)?|protokollets?|justeringens?) ?(?:uppsättande|nedtagande|publicering|avpublicering|anslås|(?:sätts|sattes) upp|(?:tas|togs) (?:ned|ner|bort)|publiceras|avpubliceras)"
                    + "|anslag(?:et)? (?:publiceras|avpubliceras|uppsatt|uppsättes|nedtages|nedtaget|(?:sätts|sattes) upp|(?:tas|togs) (?:ned|ner|bort))"
                    + "|anslags(?:datum|dag|tid)|överklagandetid|sista (?:dag|datum) för överklagande|(?:protokollets )?förvaringsplats(?: för protokollet)?"
                    + "|protokollet förvaras|underskrift|namnförtydligande)(?:(?: ?:| (?=[\\p{Lu}\\d]))\\s*(?<value>\\S.*)?)?");
    private static final Pattern HALF = Pattern.compile(
            "(?iu)datum (?:för|då|när)(?: anslag(?:s|et|ets)?)?|anslaget|förvaringsplats(?: för)?|sista dag för");
    private static final Pattern OTHER_HALF = Pattern.compile(
            "(?iu)(?<rest>(?:anslag(?:s|et|ets)? )?(?:uppsättande|nedtagande|publicering|(?:sätts|sattes) upp|(?:tas|togs) (?:ned|ner|bort)|publiceras|avpubliceras)"
                    + "|(?:för )?protokollet|överklagande) ?:?(?: (?<value>[\\p{Lu}\\d].*))?");

    private final List<String> said = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private List<Half> halves = new ArrayList<>();
    private String label = "";
    private boolean besideHalf;

    private NoticeFacts() {}

    /** The beginning of a label, and what stands beside it, if anything does. */
    private record Half(String text, @Nullable String value) {}

    /** The notice's sentences, each a block, and then its facts as a list. */
    static List<TextBlock> of(List<TextBlock> notice) {
        var facts = new NoticeFacts();
        notice.stream()
                .flatMap(block -> block.texts().stream())
                .filter(line -> !DottedLine.is(line))
                .forEach(facts::readLine);
        facts.endHalves();
        facts.endLabel();
        var blocks = new ArrayList<TextBlock>();
        facts.said.forEach(text -> blocks.add(block(List.of(Line.of(text)))));
        if (!facts.facts.isEmpty()) {
            blocks.add(
                    block(facts.facts.stream().map(fact -> Line.of("- " + fact)).toList()));
        }
        return List.copyOf(blocks);
    }

    private static TextBlock block(List<Line> lines) {
        return new TextBlock(lines, 1, false, false);
    }

    private void readLine(String written) {
        String line = written.replaceFirst("^[•–-] +", "");
        for (String cell : line.length() > 400
                ? List.of(line)
                : SignatureReader.COLUMNS.splitAsStream(line).toList()) {
            if (!DottedLine.is(cell) && !cell.isBlank()) {
                read(cell);
                besideHalf = HALF.matcher(cell).matches();
            }
        }
        besideHalf = false;
    }

    private void read(String cell) {
        Matcher rest = OTHER_HALF.matcher(cell);
        if (!halves.isEmpty() && rest.matches()) {
            Half half = halves.remove(0);
            begin(half.text() + " " + rest.group("rest"), half.value() == null ? rest.group("value") : half.value());
            if (half.value() != null && rest.group("value") != null) {
                readText(rest.group("value"));
            }
            return;
        }
        if (HALF.matcher(cell).matches()) {
            halves.add(new Half(cell, null));
            return;
        }
        int last = halves.size() - 1;
        if (last >= 0 && halves.get(last).value() == null && besideHalf) {
            halves.set(last, new Half(halves.get(last).text(), cell));
            return;
        }
        Matcher labelled = LABEL.matcher(cell);
        if (labelled.matches()) {
            endHalves();
            begin(labelled.group("label"), labelled.group("value"));
        } else {
            readText(cell);
        }
    }

    private void begin(String written, @Nullable String value) {
        endLabel();
        label = written;
        if (value != null) {
            readText(value);
        }
    }

    private void readText(String text) {
        if (label.isEmpty()) {
            (facts.isEmpty() ? said : facts).add(text);
        } else {
            facts.add(label + ": " + text);
            label = "";
        }
    }

    private void endLabel() {
        if (!label.isEmpty()) {
            facts.add(label);
            label = "";
        }
    }

    /** Words that looked like the beginning of a label and were none. */
    private void endHalves() {
        List<Half> left = halves;
        halves = new ArrayList<>();
        left.forEach(half -> {
            if (half.value() == null) {
                readText(half.text());
            } else {
                begin(half.text(), half.value());
            }
        });
    }
}
