package se.justera.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * A small document with the fields that our documents have: {@code seal}, {@code sig_1} to {@code sig_4}, {@code ts_1} to
 * {@code ts_3}, tagged, each merged with its widget, /ParentTree before /K.
 */
final class FieldedPdf {

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final List<PDField> fields = new ArrayList<>();
    private final List<PDAnnotation> widgets = new ArrayList<>();
    private final COSArray elements = new COSArray();
    private final COSArray parents = new COSArray();
    private final PDAcroForm form = new PDAcroForm(document);

    private FieldedPdf() {}

    static byte[] make() {
        return make(new PDRectangle(230, 62));
    }

    /**
     * The document.
     *
     * @param size of each person's field, in points
     */
    static byte[] make(PDRectangle size) {
        try {
            return new FieldedPdf().bytes(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(PDRectangle size) throws IOException {
        document.addPage(page);
        document.setVersion(1.7f);
        document.getDocument().setVersion(1.7f);
        document.getDocumentCatalog().setAcroForm(form);
        try (TrueTypeFont type = font();
                document) {
            PDFont face = PDType0Font.load(document, type, true);
            text(face);
            defaults(face);
            field("seal", new PDRectangle(50, 40, 0, 0));
            for (int i = 1; i <= 4; i++) {
                field("sig_" + i, new PDRectangle(50, 740 - i * 110f, size.getWidth(), size.getHeight()));
            }
            for (int i = 1; i <= 3; i++) {
                field("ts_" + i, new PDRectangle(50 + i, 40, 0, 0));
            }
            form.setFields(fields);
            page.setAnnotations(widgets);
            tag();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static TrueTypeFont font() throws IOException {
        try (InputStream in = FieldedPdf.class.getResourceAsStream("/fonts/SourceSans3-Regular.ttf")) {
            if (in == null) {
                throw new IllegalStateException("the font is missing");
            }
            TrueTypeFont type = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            type.setEnableGsub(false);
            return type;
        }
    }

    private void text(PDFont face) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(face, 18);
            content.newLineAtOffset(50, 760);
            content.showText("Protokoll 2026-09-14 – § 1 Öppnande");
            content.endText();
        }
    }

    private void defaults(PDFont face) {
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), face);
        resources.put(COSName.getPDFName("ZaDb"), face);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 0 Tf 0 g ");
    }

    private void field(String name, PDRectangle rectangle) throws IOException {
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(name);
        field.setAlternateFieldName("Fält " + name);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(rectangle);
        widget.setPage(page);
        widget.setPrinted(true);
        PDAppearanceStream empty = new PDAppearanceStream(document);
        empty.setBBox(new PDRectangle(rectangle.getWidth(), rectangle.getHeight()));
        if (rectangle.getWidth() > 0) {
            empty.setResources(new PDResources());
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(empty);
        widget.setAppearance(appearance);
        widget.setStructParent(fields.size());
        element(widget);
        fields.add(field);
        widgets.add(widget);
    }

    private void element(PDAnnotationWidget widget) {
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "OBJR");
        reference.setItem(COSName.OBJ, widget);
        reference.setItem(COSName.PG, page);
        COSDictionary element = new COSDictionary();
        element.setName(COSName.TYPE, "StructElem");
        element.setName(COSName.S, "Form");
        element.setItem(COSName.K, new COSArray(List.<COSBase>of(reference)));
        elements.add(element);
        parents.add(COSInteger.get(fields.size()));
        parents.add(element);
    }

    private void tag() {
        PDStructureTreeRoot root = new PDStructureTreeRoot();
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.getCOSObject().setItem(COSName.K, elements);
        root.setParentTreeNextKey(fields.size());
        elements.forEach(element -> ((COSDictionary) element).setItem(COSName.P, root));
        document.getDocumentCatalog().setStructureTreeRoot(root);
        COSDictionary mark = new COSDictionary();
        mark.setBoolean(COSName.getPDFName("Marked"), true);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.MARK_INFO, mark);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.LANG, new COSString("sv"));
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
    }
}
