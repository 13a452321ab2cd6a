package se.justera.intake;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Adjournment;
import se.justera.minutes.Draft.Item;

/** When a meeting was adjourned, as the head of its minutes or a sentence of a matter says it. */
final class Adjournments {

    private static final int LONGEST = 300;
    private static final String CLOCK = "(?:kl(?:ockan|\\.|\\b) ?)?";
    private static final String TIME = "\\d{1,2}[.:]\\d{2}|\\d{1,2}(?![\\d.:])";
    private static final String UNTIL =
            " ?(?:[-–—]|till|(?:och |, )?(?:återuppt\\p{L}{1,6}|fortsatte|fortsätter|öppnades åter)) ?";
    private static final Pattern SPAN = Pattern.compile("(?iu)(?:" + CLOCK + "(?<![\\d.:])(?<start>" + TIME + ")"
            + UNTIL
            + CLOCK + "(?<end>" + TIME + ")|från " + CLOCK + "(?<from>" + TIME + ")|till " + CLOCK + "(?<to>" + TIME
            + "))(?<items> ?,? ?\\(?(?:mellan|under|efter|före) §{1,2} ?\\d{1,5}"
            + "(?:(?: och | ?[-–] ?)(?:§ ?)?\\d{1,5})?\\)?)?");
    private static final Pattern ITEMS = Pattern.compile(
            "(?iu)(?<how>mellan|under|efter|före) §{1,2} ?(?<one>\\d{1,5})(?:\\D{1,7}(?<other>\\d{1,5}))?");
    private static final Pattern FILLER = Pattern.compile(
            "(?iu)\\b(?:mötet|sammanträdet|ajourner\\p{L}{0,5}|med|för|och|samt|paus|lunch|fika)\\b|[,;.()\\s]+");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?iu)(?:(?:mötet|sammanträdet|förhandlingarna|överläggningarna) ajourner(?:as|ades|ats)\\b|ajournering(?:ar)?\\b).*\\d.*");

    private final List<Adjournment> all = new ArrayList<>();

    /** Takes in a fact of the head; false if it says anything else too, or nothing that is known here. */
    boolean read(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        Matcher m = SPAN.matcher(text);
        var found = new ArrayList<Adjournment>();
        var rest = new StringBuilder();
        while (m.find()) {
            LocalTime start = time(m.group("start") == null ? m.group("from") : m.group("start"));
            LocalTime end = time(m.group("end") == null ? m.group("to") : m.group("end"));
            if ((start == null && end == null) || (start != null && end != null && !end.isAfter(start))) {
                return false;
            }
            found.add(within(start, end, m.group("items")));
            m.appendReplacement(rest, " ");
        }
        m.appendTail(rest);
        boolean understood =
                !found.isEmpty() && FILLER.matcher(rest).replaceAll("").isEmpty();
        if (understood) {
            found.forEach(this::add);
        }
        return understood;
    }

    /** Takes in sentences of matters that say no more than that; they stay where they stand. */
    void readFrom(List<Item> items) {
        for (Item item : items) {
            item.blocks().stream()
                    .map(block -> Objects.requireNonNullElse(block.text(), ""))
                    .filter(text ->
                            text.length() <= LONGEST && SENTENCE.matcher(text).matches())
                    .forEach(text -> readOf(item, text));
        }
    }

    private void readOf(Item item, String text) {
        var read = new Adjournments();
        if (read.read(text)) {
            read.all.forEach(a -> add(
                    a.afterItem() == null && a.beforeItem() == null
                            ? new Adjournment(a.start(), a.end(), item.number(), item.number())
                            : a));
        }
    }

    private void add(Adjournment adjournment) {
        boolean known = all.stream()
                .anyMatch(a ->
                        Objects.equals(a.start(), adjournment.start()) && Objects.equals(a.end(), adjournment.end()));
        if (!known) {
            all.add(adjournment);
        }
    }

    private static Adjournment within(@Nullable LocalTime start, @Nullable LocalTime end, @Nullable String items) {
        Matcher m = ITEMS.matcher(items == null ? "" : items);
        if (!m.find()) {
            return new Adjournment(start, end, null, null);
        }
        Integer one = Integer.valueOf(m.group("one"));
        String second = m.group("other");
        Integer other = second == null ? one : Integer.valueOf(second);
        return switch (m.group("how").charAt(0)) {
            case 'e', 'E' -> new Adjournment(start, end, one, null);
            case 'f', 'F' -> new Adjournment(start, end, null, one);
            default -> new Adjournment(start, end, one, other);
        };
    }

    private static @Nullable LocalTime time(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String[] parts = written.split("[.:]", 2);
        int hour = Integer.parseInt(parts[0]);
        int minute = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    List<Adjournment> all() {
        return List.copyOf(all);
    }
}
