package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.DecisionForm;
import se.justera.minutes.Draft.Item;

/** Writes decisions in the form and at the place they have in the minutes. */
final class Decisions {

    private static final Pattern UNFINISHED = Pattern.compile("(?:,|\\b(?:och|samt))\\s*$");

    /** A box of more texts or lines may go on over pages. */
    private static final int MOST_KEPT = 4;

    private static final int LETTERS_A_LINE = 90;

    private final Markup out;
    private final Dress dress;
    private final Labels labels;
    private final Prose prose;
    private final Wording wording;

    Decisions(Markup out, Dress dress, Labels labels, Prose prose, Wording wording) {
        this.wording = wording;
        this.out = out;
        this.dress = dress;
        this.labels = labels;
        this.prose = prose;
    }

    /** After how many blocks decisions stand between the blocks of a matter. */
    SortedSet<Integer> places(Item item) {
        var places = new TreeSet<Integer>();
        item.decisions().stream()
                .map(Decision::after)
                .filter(after -> after != null && isBetween(after, item))
                .forEach(places::add);
        return places;
    }

    List<Decision> at(Item item, int place) {
        return item.decisions().stream()
                .filter(decision -> Objects.equals(decision.after(), place))
                .toList();
    }

    List<Decision> afterAll(Item item) {
        return item.decisions().stream()
                .filter(decision -> decision.after() == null || !isBetween(decision.after(), item))
                .toList();
    }

    private static boolean isBetween(int after, Item item) {
        return after >= 0 && after < item.blocks().size();
    }

    /** Neighbours of one form, sent to the same or of one sentence, stand in one box. */
    void write(List<Decision> decisions, int level) {
        List<Decision> written =
                decisions.stream().filter(Decisions::saysAnything).toList();
        for (int first = 0; first < written.size(); ) {
            int next = first + 1;
            while (next < written.size() && alike(written.get(next - 1), written.get(next))) {
                next++;
            }
            box(written.subList(first, next), level);
            first = next;
        }
    }

    private static boolean saysAnything(Decision decision) {
        boolean text = decision.text() != null && !decision.text().isBlank();
        return text || !decision.sentTo().isEmpty();
    }

    private boolean alike(Decision one, Decision other) {
        if (form(one) != form(other) || isNumbered(one) != isNumbered(other)) {
            return false;
        }
        boolean clauses = form(one) == DecisionForm.CLAUSE || isClause(other);
        return (clauses && one.sentTo().equals(other.sentTo())) || isContinued(one, other);
    }

    /** A decision of several clauses is sent once, and the last clause says where. */
    private boolean isContinued(Decision one, Decision other) {
        boolean sentence = UNFINISHED.matcher(orEmpty(one.text())).find() || (isClause(one) && isClause(other));
        return wording == Wording.THIRD && one.sentTo().isEmpty() && sentence;
    }

    /** "att sända den till medlemmarna": a further clause of the sentence before. */
    private static boolean isClause(Decision decision) {
        return decision.text() != null && decision.text().strip().startsWith("att ");
    }

    private boolean isNumbered(Decision decision) {
        return wording == Wording.THIRD && Boolean.TRUE.equals(decision.numbered());
    }

    private static DecisionForm form(Decision decision) {
        return Objects.requireNonNullElse(decision.form(), DecisionForm.CLAUSE);
    }

    private void box(List<Decision> decisions, int level) {
        var texts = new ArrayList<String>();
        decisions.stream()
                .map(Decision::text)
                .filter(text -> text != null && !text.isBlank())
                .forEach(text -> texts.add(Objects.requireNonNull(text).strip()));
        DecisionForm form = form(decisions.get(0));
        int letters = texts.stream().mapToInt(String::length).sum();
        boolean isLong = texts.size() > MOST_KEPT || letters > MOST_KEPT * LETTERS_A_LINE;
        out.open("div", "class", dress.classOf(isLong ? Part.LONG_DECISION : Part.DECISION));
        if (form == DecisionForm.CLAUSE && !texts.isEmpty()) {
            out.element(
                    dress.heading(level),
                    labels.of("decision"),
                    "class",
                    dress.classOf(Part.DECISION_LABEL),
                    "lang",
                    labels.foreign());
        }
        texts(texts, form, isNumbered(decisions.get(0)));
        List<String> sentTo = decisions.get(decisions.size() - 1).sentTo();
        if (!sentTo.isEmpty()) {
            out.element(
                    "p", labels.of("decision.sentTo", String.join(", ", sentTo)), "class", dress.classOf(Part.ABOUT));
        }
        out.close();
    }

    /** Each on a line of its own, in a list under what leads to them. */
    private void texts(List<String> texts, DecisionForm form, boolean numbered) {
        String label = form == DecisionForm.RUN_IN ? "**" + labels.of("decision") + ":** " : "";
        LedClauses led = wording == Wording.THIRD ? LedClauses.of(texts) : new LedClauses("", texts);
        boolean listed = numbered || !led.lead().isEmpty() || (texts.size() > 1 && form == DecisionForm.CLAUSE);
        if (listed) {
            prose.paragraph((label + led.lead()).strip(), Part.LEAD);
            prose.list(led.clauses(), numbered ? Part.NUMBERS : Part.BULLETS);
        } else if (!texts.isEmpty()) {
            prose.paragraph(label + texts.get(0), Part.TEXT);
            texts.stream().skip(1).forEach(text -> prose.paragraph(text, Part.TEXT));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
