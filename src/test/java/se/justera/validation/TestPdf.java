package se.justera.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** The unsigned document of the tests: two pages, metadata, a layer, a text field and empty signature fields. */
final class TestPdf {

    static final List<String> FIELDS = List.of("sig_1", "sig_2", "sig_3", "sig_4");

    private static final String XMP = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Protokoll</rdf:li></rdf:Alt></dc:title>
            <xmp:ModifyDate>2026-09-14T10:00:00Z</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    private TestPdf() {}

    static byte[] unsigned() {
        return make(CompressParameters.NO_COMPRESSION);
    }

    /** The same with object streams and a cross-reference stream. */
    static byte[] compressed() {
        return make(CompressParameters.DEFAULT_COMPRESSION);
    }

    private static byte[] make(CompressParameters compression) {
        try (PDDocument pdf = new PDDocument()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            PDOptionalContentGroup layer = new PDOptionalContentGroup("Vattenmärke");
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            layers.addGroup(layer);
            layers.setGroupEnabled(layer, true);
            pdf.getDocumentCatalog().setOCProperties(layers);
            page(pdf, font, layer, "§ 1 Beslut: budgeten är 100 000 kronor.");
            PDPage last = page(pdf, font, layer, "§ 2 Underskrifter");
            form(pdf, last, font);
            metadata(pdf);
            pdf.setVersion(1.7f);
            return bytes(pdf, compression);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDPage page(PDDocument pdf, PDFont font, PDOptionalContentGroup layer, String text)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.setFont(font, 12);
            content.beginText();
            content.newLineAtOffset(72, 720);
            content.showText(text);
            content.endText();
            content.beginMarkedContent(COSName.OC, layer);
            content.beginText();
            content.newLineAtOffset(72, 650);
            content.showText("Utkast");
            content.endText();
            content.endMarkedContent();
        }
        return page;
    }

    private static void form(PDDocument pdf, PDPage page, PDFont font) throws IOException {
        PDAcroForm form = new PDAcroForm(pdf);
        pdf.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, font);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        PDTextField note = new PDTextField(form);
        note.setPartialName("note");
        place(note.getWidgets().get(0), page, 500);
        note.setDefaultAppearance("/Helv 10 Tf 0 g");
        form.getFields().add(note);
        note.setValue("Anteckning");
        int bottom = 100;
        for (String name : FIELDS) {
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(name);
            place(field.getWidgets().get(0), page, bottom);
            form.getFields().add(field);
            bottom += 60;
        }
    }

    private static void place(PDAnnotationWidget widget, PDPage page, float bottom) throws IOException {
        widget.setRectangle(new PDRectangle(72, bottom, 200, 40));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
    }

    private static void metadata(PDDocument pdf) throws IOException {
        pdf.getDocumentInformation().setTitle("Protokoll");
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(XMP.getBytes(StandardCharsets.UTF_8));
        pdf.getDocumentCatalog().setMetadata(metadata);
    }

    private static byte[] bytes(PDDocument pdf, CompressParameters compression) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out, compression);
        return out.toByteArray();
    }

    /** An object without meaning, to be added where none is expected. */
    static COSStream stray(PDDocument pdf) throws IOException {
        COSStream stream = pdf.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            out.write("stray".getBytes(StandardCharsets.UTF_8));
        }
        return stream;
    }
}
