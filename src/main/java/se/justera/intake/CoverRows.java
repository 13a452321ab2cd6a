package se.justera.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets apart what the columns of a cover page put into one line: "Underskrifter: Sekreterare ........ Paragrafer 1–9",
 * two labelled facts beside each other, a label that is broken over two lines of its column.
 */
final class CoverRows {

    private static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");
    private static final String GAP = "   ";
    /** "Sekreterare ........ Paragrafer 17-27", whose gaps were lost. */
    private static final Pattern TIGHT_DOTS = Pattern.compile("(?<=[\\p{L}:]) ?([._…]{5,400})(?= ?\\p{L}|$) ?");

    private static final Pattern TIGHT_LABEL =
            Pattern.compile("(?iu)^underskrift(?:er)?:?\\s+(?=(?:sekreterare|ordförande|justerare|justerande)\\b)");
    private static final Pattern BROKEN_ADJUSTMENT =
            Pattern.compile("(?iu)(?<label>justeringens)\\s*(?<value>.{0,200})");
    private static final Pattern REST_OF_ADJUSTMENT =
            Pattern.compile("(?iu)(?<label>(?:plats och (?:tid|dag)|tid och plats)):?(?:\\s+(?<value>.{1,200}))?");

    /** "Bo Ask, ordf m x Tjg § 19–26": a name, perhaps a party, a cross for being there, and what else is said. */
    private static final Pattern CROSSED = Pattern.compile(
            "(?<name>\\p{Lu}[\\p{L}'’ .-]{3,60}?)(?<office>, ?\\p{L}[\\p{L}. ]{1,20}?)??(?: (?<party>\\p{Ll}{1,3}|\\p{Lu}{1,3}))? [xX](?:[ ,]+(?<more>\\S.{0,120}))?");

    private static final int FEWEST_CROSSED = 3;

    private final boolean crossed;
    private final List<TextBlock> blocks = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();

    private CoverRows(List<TextBlock> cover) {
        this.crossed = cover.stream()
                        .flatMap(block -> block.texts().stream())
                        .filter(text -> CROSSED.matcher(text).matches())
                        .limit(FEWEST_CROSSED)
                        .count()
                == FEWEST_CROSSED;
    }

    static List<TextBlock> of(List<TextBlock> cover) {
        var rows = new CoverRows(cover);
        cover.forEach(rows::read);
        return List.copyOf(rows.blocks);
    }

    private void read(TextBlock block) {
        int before = blocks.size();
        for (int i = 0; i < block.lines().size(); i++) {
            if (i > 0 && Notice.isHeading(block.lines().get(i).text())) {
                end();
            }
            String next =
                    i + 1 < block.lines().size() ? block.lines().get(i + 1).text() : "";
            String label = brokenLabel(block.lines().get(i).text(), next);
            if (block.lines().get(i).text().equals("Under-") && next.startsWith("skrifter ")) {
                read(Line.of("Under" + next));
                i++;
                continue;
            }
            List<Line> people = BrokenGroup.of(block.lines().get(i).text(), next);
            if (!people.isEmpty()) {
                lines.addAll(people);
                i++;
            } else if (label.isEmpty()) {
                read(block.lines().get(i));
            } else {
                lines.add(Line.of(label));
                i++;
            }
        }
        end();
        if (blocks.size() == before + 1) {
            blocks.set(
                    before,
                    new TextBlock(blocks.get(before).lines(), block.gap(), block.edgeBefore(), block.edgeAfter()));
        }
    }

    /** "Justeringens    Kansliet, 2024-02-23" over "plats och tid:" as one line, else empty. */
    private static String brokenLabel(String line, String next) {
        if (isWhole(line + " " + next) && !isWhole(next)) {
            return line + " " + next;
        }
        Matcher first = BROKEN_ADJUSTMENT.matcher(line);
        Matcher second = REST_OF_ADJUSTMENT.matcher(next);
        if (first.matches() && second.matches() && HeadLabel.in(line).isEmpty()) {
            String value = (first.group("value") + " " + Objects.requireNonNullElse(second.group("value"), "")).strip();
            return first.group("label") + " " + second.group("label") + (value.isEmpty() ? "" : "\t" + value);
        }
        String[] cells = COLUMNS.split(line, 2);
        String rest = COLUMNS.split(next, 2)[0].replaceFirst(":$", "");
        if ((cells.length < 2 && !COLUMNS.matcher(next).find()) || rest.isEmpty()) {
            return "";
        }
        String label = cells[0] + " " + rest;
        if (!rest.startsWith("och ")
                && HeadLabel.in(cells[0])
                        .filter(l -> l.written().length() == cells[0].length())
                        .isPresent()) {
            return "";
        }
        boolean broken = HeadLabel.in(label)
                .filter(l -> l.value().isEmpty() && l.written().equals(label))
                .isPresent();
        String more = next.length() > rest.length() + 1
                ? next.substring(rest.length()).replaceFirst("^[: \t]{1,200}", "")
                : "";
        String beside = (cells.length < 2 ? more : cells[1] + " " + more).strip();
        return broken && !beside.isEmpty() ? label + "\t" + beside : "";
    }

    /** True for a label of more than one word, or a heading of the attendance, and nothing else. */
    private static boolean isWhole(String text) {
        String bare = text.replaceFirst(":$", "");
        return bare.length() < 60
                && Character.isUpperCase(bare.codePointAt(0))
                && (HeadLabel.in(bare)
                                .filter(l -> l.value().isEmpty() && l.written().equals(bare))
                                .isPresent()
                        || bare.matches(
                                "(?iu)(?:ej|icke) (?:tjänstgörande|närvarande) ersättare|närvarande (?:ej )?tjänstgörande ersättare"));
    }

    private void read(Line written) {
        Matcher cross = CROSSED.matcher(crossed ? written.text() : "");
        if (cross.matches()) {
            lines.add(Line.of(withoutCross(cross)));
            return;
        }
        String apart = TIGHT_LABEL.matcher(written.text()).replaceFirst("Underskrifter" + GAP);
        Line line = written.withText(
                TIGHT_DOTS.matcher(apart).replaceAll(GAP + "$1" + GAP).strip());
        List<String> cells = Arrays.asList(COLUMNS.split(line.text()));
        if (cells.size() < 2) {
            lines.add(line);
        } else if (HeadLabel.in(cells.get(0))
                .filter(l -> l.label() == HeadLabel.SIGNATURES)
                .isPresent()) {
            List<String> whole = withoutParagraphs(cells);
            List<String> rest = whole.subList(1, whole.size());
            end();
            lines.add(Line.of(cells.get(0)));
            add(rest);
        } else if (cells.stream().allMatch(CoverRows::isFact)) {
            cells.forEach(cell -> lines.add(Line.of(cell)));
        } else if (cells.size() == 4
                && cells.get(0).endsWith(":")
                && cells.get(2).endsWith(":")) {
            lines.add(Line.of(cells.get(0) + "\t" + cells.get(1)));
            lines.add(Line.of(cells.get(2) + "\t" + cells.get(3)));
        } else {
            List<String> rest = withoutParagraphs(cells);
            if (rest.size() == cells.size()) {
                lines.add(line);
            } else {
                add(rest);
            }
        }
    }

    private static String withoutCross(Matcher row) {
        String party = row.group("party") == null ? "" : " (" + row.group("party") + ")";
        String more = row.group("more") == null
                ? ""
                : ", " + row.group("more").replaceFirst("(?iu)^tjg\\.? (?:§ ?)?(?=\\d)", "tjänstgörande § ");
        return row.group("name") + party + Objects.requireNonNullElse(row.group("office"), "") + more;
    }

    private static boolean isFact(String cell) {
        return HeadLabel.in(cell)
                .filter(l -> !l.value().isEmpty() && cell.contains(":"))
                .isPresent();
    }

    private void add(List<String> cells) {
        if (!cells.isEmpty()) {
            lines.add(Line.of(String.join(GAP, cells)));
        }
    }

    /** The cells without "Paragrafer 1–9" among them, which becomes a block of its own. */
    private List<String> withoutParagraphs(List<String> cells) {
        for (int i = 1; i < cells.size(); i++) {
            HeadLabel.Found found = HeadLabel.in(cells.get(i))
                    .filter(l -> l.label() == HeadLabel.PARAGRAPHS)
                    .orElse(null);
            boolean labelled = HeadLabel.in(cells.get(i - 1))
                    .filter(l -> l.label() == HeadLabel.PARAGRAPHS && l.value().isEmpty())
                    .isPresent();
            if (found == null || labelled) {
                continue;
            }
            boolean here = HeadLabel.PARAGRAPHS.accepts(found.value());
            boolean beside =
                    found.value().isEmpty() && i + 1 < cells.size() && HeadLabel.PARAGRAPHS.accepts(cells.get(i + 1));
            if (here || beside) {
                String value = here ? found.value() : cells.get(i + 1);
                blocks.add(new TextBlock(List.of(Line.of(found.written() + "\t" + value)), 1, false, false));
                var rest = new ArrayList<>(cells.subList(0, i));
                rest.addAll(cells.subList(here ? i + 1 : i + 2, cells.size()));
                return rest;
            }
        }
        return cells;
    }

    private void end() {
        if (!lines.isEmpty()) {
            blocks.add(new TextBlock(List.copyOf(lines), 1, false, false));
            lines = new ArrayList<>();
        }
    }
}
