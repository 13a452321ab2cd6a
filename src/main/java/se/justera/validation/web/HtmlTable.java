package se.justera.validation.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import se.justera.validation.ValidationResult;
import se.justera.validation.inspection.Inspection;

/** The table as one HTML file that can be read anywhere: it refers to nothing. */
@Component
class HtmlTable {

    private static final String STYLE = "body{font:16px/1.4 sans-serif;margin:2rem;color:#0b0c0c}"
            + "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #b1b4b6;padding:.4rem;"
            + "text-align:left;vertical-align:top;overflow-wrap:anywhere}code{font-size:12px}";

    private final MessageSource messages;

    HtmlTable(MessageSource messages) {
        this.messages = messages;
    }

    String head(Inspection inspection, Locale locale) {
        String title = escaped(messages.getMessage(
                "inspection.table.of",
                new Object[] {inspection.name(), inspection.done(), inspection.files()},
                locale));
        String columns = Stream.of("file", "verdict", "reason", "sha256")
                .map(column -> "<th scope=\"col\">" + say("inspection.column." + column, locale) + "</th>")
                .collect(Collectors.joining());
        return "<!DOCTYPE html>\n<html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\"><title>"
                + title
                + "</title><style>" + STYLE + "</style></head>\n<body><h1>" + title + "</h1>\n<table><thead><tr>"
                + columns + "</tr></thead>\n<tbody>\n";
    }

    String row(ValidationResult result, Locale locale) {
        String said = Stream.concat(Stream.of(result.reason()), Findings.besides(result).stream())
                .map(HtmlTable::escaped)
                .collect(Collectors.joining("<br>"));
        return "<tr><th scope=\"row\">" + escaped(result.file()) + "</th><td>"
                + say("validate.verdict." + result.verdict(), locale) + "</td><td>" + said + "</td><td><code>"
                + (result.sha256() == null ? "" : result.sha256()) + "</code></td></tr>\n";
    }

    String foot() {
        return "</tbody></table></body></html>\n";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private String say(String key, Locale locale) {
        return escaped(messages.getMessage(key, null, locale));
    }
}
