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
        try (Proof proof = press.print(new PageText.Xhtml(xhtml(report), List.of()), NO_BOXES)) {
            new Finishing(proof, clock.instant()).asReport(Labels.in(report.locale()));
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
        out.element("style", ArchiveTypesetter.css());
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
    }
}
