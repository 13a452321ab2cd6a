package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.justera.validation.Attacks.catalog;
import static se.justera.validation.Attacks.field;
import static se.justera.validation.Attacks.first;
import static se.justera.validation.Attacks.form;
import static se.justera.validation.Attacks.touch;
import static se.justera.validation.Attacks.write;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Families of attack on signed PDFs (shadow attacks, incremental saving, signature wrapping, universal forgery, evil
 * annotation, sneaky signature), one fixture per file name: prepared, signed, altered. None may come out as all right,
 * whether the attacker leaves it at that or signs what was changed.
 */
class AttackFamiliesTests {

    static final TestSigner SIGNER = new TestSigner();
    private static final byte[] SIGNED = SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");

    private final Validation trusting =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    static Stream<Arguments> changes() {
        return Stream.of(
                change("shadow-hide-picture-switched-off.pdf", hiding(), AttackFamiliesTests::hide),
                change("shadow-replace-font-exchanged.pdf", SIGNED, AttackFamiliesTests::exchangeFont),
                change(
                        "shadow-hide-and-replace-catalog-switched.pdf",
                        withTwoCatalogs(),
                        pdf -> pdf.getDocument().getTrailer().setItem(COSName.ROOT, secondCatalog(pdf))),
                change("shadow-replace-field-look-exchanged.pdf", SIGNED, AttackFamiliesTests::exchangeFieldLook),
                change("incremental-form-asks-for-new-looks.pdf", SIGNED, pdf -> {
                    form(pdf).setBoolean(COSName.NEED_APPEARANCES, true);
                    touch(form(pdf));
                }),
                change("incremental-outline-added.pdf", SIGNED, pdf -> {
                    pdf.getDocumentCatalog().setDocumentOutline(new PDDocumentOutline());
                    touch(catalog(pdf));
                }),
                change("incremental-language-changed.pdf", SIGNED, pdf -> {
                    pdf.getDocumentCatalog().setLanguage("en");
                    touch(catalog(pdf));
                }),
                change("incremental-page-turned.pdf", SIGNED, pdf -> {
                    pdf.getPage(0).setRotation(180);
                    touch(pdf.getPage(0).getCOSObject());
                }),
                change("incremental-page-units-changed.pdf", SIGNED, pdf -> {
                    pdf.getPage(0).setUserUnit(2);
                    touch(pdf.getPage(0).getCOSObject());
                }),
                change("incremental-page-tree-node-put-between.pdf", SIGNED, AttackFamiliesTests::putNodeBetween),
                change("incremental-page-given-another-parent.pdf", SIGNED, pdf -> {
                    COSDictionary parent = new COSDictionary();
                    parent.setItem(COSName.TYPE, COSName.PAGES);
                    parent.setItem(COSName.ROTATE, COSInteger.get(90));
                    pdf.getPage(0).getCOSObject().setItem(COSName.PARENT, parent);
                    touch(pdf.getPage(0).getCOSObject());
                }),
                change("incremental-resources-written-anew-with-another-font.pdf", SIGNED, pdf -> {
                    PDPage page = pdf.getPage(0);
                    COSDictionary resources =
                            new COSDictionary(page.getResources().getCOSObject());
                    COSDictionary fonts = new COSDictionary(resources.getCOSDictionary(COSName.FONT));
                    COSDictionary font = new COSDictionary(fonts.getCOSDictionary(first(fonts)));
                    font.setName(COSName.BASE_FONT, "Symbol");
                    fonts.setItem(first(fonts), font);
                    resources.setItem(COSName.FONT, fonts);
                    page.getCOSObject().setItem(COSName.RESOURCES, resources);
                    touch(page.getCOSObject());
                }),
                change("evil-annotation-free-text.pdf", certified(3), pdf -> annotate(pdf, new PDAnnotationFreeText())),
                change("evil-annotation-stamp.pdf", certified(3), pdf -> annotate(pdf, new PDAnnotationRubberStamp())),
                change(
                        "evil-annotation-on-form-filling-only.pdf",
                        certified(2),
                        pdf -> annotate(pdf, new PDAnnotationFreeText())),
                change("action-on-a-page.pdf", SIGNED, pdf -> {
                    COSDictionary actions = new COSDictionary();
                    actions.setItem(COSName.O, new PDActionJavaScript("app.alert('x')"));
                    pdf.getPage(0).getCOSObject().setItem(COSName.AA, actions);
                    touch(pdf.getPage(0).getCOSObject());
                }),
                change("action-on-an-empty-signature-field.pdf", SIGNED, pdf -> {
                    COSDictionary field = field(pdf, 2);
                    field.setItem(COSName.A, new PDActionJavaScript("app.alert('x')"));
                    touch(field);
                }),
                change("names-with-script.pdf", SIGNED, pdf -> {
                    COSDictionary names = new COSDictionary();
                    COSDictionary scripts = new COSDictionary();
                    scripts.setItem(
                            COSName.NAMES,
                            new COSArray(List.of(
                                    new COSString("a"), new PDActionJavaScript("app.alert('x')").getCOSObject())));
                    names.setItem(COSName.JAVA_SCRIPT, scripts);
                    catalog(pdf).setItem(COSName.NAMES, names);
                    touch(catalog(pdf));
                }),
                change("signature-made-hidden.pdf", SIGNED, pdf -> {
                    field(pdf, 1).setInt(COSName.F, 2);
                    touch(field(pdf, 1));
                }),
                change("signature-moved-on-its-page.pdf", SIGNED, pdf -> {
                    field(pdf, 1).setItem(COSName.RECT, new PDRectangle(72, 600, 300, 200));
                    touch(field(pdf, 1));
                }),
                change("signature-reason-exchanged-for-a-copy.pdf", SIGNED, pdf -> {
                    COSDictionary copy = new COSDictionary(field(pdf, 1).getCOSDictionary(COSName.V));
                    copy.setString(COSName.REASON, "Annat skäl");
                    field(pdf, 1).setItem(COSName.V, copy);
                    touch(field(pdf, 1));
                }),
                change("hidden-second-field-for-a-signature.pdf", SIGNED, pdf -> {
                    COSDictionary second = new COSDictionary();
                    second.setItem(COSName.FT, COSName.SIG);
                    second.setString(COSName.T, "dold");
                    second.setItem(COSName.V, field(pdf, 1).getItem(COSName.V));
                    form(pdf).getCOSArray(COSName.FIELDS).add(second);
                    touch(form(pdf));
                    form(pdf).getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
                }),
                change("empty-field-filled-with-an-older-signature.pdf", SIGNED, pdf -> {
                    field(pdf, 2).setItem(COSName.V, field(pdf, 1).getItem(COSName.V));
                    touch(field(pdf, 2));
                }),
                change("added-field-that-shows-a-text.pdf", SIGNED, AttackFamiliesTests::addSpeakingField),
                change("page-content-reached-from-validation-data.pdf", SIGNED, pdf -> {
                    COSStream content =
                            (COSStream) pdf.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS);
                    write(content, "BT /F1 12 Tf 72 700 Td (Budget 900 000) Tj ET");
                    COSDictionary dss = new COSDictionary();
                    dss.setItem(
                            COSName.getPDFName("Certs"),
                            new COSArray(List.of(pdf.getPage(0).getCOSObject().getItem(COSName.CONTENTS))));
                    catalog(pdf).setItem(COSName.getPDFName("DSS"), dss);
                    touch(catalog(pdf), content);
                }),
                change("tag-that-reads-out-something-else.pdf", tagged(), pdf -> {
                    COSDictionary element = element(pdf);
                    element.setString(COSName.ACTUAL_TEXT, "Budgeten är 900 000 kronor.");
                    touch(element);
                }),
                change("tag-added-that-leads-to-no-signature.pdf", tagged(), pdf -> {
                    COSDictionary added = new COSDictionary();
                    added.setItem(COSName.S, COSName.P);
                    added.setItem(COSName.K, COSInteger.get(0));
                    COSArray kids = catalog(pdf)
                            .getCOSDictionary(COSName.STRUCT_TREE_ROOT)
                            .getCOSArray(COSName.K);
                    kids.add(added);
                    touch(catalog(pdf).getCOSDictionary(COSName.STRUCT_TREE_ROOT));
                    kids.setNeedToBeUpdated(true);
                }),
                change(
                        "font-that-is-also-the-way-back-to-tags.pdf",
                        fontAsParentTree(),
                        AttackFamiliesTests::exchangeFont),
                change("rich-media-view-of-a-collection.pdf", SIGNED, pdf -> {
                    catalog(pdf).setItem(COSName.getPDFName("Collection"), new COSDictionary());
                    touch(catalog(pdf));
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void catchesAChangeBehindTheSignature(Attack attack) {
        ValidationResult result = trusting.validate(attack.name, attack.altered(), Locale.ENGLISH);
        assertThat(result.verdict()).as(result.reason()).isIn(Verdict.MODIFIED, Verdict.INVALID);
    }

    /** The attacker signs what was changed: every byte is covered, and yet it is not what the first one signed. */
    @ParameterizedTest
    @MethodSource("changes")
    void catchesAChangeThatWasSignedOver(Attack attack) {
        byte[] again = SIGNER.signWithoutField(attack.altered());
        ValidationResult result = trusting.validate(attack.name, again, Locale.ENGLISH);
        assertThat(result.verdict()).as(result.reason()).isIn(Verdict.MODIFIED, Verdict.INVALID);
    }

    static Stream<Arguments> bytes() {
        String update = "\n4 0 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n";
        int xref = Attacks.text(SIGNED).lastIndexOf("startxref");
        String start = Attacks.text(SIGNED).substring(xref + 10).split("\\s", -1)[0];
        return Stream.of(
                raw("incremental-without-xref-and-trailer.pdf", Attacks.append(SIGNED, update)),
                raw(
                        "incremental-with-trailer-only.pdf",
                        Attacks.append(SIGNED, update + "trailer\n<</Root 1 0 R/Prev " + start + ">>\n%%EOF\n")),
                raw("incremental-xref-leads-to-itself.pdf", looping(update)),
                raw(
                        "same-object-twice-in-one-update.pdf",
                        Attacks.append(
                                SIGNED,
                                update + update + "trailer\n<</Root 1 0 R/Prev " + start + ">>\nstartxref\n"
                                        + SIGNED.length + "\n%%EOF\n")),
                raw("second-end-of-file.pdf", Attacks.append(SIGNED, "%%EOF\n")),
                raw("second-startxref.pdf", Attacks.append(SIGNED, "startxref\n" + start + "\n%%EOF\n")),
                raw(
                        "forgery-subfilter-unknown.pdf",
                        Attacks.replace(SIGNED, "/ETSI.CAdES.detached", "/ETSI.CAdES.detacheX")),
                raw("forgery-no-byterange.pdf", Attacks.replaceLastByteRange(SIGNED, "/ByteRangX [0 1]")),
                raw(
                        "forgery-byterange-of-zeros.pdf",
                        Attacks.rewriteLastByteRange(SIGNED, range -> List.of(0, 0, 0, 0))),
                raw("wrapping-second-part-moved.pdf", wrapped()),
                raw(
                        "wrapping-range-twice.pdf",
                        Attacks.rewriteLastByteRange(SIGNED, range -> List.of(0, range.get(1), 0, range.get(1)))));
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void catchesAlteredBytes(Attack attack) {
        ValidationResult result = trusting.validate(attack.name, attack.altered(), Locale.ENGLISH);
        assertThat(result.verdict())
                .as(result.reason())
                .isIn(Verdict.MODIFIED, Verdict.INVALID, Verdict.UNREADABLE, Verdict.INDETERMINATE);
    }

    /** What was signed, and what was made of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Attack(String name, byte[] altered, Attacks.Change change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Arguments change(String name, byte[] signed, Attacks.Change change) {
        return Arguments.of(Named.of(name, new Attack(name, Attacks.update(signed, change), change)));
    }

    private static Arguments raw(String name, byte[] altered) {
        return Arguments.of(Named.of(name, new Attack(name, altered, pdf -> {})));
    }

    private static byte[] sign(byte[] prepared) {
        return SIGNER.sign(prepared, "sig_1", "Anna", "Åström");
    }

    private static byte[] certified(int permission) {
        return SIGNER.certify(
                TestPdf.unsigned(),
                "sig_1",
                permission == 2
                        ? CertificationPermission.MINIMAL_CHANGES_PERMITTED
                        : CertificationPermission.CHANGES_PERMITTED);
    }

    /** A white picture lies over a sum that nobody sees when signing. */
    private static byte[] hiding() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            PDPage page = pdf.getPage(0);
            COSStream cover = pdf.getDocument().createCOSStream();
            cover.setItem(COSName.TYPE, COSName.XOBJECT);
            cover.setItem(COSName.SUBTYPE, COSName.FORM);
            cover.setItem(COSName.BBOX, new PDRectangle(0, 0, 600, 800));
            write(cover, "1 g 60 700 400 60 re f");
            COSDictionary pictures = new COSDictionary();
            pictures.setItem(COSName.getPDFName("Cover"), cover);
            page.getResources().getCOSObject().setItem(COSName.XOBJECT, pictures);
            COSStream draw = pdf.getDocument().createCOSStream();
            write(draw, "/Cover Do");
            page.getCOSObject()
                    .setItem(
                            COSName.CONTENTS,
                            new COSArray(List.of(page.getCOSObject().getItem(COSName.CONTENTS), draw)));
            touch(page.getCOSObject());
        }));
    }

    private static void hide(PDDocument pdf) throws IOException {
        COSStream cover = (COSStream) pdf.getPage(0)
                .getResources()
                .getCOSObject()
                .getCOSDictionary(COSName.XOBJECT)
                .getDictionaryObject(COSName.getPDFName("Cover"));
        write(cover, "");
        touch(cover);
    }

    private static void exchangeFont(PDDocument pdf) {
        COSDictionary fonts = pdf.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSDictionary font = fonts.getCOSDictionary(first(fonts));
        font.setName(COSName.BASE_FONT, "Symbol");
        touch(font);
    }

    private static byte[] withTwoCatalogs() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary second = new COSDictionary(catalog(pdf));
            COSDictionary pages = new COSDictionary(second.getCOSDictionary(COSName.PAGES));
            COSArray turned = new COSArray();
            COSArray kids = pages.getCOSArray(COSName.KIDS);
            for (int i = kids.size() - 1; i >= 0; i--) {
                turned.add(kids.get(i));
            }
            pages.setItem(COSName.KIDS, turned);
            second.setItem(COSName.PAGES, pages);
            COSDictionary piece = new COSDictionary();
            piece.setItem(COSName.ROOT, second);
            catalog(pdf).setItem(COSName.getPDFName("PieceInfo"), piece);
            touch(catalog(pdf));
        }));
    }

    private static COSDictionary secondCatalog(PDDocument pdf) {
        COSDictionary second =
                catalog(pdf).getCOSDictionary(COSName.getPDFName("PieceInfo")).getCOSDictionary(COSName.ROOT);
        touch(second);
        return second;
    }

    private static void exchangeFieldLook(PDDocument pdf) throws IOException {
        COSStream look = (COSStream) field(pdf, 0).getCOSDictionary(COSName.AP).getDictionaryObject(COSName.N);
        write(look, "BT /Helv 10 Tf 2 5 Td (Annat) Tj ET");
        touch(look);
    }

    private static void putNodeBetween(PDDocument pdf) {
        COSDictionary pages = catalog(pdf).getCOSDictionary(COSName.PAGES);
        COSDictionary between = new COSDictionary(pages);
        between.setItem(COSName.PARENT, pages);
        pages.setItem(COSName.KIDS, new COSArray(List.of(between)));
        touch(pages, between);
    }

    private static void annotate(PDDocument pdf, PDAnnotation annotation) throws IOException {
        PDPage page = pdf.getPage(0);
        annotation.setRectangle(new PDRectangle(72, 700, 300, 40));
        annotation.setContents("Budgeten är 900 000 kronor.");
        annotation.setPage(page);
        page.setAnnotations(List.of(annotation));
        touch(page.getCOSObject());
    }

    private static void addSpeakingField(PDDocument pdf) throws IOException {
        COSStream look = pdf.getDocument().createCOSStream();
        look.setItem(COSName.TYPE, COSName.XOBJECT);
        look.setItem(COSName.SUBTYPE, COSName.FORM);
        look.setItem(COSName.BBOX, new PDRectangle(0, 0, 200, 40));
        write(look, "0 0 200 40 re f");
        COSDictionary looks = new COSDictionary();
        looks.setItem(COSName.N, look);
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.FT, COSName.SIG);
        field.setItem(COSName.SUBTYPE, COSName.WIDGET);
        field.setString(COSName.T, "tom");
        field.setItem(COSName.RECT, new PDRectangle(72, 700, 200, 40));
        field.setItem(COSName.AP, looks);
        form(pdf).getCOSArray(COSName.FIELDS).add(field);
        PDPage page = pdf.getPage(0);
        page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(field)));
        touch(form(pdf), page.getCOSObject());
        form(pdf).getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
    }

    private static byte[] tagged() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary root = new COSDictionary();
            root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
            COSDictionary element = new COSDictionary();
            element.setItem(COSName.S, COSName.P);
            element.setItem(COSName.P, root);
            element.setItem(COSName.K, COSInteger.get(0));
            root.setItem(COSName.K, new COSArray(List.of(element)));
            catalog(pdf).setItem(COSName.STRUCT_TREE_ROOT, root);
            touch(catalog(pdf), element);
        }));
    }

    private static COSDictionary element(PDDocument pdf) {
        return (COSDictionary) catalog(pdf)
                .getCOSDictionary(COSName.STRUCT_TREE_ROOT)
                .getCOSArray(COSName.K)
                .getObject(0);
    }

    private static byte[] fontAsParentTree() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary fonts = pdf.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            COSDictionary root = new COSDictionary();
            root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
            root.setItem(COSName.PARENT_TREE, fonts.getItem(first(fonts)));
            catalog(pdf).setItem(COSName.STRUCT_TREE_ROOT, root);
            touch(catalog(pdf));
        }));
    }

    private static byte[] looping(String update) {
        int at = SIGNED.length + update.length();
        return Attacks.append(
                SIGNED,
                update + "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 99/Root 1 0 R/Prev " + at + ">>\nstartxref\n"
                        + at + "\n%%EOF\n");
    }

    /** The signed second part is moved behind what the attacker puts in its place. */
    private static byte[] wrapped() {
        List<Integer> range = Attacks.byteRanges(SIGNED).get(0);
        String second = Attacks.text(SIGNED).substring(range.get(2));
        byte[] longer = Attacks.append(SIGNED, "%put in\n" + second);
        return Attacks.rewriteLastByteRange(
                longer,
                was -> List.of(
                        0,
                        was.get(1),
                        longer.length - second.getBytes(StandardCharsets.ISO_8859_1).length,
                        was.get(3)));
    }
}
