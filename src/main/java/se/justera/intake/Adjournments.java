package se.justera.intake;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Adjournment;
import se.justera.minutes.Draft.Block;
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
    private static final Pattern FILLER =
            Pattern.compile("(?iu)\\b(?:mötet|sammanträdet|ajourner\\p{L}{0,5}|med paus|paus|och|samt)\\b|[,;.()\\s]+");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?iu)(?:(?:mötet|sammanträdet|förhandlingarna|överläggningarna) ajourner(?:as|ades|ats)\\b|ajournering(?:ar)?\\b).*\\d.*");

    private final List<Adjournment> all = new ArrayList<>();

    /** Takes in a fact of the head; false if it says anything else too, or nothing that is known here. */
    boolean read(String text) {
        Told told = Told.in(text);
        boolean understood = !told.breaks().isEmpty()
                && FILLER.matcher(told.rest()).replaceAll("").isEmpty();
        if (understood) {
            told.breaks().forEach(this::add);
        }
        return understood;
    }

    /** Takes in what sentences of matters say of it; they stay where they stand. */
    void readFrom(List<Item> items) {
        for (Item item : items) {
            item.blocks().stream()
                    .map(Block::text)
                    .filter(text -> text != null && text.contains("journer"))
                    .flatMap(text -> Sentences.of(String.valueOf(text)).stream())
                    .filter(sentence -> sentence.length() <= LONGEST
                            && SENTENCE.matcher(sentence).matches())
                    .flatMap(sentence -> Told.in(sentence).breaks().stream())
                    .forEach(found -> add(within(item, found)));
        }
    }

    /** A break in the matter that tells of it, unless it says where it was. */
    private static Adjournment within(Item item, Adjournment found) {
        return found.afterItem() == null && found.beforeItem() == null
                ? new Adjournment(found.start(), found.end(), item.number(), item.number())
                : found;
    }

    /** @param rest the text without them */
    private record Told(List<Adjournment> breaks, String rest) {

        static Told in(String text) {
            var breaks = new ArrayList<Adjournment>();
            var rest = new StringBuilder();
            Matcher m = SPAN.matcher(text.length() > LONGEST ? "" : text);
            while (m.find()) {
                LocalTime start = time(m.group("start") == null ? m.group("from") : m.group("start"));
                LocalTime end = time(m.group("end") == null ? m.group("to") : m.group("end"));
                boolean backwards = start != null && end != null && !end.isAfter(start);
                if (!backwards && (start != null || end != null)) {
                    breaks.add(placed(start, end, m.group("items")));
                    m.appendReplacement(rest, " ");
                }
            }
            m.appendTail(rest);
            return new Told(breaks, rest.toString());
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

    private static Adjournment placed(@Nullable LocalTime start, @Nullable LocalTime end, @Nullable String items) {
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
