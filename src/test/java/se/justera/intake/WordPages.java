package se.justera.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word files with what Word itself draws: merged cells, text boxes, content controls, numbered styles, page headers. */
final class WordPages {

    private static final String NAMES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private WordPages() {}

    /** A paragraph; tabs and line breaks as Word keeps them. */
    static String p(String text) {
        return p("", text);
    }

    private static String p(String properties, String text) {
        return "<w:p>" + (properties.isEmpty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + run(text) + "</w:p>";
    }

    static String run(String text) {
        return "<w:r>"
                + text.replace("&", "&amp;")
                        .lines()
                        .map(line -> Arrays.stream(line.split("\t", -1))
                                .map(part -> "<w:t xml:space=\"preserve\">" + part + "</w:t>")
                                .collect(Collectors.joining("<w:tab/>")))
                        .collect(Collectors.joining("<w:br/>"))
                + "</w:r>";
    }

    static String bold(String text) {
        return p("", text).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>");
    }

    /** A heading whose style numbers it: "§ 1", "§ 2". */
    static String section(String text) {
        return p("<w:pStyle w:val=\"Paragraf\"/>", text);
    }

    static String heading(int level, String text) {
        return p("<w:pStyle w:val=\"Rubrik" + level + "\"/>", text);
    }

    static String bullet(String text) {
        return p("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>", text);
    }

    /** Set in as far as the text of an entry. */
    static String setIn(String text) {
        return p("<w:ind w:left=\"720\"/>", text);
    }

    static String noteCall(int note) {
        return "<w:r><w:footnoteReference w:id=\"" + note + "\"/></w:r>";
    }

    static String control(String content) {
        return "<w:sdt><w:sdtPr><w:alias w:val=\"Fält\"/></w:sdtPr><w:sdtContent>" + content
                + "</w:sdtContent></w:sdt>";
    }

    /** A box beside the text, with the older form of it that Word writes as well. */
    static String textBox(String content) {
        return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>"
                + content
                + "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
                + content + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    }

    static String table(String... rows) {
        return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
    }

    static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    /** A row of cells with one paragraph each. */
    static String texts(String... cells) {
        return row(Arrays.stream(cells).map(text -> cell(p(text))).toArray(String[]::new));
    }

    static String cell(String... paragraphs) {
        return "<w:tc>" + String.join("", paragraphs) + "</w:tc>";
    }

    static String wide(int columns, String... paragraphs) {
        return "<w:tc><w:tcPr><w:gridSpan w:val=\"" + columns + "\"/></w:tcPr>" + String.join("", paragraphs)
                + "</w:tc>";
    }

    /** A cell that goes on from the one above it. */
    static String merged() {
        return "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    }

    static byte[] docx(String body, String header, String footer, String... notes) {
        var parts = new TreeMap<String, String>();
        parts.put(
                "word/document.xml",
                part(
                        "document",
                        "<w:body>" + body
                                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>"
                                + "<w:footerReference w:type=\"default\" r:id=\"rId2\"/></w:sectPr></w:body>"));
        parts.put("word/header1.xml", part("hdr", header));
        parts.put("word/footer1.xml", part("ftr", footer));
        var footnotes = new StringBuilder();
        for (int i = 0; i < notes.length; i++) {
            footnotes
                    .append("<w:footnote w:id=\"")
                    .append(i + 2)
                    .append("\">")
                    .append(p(notes[i]))
                    .append("</w:footnote>");
        }
        parts.put("word/footnotes.xml", part("footnotes", footnotes.toString()));
        parts.put("word/styles.xml", part("styles", styles()));
        parts.put("word/numbering.xml", part("numbering", numbering()));
        parts.put(
                "word/_rels/document.xml.rels",
                relations(Map.of(
                        "rId1",
                        "header1",
                        "rId2",
                        "footer1",
                        "rId3",
                        "footnotes",
                        "rId4",
                        "styles",
                        "rId5",
                        "numbering")));
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"" + RELATION
                        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        parts.put("[Content_Types].xml", types());
        return zip(parts);
    }

    private static String part(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:" + root + " " + NAMES + ">" + content
                + "</w:" + root + ">";
    }

    private static String styles() {
        return style("Rubrik1", "heading 1", "")
                + style("Rubrik2", "heading 2", "")
                + style("Rubrik3", "heading 3", "")
                + style("Paragraf", "Paragrafrubrik", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
    }

    private static String style(String id, String name, String properties) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/><w:pPr>"
                + properties + "</w:pPr></w:style>";
    }

    private static String numbering() {
        return kind(1, "decimal", "§ %1") + kind(2, "bullet", "•") + number(1) + number(2);
    }

    private static String kind(int id, String format, String text) {
        return "<w:abstractNum w:abstractNumId=\"" + id
                + "\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\""
                + text + "\"/></w:lvl></w:abstractNum>";
    }

    private static String number(int id) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + id + "\"/></w:num>";
    }

    private static String relations(Map<String, String> targets) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + targets.entrySet().stream()
                        .map(e -> "<Relationship Id=\"" + e.getKey() + "\" Type=\"" + RELATION
                                + e.getValue().replaceAll("\\d", "") + "\" Target=\"" + e.getValue() + ".xml\"/>")
                        .collect(Collectors.joining())
                + "</Relationships>";
    }

    private static String types() {
        var types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        Map.of(
                        "document", "document.main+xml",
                        "header1", "header+xml",
                        "footer1", "footer+xml",
                        "footnotes", "footnotes+xml",
                        "styles", "styles+xml",
                        "numbering", "numbering+xml")
                .forEach((name, type) -> types.append("<Override PartName=\"/word/")
                        .append(name)
                        .append(".xml\" ContentType=\"")
                        .append(TYPE)
                        .append(type)
                        .append("\"/>"));
        return types.append("</Types>").toString();
    }

    private static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
