package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendanceForm;
import se.justera.minutes.Draft.FootnotePlace;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.SignaturePlace;

/** The whole document as XHTML for the page layout; everything from the draft in it is text. */
final class PageText implements Inlines {

    /** The cells stand on each page but the first, and need room. */
    private static final String CELLS_AT_THE_FOOT = """
            @page { margin-bottom: 41mm; @bottom-center { content: element(footer-cells); } }
            @page :first { margin-bottom: 30mm; @bottom-center { content: element(footer); } }
            """;

    private final Markup out;
    private final Dress dress = Dress.forPages();
    private final Labels labels = Labels.in(Labels.SWEDISH);
    private final Footnotes footnotes;
    private final Prose prose;
    private final Sheet sheet;
    private final Draft draft;
    private final MeetingFacts facts;
    private final Cover cover;
    private final List<String> waiting = new ArrayList<>();

    private PageText(Sheet sheet, PrintableText printable, Cover from) {
        this.out = new Markup(printable);
        this.sheet = sheet;
        this.draft = sheet.draft();
        this.facts = MeetingFacts.of(sheet.isAll() ? draft : draft.head(), labels);
        this.cover = sheet.copy() == null && signaturesFirst()
                ? new FirstPage(sheet, facts, attendanceForm()).cover(from)
                : Cover.NONE;
        this.footnotes = new Footnotes(draft);
        this.prose =
                new Prose(out, dress, new InlineText(out, footnotes.marks(), this), sheet.wording() == Wording.THIRD);
    }

    /**
     * The text ready for layout.
     *
     * @param footnoteMarks as called in the text, in reading order
     * @param letterhead to which {@link Letterhead#ADDRESS} in the text leads
     * @param cover unless there is none, a new page begins after the signatures
     */
    record Xhtml(
            String text,
            List<String> footnoteMarks,
            @Nullable Letterhead letterhead,
            Cover cover) {

        Xhtml(String text, List<String> footnoteMarks) {
            this(text, footnoteMarks, null, Cover.NONE);
        }
    }

    /** @param css the style sheet, ours */
    static Xhtml of(Sheet sheet, PrintableText printable, String css) {
        return of(sheet, printable, css, Cover.AMPLE);
    }

    /**
     * @param css the style sheet, ours
     * @param from the first look of a cover that comes in question
     */
    static Xhtml of(Sheet sheet, PrintableText printable, String css, Cover from) {
        var page = new PageText(sheet, printable, from);
        page.document(css);
        List<String> floating = page.notesWithMatters() ? List.of() : page.footnotes.called();
        return new Xhtml(page.out.toString(), floating, sheet.letterhead(), page.cover);
    }

    private void document(String css) {
        out.open("html", "lang", "sv").open("head");
        out.element("title", title());
        out.empty("meta", "name", "author", "content", facts.association());
        out.empty("meta", "name", "subject", "content", facts.title());
        var edges = new PageEdges(out, labels, sheet);
        String margins = sheet.copy() == null ? edges.margins(facts.association()) : "";
        out.element("style", (edges.haveCells() ? css + CELLS_AT_THE_FOOT : css) + margins);
        bookmarks();
        out.close().open("body", "class", cover == Cover.DENSE ? "dense" : "");
        edges.write(facts.association());
        opening();
        attendance();
        if (signaturesFirst()) {
            signatures(cover == Cover.NONE ? "before-text" : "cover");
        }
        new Matters(out, dress, labels, prose, draft, sheet.wording(), true)
                .write(this::notesOfTheMatter, sheet.copy() == null);
        uncalledNotes();
        attachments();
        nextMeetings();
        if (!signaturesFirst()) {
            signatures("last");
        }
        if (sheet.copy() == null && signaturesFirst()) {
            new SignaturePart(out, labels, sheet).meaningApart();
        }
        out.close().close();
    }

    private void signatures(String place) {
        if (sheet.copy() == null) {
            new SignaturePart(out, labels, sheet).write(place);
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
        if (signaturesFirst()) {
            out.empty("bookmark", "name", labels.of("signatories"), "href", "#signatures");
        }
        for (int i = 0; i < items.size(); i++) {
            String headline = Matters.headline(items.get(i), labels, Matters.spaced(draft), sheet.wording());
            if (!headline.isEmpty()) {
                out.empty("bookmark", "name", headline, "href", "#" + Matters.idOf(i));
            }
        }
        if (!signaturesFirst()) {
            out.empty("bookmark", "name", labels.of("signatories"), "href", "#signatures");
        }
        out.close();
    }

    private void opening() {
        out.open("div", "class", "letterhead");
        logo(sheet.letterhead());
        if (!facts.association().isEmpty()) {
            out.element("p", facts.association(), "class", "association");
        }
        if (!facts.orgNumber().isEmpty()) {
            out.element("p", labels.of("association.orgNumber", facts.orgNumber()), "class", "org-number");
        }
        headerOfTheFirstPage().forEach(line -> out.element("p", line, "class", "org-number"));
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

    private void logo(@Nullable Letterhead logo) {
        if (logo != null) {
            out.open("div", "class", "logo");
            out.empty("img", "src", Letterhead.ADDRESS, "alt", logo.alternative(), "style", logo.measures());
            out.close();
        }
    }

    /** The first page has the letterhead for a header; what that does not say already is added to it. */
    private List<String> headerOfTheFirstPage() {
        String said = facts.association() + " " + facts.orgNumber();
        return PageEdges.headerLines(draft.pageHeader(), "").stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !said.contains(bare(line)))
                .toList();
    }

    /** The first extracts keep saying what they have always said. */
    private String bare(String line) {
        String bare = line.replaceAll("(?i)org\\.? ?(nr|nummer)[:.]?|[()]", "").strip();
        return sheet.wording() == Wording.FIRST ? bare : bare.replaceAll(" {2,}", " ");
    }

    private void attendance() {
        AttendanceForm form = attendanceForm();
        if (draft.attendance().isEmpty()) {
            return;
        }
        if (sheet.isAll() && (form == null || form == AttendanceForm.TABLE)) {
            new AttendancePart(
                            out,
                            labels,
                            AttendanceList.inFull(draft.attendance(), labels).saidOnce())
                    .writeRowsInFull();
        } else {
            boolean apart = sheet.isAll() && form == AttendanceForm.GROUPS;
            new AttendancePart(out, labels, people(apart)).write(form);
        }
    }

    /** Extracts keep saying what they have always said. */
    private AttendanceList people(boolean apart) {
        AttendanceList all = AttendanceList.of(draft.attendance(), labels);
        if (sheet.isAll()) {
            return all.saidOnce().withoutWhatHeadingsSay(apart);
        }
        return sheet.wording() == Wording.FIRST ? all : all.withoutWhatHeadingsSay(apart);
    }

    private @Nullable AttendanceForm attendanceForm() {
        return draft.layout() == null ? null : draft.layout().attendance();
    }

    private boolean notesWithMatters() {
        return footnotes.areCrowded()
                || (draft.layout() != null && draft.layout().footnotes() == FootnotePlace.ITEM);
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
        List<String> attachments = Proceedings.attachments(draft.attachments()).stream()
                .filter(line ->
                        !line.isEmpty() && !(sheet.isAll() && ofMatters().contains(line)))
                .toList();
        if (!attachments.isEmpty()) {
            boolean notes = draft.kind() == MinutesKind.NOTES;
            String whole = notes ? "attachments.NOTES" : "attachments.PROTOCOL";
            out.element("h2", labels.of(sheet.isAll() ? whole : "proceedings.attachments"));
            prose.list(attachments);
        }
    }

    /** What matters name as theirs is not named once more. */
    private List<String> ofMatters() {
        return draft.items().stream()
                .flatMap(item -> Proceedings.attachments(item.attachments()).stream())
                .toList();
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
            out.element("sup", call(mark));
        } else if (first) {
            out.open("span", "class", "fn", "data-mark", mark, "data-call", call(mark));
            new InlineText(out, Set.of(), this).write(footnotes.text(mark));
            out.close();
        } else {
            out.element("sup", call(mark));
        }
    }

    /** A letter does not stand right after those of the word, which would read as one of them where nothing is raised. */
    private String call(String mark) {
        return tiesCalls() && sheet.isAll() && Character.isLetter(mark.codePointAt(0)) ? "\u00A0\u00A0" + mark : mark;
    }

    @Override
    public boolean tiesCalls() {
        return sheet.wording() == Wording.THIRD;
    }

    /** The word takes the room of what follows it, so that the line breaks before all of it. */
    @Override
    public void tiedCall(Markup out, String word, String mark, String signs) {
        out.element("span", word, "class", "called");
        footnoteCall(out, mark);
        out.element("span", signs, "class", "piece");
    }

    @Override
    public void link(Markup out, Hyperlink link) {
        out.element("a", link.words(), "href", link.address(), "title", labels.of("link", link.words()));
    }

    /** Extracts that were handed out keep saying what they have always said. */
    @Override
    public boolean keepsDeadLinks() {
        return !sheet.isAll();
    }
}
