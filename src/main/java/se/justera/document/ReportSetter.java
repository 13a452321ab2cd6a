package se.justera.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.justera.document.Press.Proof;

/** Sets reports as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), in the dress of our documents. */
@Component
public final class ReportSetter {

    /** A finding is a sentence, longer than a document's title; the whole report is to stand on one page. */
    private static final String REPORT = "h1 { font-size: 17pt; margin-bottom: 4mm; } h2 { margin: 3.5mm 0 1mm 0; }"
            + " p { margin-bottom: 0.8mm; } .association { font-weight: 700; }"
            + " table.table { font-size: 9.5pt; margin: 1mm 0 2mm 0; }"
            + " table.table th.named { border-bottom: 0.4pt solid #d0d0d0; }";

    private static final Pattern NO_BOXES = Pattern.compile("^$");

    private final Clock clock;
    private final Fonts fonts = new Fonts();
    private final Press press = new Press(fonts);
    private final PrintableText printable = PrintableText.with(fonts);

    /** @param clock tells the dates written into the files */
    public ReportSetter(Clock clock) {
        this.clock = clock;
    }

    public byte[] pdf(ReportText report) {
        return print(report, (finishing, labels) -> finishing.asReport(labels));
    }

    /** The same with an empty field for a seal. */
    public byte[] sealablePdf(ReportText report) {
        return print(report, (finishing, labels) -> finishing.forSigning(List.of(), labels));
    }

    /** What is done to the laid-out report before it is saved. */
    private interface LastTouch {

        void give(Finishing finishing, Labels labels) throws IOException;
    }

    private byte[] print(ReportText report, LastTouch last) {
        try (Proof proof = press.print(new PageText.Xhtml(xhtml(report), List.of()), NO_BOXES)) {
            last.give(Finishing.of(proof, clock.instant()), Labels.in(report.locale()));
            var out = new ByteArrayOutputStream(64 * 1024);
            proof.document().save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String xhtml(ReportText report) {
        var out = new Markup(printable);
        out.open("html", "lang", report.locale().getLanguage()).open("head");
        out.element("title", report.title());
        out.empty("meta", "name", "subject", "content", report.about());
        out.element("style", ArchiveTypesetter.css() + REPORT);
        out.open("bookmarks")
                .empty("bookmark", "name", report.title(), "href", "#title")
                .close();
        out.close().open("body");
        edges(out, report);
        out.element("p", report.about(), "class", "association");
        out.element("h1", report.title(), "id", "title");
        report.sections().forEach(section -> write(out, section));
        return out.close().close().toString();
    }

    private static void edges(Markup out, ReportText report) {
        out.open("div", "id", "header").element("span", report.about(), "class", "left");
        out.element("div", "", "class", "clear").close();
        out.open("div", "id", "footer").open("div", "class", "foot").element("div", "Justera", "class", "left");
        String page = Labels.in(report.locale()).of("page");
        out.element("div", "", "class", "right page", "data-word", page);
        out.element("div", "", "class", "clear").close().close();
    }

    private static void write(Markup out, ReportText.Section section) {
        out.element("h2", section.heading());
        for (ReportText.Fact fact : section.facts()) {
            out.open("p");
            if (!fact.word().isEmpty()) {
                out.element("strong", fact.word() + ":").text(" ");
            }
            out.text(fact.text()).close();
        }
        if (section.table() != null) {
            write(out, section.table());
        }
    }

    private static void write(Markup out, ReportText.Table table) {
        out.open("table", "class", "table").open("thead").open("tr");
        table.head().forEach(word -> out.element("th", word, "scope", "col"));
        out.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            out.open("tr").element("th", row.get(0), "scope", "row", "class", "named");
            row.stream().skip(1).forEach(cell -> out.element("td", cell));
            out.close();
        }
        out.close().close();
    }
}
