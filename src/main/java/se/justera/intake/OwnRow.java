package se.justera.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of the attendance table of our own pages.
 *
 * @param columns the words over the columns after the one of the names
 */
record OwnRow(List<String> columns) {

    static final String NONE = "–";

    private static final String SAID = "(?:(?i:anmält förhinder|frånvarande|deltog digitalt|(?:ej )?tjänstgörande)"
            + "|§ ?\\d+(?:–\\d+)?(?:, \\d+(?:–\\d+)?)*+)";
    private static final Pattern NOTE = Pattern.compile("–|" + SAID + "(?:, " + SAID + ")*+");
    private static final Pattern NOTE_AT_END = Pattern.compile("(?s)(?<rest>.*?) (?<note>" + NOTE + ")");
    private static final Pattern GAP = Pattern.compile(" {2,}|\t");
    private static final Pattern PARTY = Pattern.compile(" \\([^)]{1,20}\\)$");

    /** The lines of a row as one with tabs between its cells; empty if they are none. */
    Optional<String> tabbed(String text) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        return (GAP.matcher(lines.get(0)).find() ? byGaps(lines) : byWords(String.join(" ", lines)))
                .filter(this::isRow)
                .map(OwnRow::tabbed);
    }

    static String tabbed(List<String> cells) {
        return cells.stream().filter(cell -> !cell.equals(NONE)).collect(Collectors.joining("\t"));
    }

    boolean isRow(List<String> cells) {
        int note = columns.indexOf("Anmärkning");
        return cells.size() == columns.size() + 1
                && isName(cells.get(0))
                && (note < 0 || NOTE.matcher(cells.get(note + 1)).matches());
    }

    static boolean isName(String cell) {
        return Names.isName(PARTY.matcher(cell).replaceFirst(""))
                && Group.in(cell).isEmpty();
    }

    static boolean isOffice(String cell) {
        return Arrays.stream(cell.split(", ", -1)).anyMatch(Offices::isOffice);
    }

    private static boolean isOfficeOrServes(String words) {
        return Offices.isOffice(words) || words.matches("(?:ej )?tjänstgörande");
    }

    /** What is left of a cell stands below the one that was nearest to the width of its column, or after a comma. */
    private static Optional<List<String>> byGaps(List<String> lines) {
        String first = lines.get(0);
        var cells = new ArrayList<String>(
                List.of(GAP.splitAsStream(first).filter(cell -> !cell.isEmpty()).toArray(String[]::new)));
        for (String more : lines.subList(1, lines.size())) {
            int fullest = 0;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < cells.size(); i++) {
                int from = first.indexOf(cells.get(i));
                int next = i + 1 < cells.size() ? first.indexOf(cells.get(i + 1), from) : Integer.MAX_VALUE / 2;
                int slack = next - from - cells.get(i).length();
                if (!cells.get(i).equals(NONE) && slack < least) {
                    least = slack;
                    fullest = i;
                }
            }
            if (GAP.matcher(more).find()) {
                return Optional.empty();
            }
            int last = cells.size() - 1;
            boolean noteGoesOn =
                    cells.get(last).endsWith(",") && NOTE.matcher(more).matches();
            fullest = noteGoesOn ? last : fullest;
            cells.set(fullest, Wrapping.join(cells.get(fullest), more));
        }
        return Optional.of(cells);
    }

    /** By the office after the name, which is always there or a dash, and the note at the end. */
    private Optional<List<String>> byWords(String text) {
        String left = text;
        String note = "";
        if (columns.contains("Anmärkning")) {
            Matcher m = NOTE_AT_END.matcher(text);
            if (!m.matches()) {
                return Optional.empty();
            }
            left = m.group("rest");
            note = m.group("note");
        }
        boolean represents = columns.contains("Företräder");
        if (!columns.contains("Uppdrag")) {
            return Optional.empty();
        }
        List<String> words = List.of(left.split(" ", -1));
        for (int from = 1; from < words.size(); from++) {
            String name = String.join(" ", words.subList(0, from));
            for (int to = represents ? words.size() - 1 : words.size(); isName(name) && to > from; to--) {
                String office = String.join(" ", words.subList(from, to));
                boolean whole = office.equals(NONE)
                        || Arrays.stream(office.split(", ", -1)).allMatch(OwnRow::isOfficeOrServes);
                if (whole && (represents || to == words.size())) {
                    var cells = new ArrayList<>(List.of(name, office));
                    if (represents) {
                        cells.add(String.join(" ", words.subList(to, words.size())));
                    }
                    if (!note.isEmpty()) {
                        cells.add(note);
                    }
                    return Optional.of(cells);
                }
            }
        }
        return Optional.empty();
    }
}
