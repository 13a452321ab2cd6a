package se.justera.document;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import se.justera.document.Press.BoxOnPage;
import se.justera.document.Press.Proof;

/**
 * Puts the empty signature fields into a document before its first save, each tagged as a Form with its label
 * (ISO 14289-1, 7.18.4). Field and widget are one dictionary: DSS reports a change of a separate one as a visual
 * difference to all earlier signers.
 */
final class Forms {

    private static final String PLACEHOLDER = "@signature-box:";

    /** With a certificate of some years each, they last for a generation; after them come fields that nobody sees. */
    private static final int TIMESTAMPS = 8;

    private static final PDRectangle NOWHERE = new PDRectangle(0, 0, 0, 0);

    private final Proof proof;
    private final Tags tags;
    private final PDAcroForm form;

    Forms(Proof proof, Tags tags) {
        this.proof = proof;
        this.tags = tags;
        this.form = form(proof.document(), proof.bodyFont());
    }

    /** The alternative text by which the box of the n-th signature is found in the structure tree. */
    static String placeholder(int n) {
        return PLACEHOLDER + n;
    }

    /** Fields for everybody who signs, for the seal and for document time-stamps. */
    void add(List<SignatureSpace> spaces, Labels labels) throws IOException {
        Map<String, BoxOnPage> boxes =
                proof.boxes().stream().collect(Collectors.toMap(BoxOnPage::id, Function.identity()));
        for (int i = 0; i < spaces.size(); i++) {
            BoxOnPage box = boxes.get(SignaturePart.boxId(i));
            if (box == null) {
                throw new IllegalStateException("the layout lost the box of signature " + i);
            }
            PDStructureElement element = tags.withAlternate(placeholder(i));
            element.getCOSObject().removeItem(COSName.ALT);
            addSigner(spaces.get(i), box, element, labels);
        }
        PDPage last = proof.document().getPage(proof.document().getNumberOfPages() - 1);
        PDAnnotationWidget seal = add(SignatureFields.SEAL, labels.of("field.seal"), last, NOWHERE, tags.newForm(last));
        appearance(seal, NOWHERE).setResources(new PDResources());
        for (int n = 1; n <= TIMESTAMPS; n++) {
            // no /Resources here: PDFBox replaces this appearance, and DSS would call it a deletion
            String name = SignatureFields.ofTimestamp(n);
            appearance(add(name, labels.of("field.timestamp", n), last, NOWHERE, tags.newForm(last)), NOWHERE);
        }
    }

    private void addSigner(SignatureSpace space, BoxOnPage box, PDStructureElement element, Labels labels)
            throws IOException {
        String roles = space.roles().isEmpty() ? "" : ", " + String.join(", ", space.roles());
        var rectangle = new PDRectangle(box.x(), box.y(), box.width(), box.height());
        PDPage page = proof.document().getPage(box.page());
        PDAnnotationWidget widget =
                add(space.fieldName(), labels.of("field.signature", space.name() + roles), page, rectangle, element);
        appearance(widget, rectangle).setResources(new PDResources());
    }

    private PDAnnotationWidget add(
            String name, String label, PDPage page, PDRectangle rectangle, PDStructureElement element)
            throws IOException {
        var field = new PDSignatureField(form);
        field.setPartialName(name);
        field.setAlternateFieldName(label);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(rectangle);
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
        form.getFields().add(field);
        tags.own(element, widget, page);
        return widget;
    }

    private PDAppearanceStream appearance(PDAnnotationWidget widget, PDRectangle rectangle) {
        var stream = new PDAppearanceStream(proof.document());
        stream.setBBox(new PDRectangle(rectangle.getWidth(), rectangle.getHeight()));
        var dictionary = new PDAppearanceDictionary();
        dictionary.setNormalAppearance(stream);
        widget.setAppearance(dictionary);
        return stream;
    }

    /**
     * /Helv and /ZaDb are the embedded body font: PDFBox and Acrobat would otherwise add fonts that are not embedded
     * in the first signer's revision.
     */
    private static PDAcroForm form(PDDocument document, PDFont bodyFont) {
        var form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        form.setFields(new java.util.ArrayList<>());
        var resources = new PDResources();
        var fonts = new COSDictionary();
        fonts.setItem(COSName.HELV, bodyFont);
        fonts.setItem(COSName.ZA_DB, bodyFont);
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 0 Tf 0 g ");
        form.getCOSObject().setItem(COSName.FIELDS, new COSArray());
        return form;
    }
}
