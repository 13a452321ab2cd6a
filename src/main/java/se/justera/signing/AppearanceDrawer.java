package se.justera.signing;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * Draws an appearance into an existing field: black and grey text, no transparency, no colour profile, as PDF/A wants it.
 * PDFBox takes it over from a template document of one page.
 */
final class AppearanceDrawer implements PdfBoxSignatureDrawer {

    private static final float PADDING = 5;
    private static final float NAME_GREY = 0;
    private static final float TEXT_GREY = 0.2f;
    private static final float SMALLEST = 12;

    private final AppearanceFont font;
    private @Nullable AppearanceParameters parameters;
    private @Nullable PDDocument document;
    private @Nullable SignatureOptions options;

    AppearanceDrawer(AppearanceFont font) {
        this.font = font;
    }

    @Override
    public void init(SignatureImageParameters given, PDDocument pdf, SignatureOptions signatureOptions) {
        this.parameters = (AppearanceParameters) given;
        this.document = pdf;
        this.options = signatureOptions;
    }

    @Override
    public void draw() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        synchronized (font) {
            try (PDDocument page = new PDDocument()) {
                template(page, fieldSize());
                page.save(template);
            }
        }
        Objects.requireNonNull(options).setVisualSignature(new ByteArrayInputStream(template.toByteArray()));
    }

    private PDRectangle fieldSize() {
        String name = Objects.requireNonNull(parameters).getFieldParameters().getFieldId();
        PDField field = Objects.requireNonNull(document)
                .getDocumentCatalog()
                .getAcroForm(null)
                .getField(name);
        PDRectangle rectangle = field.getWidgets().get(0).getRectangle();
        if (rectangle == null || rectangle.getWidth() < SMALLEST || rectangle.getHeight() < SMALLEST) {
            throw new SigningFailed("The field %s has no room for a visible signature.".formatted(name));
        }
        return new PDRectangle(rectangle.getWidth(), rectangle.getHeight());
    }

    private void template(PDDocument page, PDRectangle size) throws IOException {
        page.addPage(new PDPage(size));
        PDAcroForm form = new PDAcroForm(page);
        page.getDocumentCatalog().setAcroForm(form);
        PDSignatureField field = new PDSignatureField(form);
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(size);
        PDAppearanceStream stream = new PDAppearanceStream(page);
        stream.setBBox(size);
        stream.setResources(new PDResources());
        PDAppearanceDictionary dictionary = new PDAppearanceDictionary();
        dictionary.setNormalAppearance(stream);
        widget.setAppearance(dictionary);
        try (PDPageContentStream content = new PDPageContentStream(page, stream)) {
            write(content, printable(), font.embedIn(page), size);
        }
    }

    private Appearance printable() throws IOException {
        Appearance appearance = Objects.requireNonNull(parameters).appearance();
        List<String> lines = new ArrayList<>();
        for (String line : appearance.lines()) {
            lines.add(font.printable(line));
        }
        return new Appearance(font.printable(appearance.name()), lines);
    }

    private static void write(PDPageContentStream content, Appearance appearance, PDType0Font face, PDRectangle size)
            throws IOException {
        FittedText text = FittedText.of(
                appearance,
                size.getWidth() - 2 * PADDING,
                size.getHeight() - PADDING,
                (words, points) -> width(face, words, points));
        float y = (size.getHeight() + text.height()) / 2;
        for (FittedText.Line line : text.lines()) {
            y -= line.leading();
            content.beginText();
            content.setNonStrokingColor(line.isName() ? NAME_GREY : TEXT_GREY);
            content.setFont(face, line.size());
            content.newLineAtOffset(PADDING, y + 0.25f * line.size());
            content.showText(line.text());
            content.endText();
        }
    }

    private static float width(PDType0Font face, String words, float points) {
        try {
            return face.getStringWidth(words) / 1000 * points;
        } catch (IOException e) {
            throw new UncheckedIOException("a text could not be measured", e);
        }
    }
}
