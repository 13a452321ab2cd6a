package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.justera.document.AttendanceList.Group;
import se.justera.document.AttendanceList.Person;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendanceForm;
import se.justera.minutes.Draft.FootnotePlace;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.SignaturePlace;

/** The whole document as XHTML for the page layout; everything from the draft in it is text. */
final class PageText implements Inlines {

    private final Markup out;
    private final Dress dress = Dress.forPages();
    private final Labels labels = Labels.in(Labels.SWEDISH);
    private final Footnotes footnotes;
    private final Prose prose;
    private final Sheet sheet;
    private final Draft draft;
    private final MeetingFacts facts;
    private final List<String> waiting = new ArrayList<>();

    private PageText(Sheet sheet, PrintableText printable) {
        this.out = new Markup(printable);
        this.sheet = sheet;
        this.draft = sheet.draft();
        this.facts = MeetingFacts.of(draft, labels);
        this.footnotes = new Footnotes(draft);
        this.prose = new Prose(out, dress, new InlineText(out, footnotes.marks(), this));
    }

    /**
     * The text ready for layout.
     *
     * @param footnoteMarks as called in the text, in reading order
     */
    record Xhtml(String text, List<String> footnoteMarks) {}

    /** @param css the style sheet, ours */
    static Xhtml of(Sheet sheet, PrintableText printable, String css) {
        var page = new PageText(sheet, printable);
        page.document(css);
        List<String> floating = page.notesWithMatters() ? List.of() : page.footnotes.called();
        return new Xhtml(page.out.toString(), floating);
    }

    private void document(String css) {
        out.open("html", "lang", "sv").open("head");
        out.element("title", title());
        out.empty("meta", "name", "author", "content", facts.association());
        out.empty("meta", "name", "subject", "content", facts.title());
        out.element("style", css);
        bookmarks();
        out.close().open("body", "class", sheet.isDraft() ? "draft" : "");
        pageEdges();
        opening();
        attendance();
        if (signaturesFirst()) {
            signatures();
        }
        new Matters(out, dress, labels, prose, true).write(draft, this::notesOfTheMatter);
        uncalledNotes();
        attachments();
        nextMeetings();
        if (!signaturesFirst()) {
            signatures();
        }
        out.close().close();
    }

    private void signatures() {
        if (sheet.copy() == null) {
            new SignaturePart(out, labels, sheet).write();
        } else {
            sheet.copy().ending(out, labels);
        }
    }

    private boolean signaturesFirst() {
        boolean asMinutes = sheet.copy() == null || sheet.copy().isLaidOutAsTheMinutes();
        return asMinutes && draft.layout() != null && draft.layout().signatures() == SignaturePlace.FIRST;
    }

    private String title() {
        String headline = MeetingFacts.headline(draft, labels);
        return facts.association().isEmpty() ? headline : headline + " – " + facts.association();
    }

    private void bookmarks() {
        List<Item> items = draft.items();
        out.open("bookmarks");
        out.empty("bookmark", "name", facts.title(), "href", "#title");
        if (!draft.attendance().isEmpty()) {
            out.empty("bookmark", "name", labels.of("attendance"), "href", "#attendance");
        }
        for (int i = 0; i < items.size(); i++) {
            String headline = Matters.headline(items.get(i), labels, Matters.spaced(draft));
            if (!headline.isEmpty()) {
                out.empty("bookmark", "name", headline, "href", "#" + Matters.idOf(i));
            }
        }
        out.empty("bookmark", "name", labels.of("signatories"), "href", "#signatures");
        out.close();
    }

    private void pageEdges() {
        out.open("div", "id", "header");
        out.open("div", "class", "left");
        headerLines().forEach(line -> out.element("div", line));
        out.close();
        out.open("span", "class", "right");
        if (sheet.isDraft()) {
            out.element("strong", labels.of("draft")).text(" · ");
        } else if (sheet.copy() != null && !sheet.copy().word(labels).isEmpty()) {
            out.element("strong", sheet.copy().word(labels)).text(" · ");
        }
        out.text(MeetingFacts.headline(draft, labels)).close();
        out.element("div", "", "class", "clear").close();
        out.open("div", "id", "footer").open("div", "class", "left");
        DocumentOrder order = sheet.order();
        if (order != null) {
            out.element("div", labels.of("verification.code", order.verificationCode()));
        }
        if (sheet.copy() != null) {
            sheet.copy().foot(labels).forEach(line -> out.element("div", line));
        }
        if (sheet.isTrial()) {
            out.element("div", labels.of("trial"), "class", "trial");
        }
        if (draft.pageFooter() != null) {
            out.element("div", draft.pageFooter().strip());
        }
        out.close().element("div", "", "class", "right page", "data-word", labels.of("page"));
        out.element("div", "", "class", "clear").close();
    }

    private List<String> headerLines() {
        return draft.pageHeader() == null || draft.pageHeader().isBlank()
                ? List.of(facts.association())
                : draft.pageHeader().strip().lines().toList();
    }

    private void opening() {
        out.open("div", "class", "letterhead");
        if (!facts.association().isEmpty()) {
            out.element("p", facts.association(), "class", "association");
        }
        if (!facts.orgNumber().isEmpty()) {
            out.element("p", labels.of("association.orgNumber", facts.orgNumber()), "class", "org-number");
        }
        out.close();
        if (sheet.isDraft()) {
            out.element("p", labels.of("draft.notice"), "class", "notice");
        } else if (sheet.isTrial()) {
            out.element("p", labels.of("trial.notice"), "class", "notice");
        }
        out.element("h1", facts.title(), "id", "title");
        Stream.of(facts.subtitle(), facts.body())
                .filter(line -> !line.isEmpty())
                .forEach(line -> out.element("p", line, "class", "body"));
        if (sheet.copy() != null) {
            sheet.copy().notice(out, labels);
        }
        if (!facts.facts().isEmpty()) {
            out.open("table", "class", "facts").open("tbody");
            facts.facts()
                    .forEach(fact -> out.open("tr")
                            .element("th", fact.label(), "scope", "row")
                            .element("td", fact.value())
                            .close());
            out.close().close();
        }
    }

    private void attendance() {
        if (draft.attendance().isEmpty()) {
            return;
        }
        AttendanceList list = AttendanceList.of(draft.attendance(), labels);
        AttendanceForm form = draft.layout() == null ? null : draft.layout().attendance();
        if (form == AttendanceForm.LIST || form == AttendanceForm.GROUPS) {
            out.element("h2", labels.of("attendance"), "id", "attendance");
            lines(list, form == AttendanceForm.GROUPS);
            return;
        }
        table(list);
    }

    /** One name a line, each group under its heading or, in a single list, with its heading's word at the end. */
    private void lines(AttendanceList list, boolean grouped) {
        for (Group group : list.groups()) {
            out.element(grouped ? "h3" : "p", group.heading(), "class", grouped ? "" : "group-word");
            out.open("ul", "class", "names");
            for (Person person : group.people()) {
                out.open("li").element("span", person.name(), "class", "person");
                if (!person.details().isEmpty()) {
                    out.element("span", ", " + person.details());
                }
                out.close();
            }
            out.close();
        }
    }

    private void table(AttendanceList list) {
        var columns = List.of(
                new Column("role", Person::office),
                new Column("represents", Person::represents),
                new Column("note", Person::note));
        List<Column> used =
                columns.stream().filter(column -> list.has(column.value())).toList();
        out.element("h2", labels.of("attendance"), "id", "attendance");
        out.open("table", "class", "attendance").open("thead").open("tr");
        out.element("th", labels.of("attendance.name"), "scope", "col", "class", "name");
        used.forEach(column ->
                out.element("th", labels.of("attendance." + column.name()), "scope", "col", "class", column.name()));
        out.close().close();
        list.groups().forEach(group -> group(group, used));
        out.close();
    }

    private void group(Group group, List<Column> columns) {
        out.open("tbody").open("tr", "class", "group");
        out.element("th", group.heading(), "scope", "col", "colspan", String.valueOf(columns.size() + 1));
        out.close();
        for (Person person : group.people()) {
            out.open("tr").element("th", person.name(), "scope", "row");
            columns.forEach(
                    column -> out.element("td", Labels.capital(column.value().apply(person))));
            out.close();
        }
        out.close();
    }

    private boolean notesWithMatters() {
        return draft.layout() != null && draft.layout().footnotes() == FootnotePlace.ITEM;
    }

    /** The notes first called in the matter that ends here. */
    private void notesOfTheMatter() {
        if (notesWithMatters() && !waiting.isEmpty()) {
            out.open("div", "class", "notes");
            for (String mark : List.copyOf(waiting)) {
                out.open("p").element("sup", mark).text(" ");
                new InlineText(out, Set.of(), this).write(footnotes.text(mark));
                out.close();
            }
            out.close();
            waiting.clear();
        }
    }

    private void attachments() {
        List<String> attachments = Proceedings.attachments(draft.attachments());
        if (!attachments.isEmpty()) {
            out.element("h2", labels.of("proceedings.attachments"));
            prose.list(attachments);
        }
    }

    private void uncalledNotes() {
        Map<String, String> left = footnotes.uncalled();
        if (!left.isEmpty()) {
            out.element("h2", labels.of("footnotes"));
            left.forEach((mark, text) ->
                    prose.paragraph(mark.isEmpty() ? text : mark.replace("*", "\\*") + " " + text, Part.TEXT));
        }
    }

    private void nextMeetings() {
        List<String> meetings = MeetingFacts.nextMeetings(draft, labels);
        if (!meetings.isEmpty()) {
            out.element("h2", labels.of("nextMeetings"));
            prose.list(meetings);
        }
    }

    /** In an element of its own: the layout paints bare text before the emphasis that stands between it. */
    @Override
    public void plain(Markup out, String text) {
        out.element("span", text);
    }

    /** The first call carries the note, which the layout moves to the foot of that page. */
    @Override
    public void footnoteCall(Markup out, String mark) {
        boolean first = footnotes.call(mark);
        if (first && notesWithMatters()) {
            waiting.add(mark);
            out.element("sup", mark);
        } else if (first) {
            out.open("span", "class", "fn", "data-mark", mark);
            new InlineText(out, Set.of(), this).write(footnotes.text(mark));
            out.close();
        } else {
            out.element("sup", mark);
        }
    }

    @Override
    public void link(Markup out, Hyperlink link) {
        out.element("a", link.words(), "href", link.address(), "title", labels.of("link", link.words()));
    }

    /** A column of the attendance table. */
    private record Column(String name, Function<Person, String> value) {}
}
