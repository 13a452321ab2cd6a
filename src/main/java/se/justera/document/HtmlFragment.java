package se.justera.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/** The minutes as accessible HTML for any screen: one article, lists instead of wide tables. */
final class HtmlFragment implements Inlines {

    private final Markup out = new Markup(PrintableText.forBrowsers());
    private final Dress dress = Dress.forBrowsers();
    private final Labels labels;
    private final Footnotes footnotes;
    private final Prose prose;
    private final Draft draft;

    private HtmlFragment(Draft draft, Labels labels) {
        this.draft = draft;
        this.labels = labels;
        this.footnotes = new Footnotes(draft);
        this.prose = new Prose(out, dress, new InlineText(out, footnotes.marks(), this), false);
    }

    static String of(Draft draft, Locale locale) {
        var fragment = new HtmlFragment(draft, Labels.in(locale));
        fragment.article();
        return fragment.out.toString();
    }

    private void article() {
        MeetingFacts facts = MeetingFacts.of(draft, labels);
        out.open("article", "lang", "sv");
        label(facts.title(), 0, Part.TITLE);
        List.of(facts.association(), orgNumber(facts), facts.subtitle(), facts.body())
                .forEach(this::paragraph);
        if (!facts.facts().isEmpty()) {
            out.open("dl", "class", "govuk-summary-list govuk-summary-list--no-border");
            facts.facts()
                    .forEach(fact -> out.open("div", "class", "govuk-summary-list__row")
                            .element("dt", fact.label(), "class", "govuk-summary-list__key", "lang", labels.foreign())
                            .element("dd", fact.value(), "class", "govuk-summary-list__value")
                            .close());
            out.close();
        }
        attendance();
        new Matters(out, dress, labels, prose, draft, Wording.NEWEST, false).write(() -> {});
        attachments();
        notes();
        nextMeetings();
        signatories();
        pageEdges();
        out.close();
    }

    private String orgNumber(MeetingFacts facts) {
        return facts.orgNumber().isEmpty() ? "" : labels.of("association.orgNumber", facts.orgNumber());
    }

    /** What stands at the head and the foot of the pages, which a screen does not have. */
    private void pageEdges() {
        edge("pageHeader", draft.pageHeader());
        edge("pageFooter", draft.pageFooter());
    }

    private void edge(String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            out.open("p", "class", dress.classOf(Part.ABOUT));
            out.element("span", labels.of(label) + ":", "lang", labels.foreign())
                    .text(" " + text.strip());
            out.close();
        }
    }

    private void attendance() {
        if (draft.attendance().isEmpty()) {
            return;
        }
        label(labels.of("attendance"), 1, Part.HEADING);
        AttendanceList.of(draft.attendance(), labels).groups().forEach(group -> {
            heading(group.heading(), 2, Part.SUBHEADING);
            out.open("ul", "class", "govuk-list");
            group.people()
                    .forEach(person -> out.open("li")
                            .element("strong", person.name())
                            .text(person.details(labels).isEmpty() ? "" : ", " + person.details(labels))
                            .close());
            out.close();
        });
    }

    private void notes() {
        if (!footnotes.all().isEmpty()) {
            label(labels.of("footnotes"), 1, Part.HEADING);
            out.open("ul", "class", dress.classOf(Part.NOTES));
            footnotes.all().forEach((mark, text) -> {
                out.open("li");
                if (!mark.isEmpty()) {
                    out.element("sup", mark).text(" ");
                }
                new InlineText(out, Set.of(), this).write(text);
                out.close();
            });
            out.close();
        }
    }

    private void attachments() {
        List<String> attachments = Proceedings.attachments(draft.attachments()).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        if (!attachments.isEmpty()) {
            label(labels.of("proceedings.attachments"), 1, Part.HEADING);
            prose.list(attachments);
        }
    }

    private void nextMeetings() {
        List<String> meetings = MeetingFacts.nextMeetings(draft, labels);
        if (!meetings.isEmpty()) {
            label(labels.of("nextMeetings"), 1, Part.HEADING);
            prose.list(meetings);
        }
    }

    private void signatories() {
        List<SignatureSpace> spaces = SignatureSpace.allOf(draft);
        if (spaces.isEmpty()) {
            return;
        }
        label(labels.of("signatories"), 1, Part.HEADING);
        out.open("ul", "class", "govuk-list");
        for (SignatureSpace space : spaces) {
            out.open("li").element("strong", space.name());
            Stream.concat(space.roles().stream(), SignaturePart.labels(draft, space).stream())
                    .distinct()
                    .forEach(role -> out.text(", " + role));
            if (space.title() != null) {
                out.text(", " + space.title());
            }
            out.close();
        }
        out.close();
    }

    @Override
    public void plain(Markup out, String text) {
        out.text(text);
    }

    @Override
    public void footnoteCall(Markup out, String mark) {
        out.element("sup", "[" + mark + "]");
    }

    @Override
    public void link(Markup out, Hyperlink link) {
        out.element(
                "a",
                link.words(),
                "class",
                dress.classOf(Part.LINK),
                "href",
                link.address(),
                "rel",
                "noopener noreferrer");
    }

    /** A heading of ours, which may be in another language than the article. */
    private void label(String text, int below, Part part) {
        out.element(dress.heading(below), text, "class", dress.classOf(part), "lang", labels.foreign());
    }

    private void heading(String text, int below, Part part) {
        out.element(dress.heading(below), text, "class", dress.classOf(part));
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            out.element("p", text, "class", dress.classOf(Part.TEXT));
        }
    }
}
