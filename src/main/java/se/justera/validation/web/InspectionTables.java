package se.justera.validation.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import se.justera.access.CurrentStaff;
import se.justera.validation.Verdict;
import se.justera.validation.batch.Table;
import se.justera.validation.inspection.Inspection;
import se.justera.validation.inspection.InspectionLine;
import se.justera.validation.inspection.Inspections;

/** {@code /desk/inspections/ID/table.csv}, {@code .ndjson} and {@code .html}: the lines there are by now, to save. */
@Controller
@RequestMapping(InspectionDesk.ADDRESS)
class InspectionTables {

    private static final int AT_A_TIME = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Inspections inspections;
    private final HtmlTable html;

    InspectionTables(Inspections inspections, HtmlTable html) {
        this.inspections = inspections;
        this.html = html;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/table.{form:csv|ndjson|html}")
    ResponseEntity<StreamingResponseBody> table(
            CurrentStaff staff,
            @PathVariable UUID id,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable Verdict verdict,
            Locale locale) {
        return inspections
                .find(staff, id)
                .map(found -> ResponseEntity.ok()
                        .contentType(type(form))
                        .header(HttpHeaders.CONTENT_DISPOSITION, saved("validation." + form))
                        .body((StreamingResponseBody) out -> write(out, found, form, verdict, locale)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, InspectionDesk.ADDRESS + "/" + id)
                        .build());
    }

    private static MediaType type(String form) {
        return switch (form) {
            case "csv" -> new MediaType("text", "csv", StandardCharsets.UTF_8);
            case "html" -> new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
            default -> new MediaType("application", "x-ndjson");
        };
    }

    private static String saved(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private void write(OutputStream out, Inspection inspection, String form, @Nullable Verdict verdict, Locale locale)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (form.equals("html")) {
            text.write(html.head(inspection, locale));
            each(inspection, verdict, line -> text.write(html.row(line.result(), locale)));
            text.write(html.foot());
        } else {
            Table table = form.equals("csv") ? Table.CSV : Table.NDJSON;
            text.write(table == Table.CSV ? BYTE_ORDER_MARK : ""); // spreadsheets take it for another encoding else
            for (String head : table.head()) {
                text.write(head + "\r\n");
            }
            String end = table == Table.CSV ? "\r\n" : "\n";
            each(inspection, verdict, line -> text.write(table.line(line.result()) + end));
        }
        text.flush();
    }

    private interface Written {
        void line(InspectionLine line) throws IOException;
    }

    private void each(Inspection inspection, @Nullable Verdict verdict, Written written) throws IOException {
        int after = -1;
        List<InspectionLine> lines = inspections.lines(inspection, verdict, after, AT_A_TIME);
        while (!lines.isEmpty()) {
            for (InspectionLine line : lines) {
                written.line(line);
                after = line.number();
            }
            lines = inspections.lines(inspection, verdict, after, AT_A_TIME);
        }
    }
}
