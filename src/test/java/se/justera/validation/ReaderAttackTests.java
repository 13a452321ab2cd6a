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
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A document in which there is everything that a reader shows, prints, reads aloud, copies, opens or obeys; each attack
 * changes one of these behind a signature, and one fixture is named after each.
 */
class ReaderAttackTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static final byte[] SIGNED = SIGNER.sign(rich(), "sig_1", "Anna", "Åström");
    private static final byte[] CERTIFIED = SIGNER.certify(rich(), "sig_1", CertificationPermission.CHANGES_PERMITTED);
    private static final byte[] SEEN = SIGNER.signOver(SIGNER.signOver(SIGNED, 60, 500, 400, 60), 60, 600, 200, 30);
    private static final byte[] TWICE = SIGNER.sign(SIGNED, "sig_2", "Bo", "Öberg");

    private final Validation validation =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    static Stream<Arguments> shown() {
        return Stream.of(
                change("copied-text-exchanged.pdf", pdf -> rewrite(font(pdf), "ToUnicode")),
                change(
                        "font-program-exchanged.pdf",
                        pdf -> rewrite(font(pdf).getCOSDictionary(COSName.FONT_DESC), "FontFile3")),
                change(
                        "font-widths-changed.pdf",
                        pdf -> put(font(pdf), "Widths", new COSArray(List.of(COSInteger.get(900))))),
                change("font-encoding-added.pdf", pdf -> {
                    COSDictionary encoding = new COSDictionary();
                    encoding.setItem(
                            COSName.DIFFERENCES,
                            new COSArray(List.of(COSInteger.get('1'), COSName.getPDFName("nine"))));
                    put(font(pdf), "Encoding", encoding);
                }),
                change("picture-exchanged.pdf", pdf -> rewrite(pictures(pdf), "Im0")),
                change("picture-colours-exchanged.pdf", pdf -> {
                    COSStream profile = (COSStream)
                            picture(pdf).getCOSArray(COSName.COLORSPACE).getObject(1);
                    write(profile, "annan profil");
                    touch(profile);
                }),
                change(
                        "picture-mask-added.pdf",
                        pdf -> put(picture(pdf), "Mask", new COSArray(List.of(COSInteger.ZERO, COSInteger.ONE)))),
                change(
                        "picture-turned-over.pdf",
                        pdf -> put(picture(pdf), "Decode", new COSArray(List.of(COSInteger.ONE, COSInteger.ZERO)))),
                change("page-thumbnail-exchanged.pdf", pdf -> rewrite(page(pdf), "Thumb")),
                change("page-shown-for-a-moment.pdf", pdf -> put(page(pdf), "Dur", COSInteger.ONE)),
                change(
                        "page-cropped-from-above.pdf",
                        pdf -> put(
                                catalog(pdf).getCOSDictionary(COSName.PAGES),
                                "CropBox",
                                new PDRectangle(9, 9).getCOSArray())),
                change("page-labels-changed.pdf", pdf -> {
                    COSDictionary labels = catalog(pdf).getCOSDictionary(COSName.PAGE_LABELS);
                    labels.setItem(
                            COSName.NUMS,
                            new COSArray(List.of(COSInteger.ZERO, dictionary("P", new COSString("Bilaga ")))));
                    touch(labels);
                }));
    }

    static Stream<Arguments> readAloud() {
        return Stream.of(
                change("reading-order-turned-round.pdf", pdf -> {
                    COSArray kids = tags(pdf).getCOSArray(COSName.K);
                    kids.add(kids.remove(0));
                    kids.setNeedToBeUpdated(true);
                    touch(tags(pdf));
                }),
                change("tags-exchanged-for-others.pdf", pdf -> {
                    COSDictionary other = new COSDictionary(tags(pdf));
                    other.setItem(
                            COSName.K,
                            new COSArray(
                                    List.of(tags(pdf).getCOSArray(COSName.K).get(1))));
                    put(catalog(pdf), "StructTreeRoot", other);
                }),
                change("tags-taken-away.pdf", pdf -> {
                    catalog(pdf).removeItem(COSName.STRUCT_TREE_ROOT);
                    touch(catalog(pdf));
                }),
                change(
                        "heading-made-an-artifact.pdf",
                        pdf -> put(tags(pdf), "RoleMap", dictionary("P", COSName.getPDFName("Artifact")))),
                change("text-for-a-picture-changed.pdf", pdf -> {
                    COSDictionary element =
                            (COSDictionary) tags(pdf).getCOSArray(COSName.K).getObject(0);
                    put(element, "Alt", new COSString("Budgeten är 900 000 kronor."));
                }),
                change(
                        "title-taken-from-elsewhere.pdf",
                        pdf -> put(
                                catalog(pdf).getCOSDictionary(COSName.VIEWER_PREFERENCES),
                                "DisplayDocTitle",
                                COSBoolean.FALSE)),
                change(
                        "pages-read-from-right-to-left.pdf",
                        pdf -> put(
                                catalog(pdf).getCOSDictionary(COSName.VIEWER_PREFERENCES),
                                "Direction",
                                COSName.getPDFName("R2L"))));
    }

    static Stream<Arguments> annotations() {
        return Stream.of(
                change("link-leads-elsewhere.pdf", pdf -> {
                    COSDictionary action = annotation(pdf, 0).getCOSDictionary(COSName.A);
                    action.setString(COSName.URI, "https://annan.example/betala");
                    touch(action);
                }),
                change(
                        "base-of-all-links-changed.pdf",
                        pdf -> put(catalog(pdf), "URI", dictionary("Base", new COSString("https://annan.example/")))),
                change(
                        "note-says-something-else.pdf",
                        pdf -> put(annotation(pdf, 1), "Contents", new COSString("Godkänt"))),
                change("note-hidden.pdf", pdf -> put(annotation(pdf, 1), "F", COSInteger.TWO)),
                change(
                        "popup-opened.pdf",
                        pdf -> put(annotation(pdf, 1), "Popup", dictionary("Open", COSBoolean.TRUE))),
                change(
                        "stamp-look-exchanged.pdf",
                        pdf -> rewrite(annotation(pdf, 2).getCOSDictionary(COSName.AP), "N")),
                change(
                        "stamp-switched-to-its-other-look.pdf",
                        pdf -> put(annotation(pdf, 2), "AS", COSName.getPDFName("Nej"))),
                change("note-put-into-a-layer.pdf", pdf -> {
                    COSArray layers =
                            catalog(pdf).getCOSDictionary(COSName.OCPROPERTIES).getCOSArray(COSName.OCGS);
                    put(annotation(pdf, 1), "OC", layers.get(0));
                }));
    }

    static Stream<Arguments> obeyed() {
        return Stream.of(
                change(
                        "opens-elsewhere.pdf",
                        pdf -> put(
                                catalog(pdf),
                                "OpenAction",
                                new COSArray(List.of(page(pdf), COSName.getPDFName("Fit"))))),
                change(
                        "acts-before-printing.pdf",
                        pdf -> put(catalog(pdf), "AA", dictionary("WP", dictionary("S", COSName.getPDFName("Named"))))),
                change("attachment-exchanged.pdf", pdf -> {
                    COSStream file = (COSStream)
                            attachment(pdf).getCOSDictionary(COSName.EF).getDictionaryObject(COSName.F);
                    write(file, "annan bilaga");
                    touch(file);
                }),
                change(
                        "attachment-called-otherwise.pdf",
                        pdf -> put(attachment(pdf), "UF", new COSString("betald.pdf"))),
                change(
                        "attachment-said-to-be-the-source.pdf",
                        pdf -> put(catalog(pdf), "AF", new COSArray(List.of(attachment(pdf))))),
                change("layer-for-printing-only.pdf", pdf -> {
                    COSDictionary layer = (COSDictionary) catalog(pdf)
                            .getCOSDictionary(COSName.OCPROPERTIES)
                            .getCOSArray(COSName.OCGS)
                            .getObject(0);
                    put(layer, "Usage", dictionary("Print", dictionary("PrintState", COSName.OFF)));
                }),
                change(
                        "requirements-added.pdf",
                        pdf -> put(
                                catalog(pdf),
                                "Requirements",
                                new COSArray(List.of(dictionary("S", COSName.getPDFName("EnableJavaScripts")))))),
                change(
                        "legal-words-added.pdf",
                        pdf -> put(catalog(pdf), "Legal", dictionary("Attestation", new COSString("Granskat")))),
                change("output-colours-exchanged.pdf", pdf -> {
                    COSDictionary intent = (COSDictionary)
                            catalog(pdf).getCOSArray(COSName.OUTPUT_INTENTS).getObject(0);
                    put(intent, "OutputConditionIdentifier", new COSString("Annan"));
                }),
                change(
                        "private-data-of-a-product-changed.pdf",
                        pdf -> put(page(pdf), "PieceInfo", dictionary("X", COSInteger.ONE))));
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                change("value-in-the-locked-set-changed.pdf", pdf -> put(field(pdf, 0), "V", new COSString("Ändrad"))),
                change(
                        "value-changed-where-notes-are-allowed.pdf",
                        CERTIFIED,
                        pdf -> put(field(pdf, 0), "V", new COSString("Ändrad"))),
                change(
                        "value-shown-in-another-way.pdf",
                        pdf -> put(field(pdf, 0), "DA", new COSString("/Helv 0.1 Tf 1 g"))),
                change("field-explained-otherwise.pdf", pdf -> put(field(pdf, 0), "TU", new COSString("Belopp"))),
                change("lock-of-a-signature-taken-away.pdf", pdf -> {
                    field(pdf, 1).removeItem(COSName.getPDFName("Lock"));
                    touch(field(pdf, 1));
                }),
                change(
                        "seed-of-an-empty-field-changed.pdf",
                        pdf -> put(
                                field(pdf, 2),
                                "SV",
                                dictionary("Reasons", new COSArray(List.of(new COSString("Annat")))))),
                change("form-of-another-kind-added.pdf", pdf -> put(form(pdf), "XFA", new COSString("<xdp/>"))),
                change("form-calculates.pdf", pdf -> put(form(pdf), "CO", new COSArray(List.of(field(pdf, 0))))),
                change("form-font-exchanged.pdf", pdf -> {
                    COSDictionary fonts = form(pdf).getCOSDictionary(COSName.DR).getCOSDictionary(COSName.FONT);
                    fonts.setItem(first(fonts), dictionary("BaseFont", COSName.getPDFName("Symbol")));
                    touch(form(pdf), form(pdf).getCOSDictionary(COSName.DR), fonts);
                }),
                change("looks-of-two-signatures-swapped.pdf", SEEN, pdf -> {
                    int last = form(pdf).getCOSArray(COSName.FIELDS).size() - 1;
                    COSBase one = field(pdf, last).getItem(COSName.AP);
                    field(pdf, last).setItem(COSName.AP, field(pdf, last - 1).getItem(COSName.AP));
                    field(pdf, last - 1).setItem(COSName.AP, one);
                    touch(field(pdf, last), field(pdf, last - 1));
                }),
                change("signatures-of-two-fields-swapped.pdf", TWICE, pdf -> {
                    COSBase one = field(pdf, 1).getItem(COSName.V);
                    field(pdf, 1).setItem(COSName.V, field(pdf, 2).getItem(COSName.V));
                    field(pdf, 2).setItem(COSName.V, one);
                    touch(field(pdf, 1), field(pdf, 2));
                }),
                change(
                        "place-of-a-signature-named-afterwards.pdf",
                        pdf -> put(field(pdf, 1).getCOSDictionary(COSName.V), "Location", new COSString("Orten"))),
                change("certification-loosened.pdf", CERTIFIED, pdf -> {
                    COSDictionary value = field(pdf, 1).getCOSDictionary(COSName.V);
                    COSDictionary reference = (COSDictionary)
                            value.getCOSArray(COSName.getPDFName("Reference")).getObject(0);
                    reference.getCOSDictionary(COSName.TRANSFORM_PARAMS).setInt(COSName.P, 3);
                    touch(value, reference);
                }),
                change("certification-forgotten.pdf", CERTIFIED, pdf -> {
                    catalog(pdf).removeItem(COSName.PERMS);
                    touch(catalog(pdf));
                }),
                change("usage-rights-added.pdf", CERTIFIED, pdf -> {
                    COSDictionary rights = new COSDictionary(catalog(pdf).getCOSDictionary(COSName.PERMS));
                    rights.setItem(COSName.getPDFName("UR3"), new COSDictionary());
                    put(catalog(pdf), "Perms", rights);
                }),
                change("timestamp-given-a-look.pdf", SIGNER.archive(SIGNED), pdf -> {
                    COSDictionary stamp =
                            field(pdf, form(pdf).getCOSArray(COSName.FIELDS).size() - 1);
                    stamp.setItem(COSName.RECT, new PDRectangle(72, 700, 300, 40));
                    stamp.setItem(COSName.AP, field(pdf, 0).getItem(COSName.AP));
                    touch(stamp);
                }));
    }

    /** The attacker has it signed once more, so that every byte is covered and only the comparison can tell. */
    @ParameterizedTest
    @MethodSource({"shown", "readAloud", "annotations", "obeyed", "forms"})
    void catches(byte[] altered) {
        ValidationResult result = validate(SIGNER.signWithoutField(altered));
        assertThat(result.verdict()).as("%s", result).isIn(Verdict.MODIFIED, Verdict.INVALID);
    }

    /** The lock and the seed are kept, and there is nothing to be said against it. */
    @Test
    void acceptsWhatTheSameDocumentAllows() {
        for (byte[] permitted : List.of(
                SEEN, CERTIFIED, TWICE, SIGNER.archive(TWICE), SIGNER.sign(CERTIFIED, "sig_2", "Bo", "Öberg"))) {
            ValidationResult result = validate(permitted);
            assertThat(result.warnings()).isEmpty();
            assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        }
    }

    private ValidationResult validate(byte[] pdf) {
        return validation.validate("attack.pdf", pdf, Locale.ENGLISH);
    }

    private static Arguments change(String name, Attacks.Change change) {
        return change(name, SIGNED, change);
    }

    private static Arguments change(String name, byte[] signed, Attacks.Change change) {
        return Arguments.of(Named.of(name, Attacks.update(signed, change)));
    }

    private static byte[] rich() {
        return Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary font = font(pdf);
            font.setItem(COSName.TO_UNICODE, stream(pdf, "kodning"));
            font.setItem(COSName.WIDTHS, new COSArray(List.of(COSInteger.get(500))));
            font.setItem(COSName.FONT_DESC, dictionary("FontFile3", stream(pdf, "typsnitt")));
            COSStream picture = stream(pdf, "0");
            picture.setItem(COSName.TYPE, COSName.XOBJECT);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            picture.setInt(COSName.WIDTH, 1);
            picture.setInt(COSName.HEIGHT, 1);
            picture.setInt(COSName.BITS_PER_COMPONENT, 8);
            COSStream profile = stream(pdf, "profil");
            profile.setInt(COSName.N, 1);
            picture.setItem(COSName.COLORSPACE, new COSArray(List.of(COSName.ICCBASED, profile)));
            pdf.getPage(0).getResources().getCOSObject().setItem(COSName.XOBJECT, dictionary("Im0", picture));
            page(pdf).setItem(COSName.getPDFName("Thumb"), stream(pdf, "0"));
            annotate(pdf);
            COSDictionary catalog = catalog(pdf);
            catalog.setItem(
                    COSName.PAGE_LABELS,
                    object(dictionary("Nums", new COSArray(List.of(COSInteger.ZERO, dictionary("S", COSName.D))))));
            catalog.setItem(COSName.VIEWER_PREFERENCES, object(dictionary("DisplayDocTitle", COSBoolean.TRUE)));
            catalog.setItem(COSName.STRUCT_TREE_ROOT, object(tree()));
            catalog.setItem(
                    COSName.OUTPUT_INTENTS,
                    new COSArray(List.of(object(dictionary("OutputConditionIdentifier", new COSString("sRGB"))))));
            COSDictionary file = object(dictionary("EF", dictionary("F", stream(pdf, "bilaga"))));
            catalog.setItem(
                    COSName.NAMES,
                    dictionary(
                            "EmbeddedFiles",
                            dictionary("Names", new COSArray(List.of(new COSString("bilaga"), file)))));
            COSDictionary lock = dictionary("Fields", new COSArray(List.of(new COSString("note"))));
            lock.setItem(COSName.TYPE, COSName.getPDFName("SigFieldLock"));
            lock.setItem(COSName.getPDFName("Action"), COSName.getPDFName("Include"));
            put(field(pdf, 1), "Lock", object(lock));
            put(field(pdf, 2), "SV", object(dictionary("Reasons", new COSArray(List.of(new COSString("Justering"))))));
            touch(font, page(pdf), pdf.getPage(0).getResources().getCOSObject(), catalog);
        });
    }

    private static void annotate(PDDocument pdf) throws IOException {
        COSDictionary link = annotation("Link", 600);
        link.setItem(COSName.A, object(dictionary("URI", new COSString("https://justera.example/"))));
        COSDictionary note = annotation("FreeText", 500);
        note.setString(COSName.CONTENTS, "Ej godkänt");
        COSDictionary stamp = annotation("Stamp", 400);
        stamp.setItem(COSName.AP, dictionary("N", stream(pdf, "0 0 9 9 re f")));
        page(pdf).setItem(COSName.ANNOTS, new COSArray(List.of(link, note, stamp)));
    }

    private static COSDictionary annotation(String kind, int bottom) {
        COSDictionary annotation = dictionary("Subtype", COSName.getPDFName(kind));
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.RECT, new PDRectangle(72, bottom, 40, 40));
        return object(annotation);
    }

    private static COSDictionary tree() {
        COSDictionary root = dictionary("Type", COSName.STRUCT_TREE_ROOT);
        COSArray kids = new COSArray();
        for (int number = 0; number < 2; number++) {
            COSDictionary element = dictionary("S", COSName.P);
            element.setItem(COSName.P, root);
            element.setItem(COSName.K, COSInteger.get(number));
            kids.add(object(element));
        }
        root.setItem(COSName.K, kids);
        return root;
    }

    private static COSDictionary object(COSDictionary dictionary) {
        dictionary.setDirect(false);
        touch(dictionary);
        return dictionary;
    }

    private static COSDictionary dictionary(String name, COSBase value) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.getPDFName(name), value);
        return dictionary;
    }

    private static COSStream stream(PDDocument pdf, String text) throws IOException {
        COSStream stream = pdf.getDocument().createCOSStream();
        write(stream, text);
        return stream;
    }

    private static void put(COSDictionary where, String name, COSBase what) {
        where.setItem(COSName.getPDFName(name), what);
        touch(where);
    }

    private static void rewrite(COSDictionary where, String name) throws IOException {
        COSStream stream = (COSStream) where.getDictionaryObject(COSName.getPDFName(name));
        write(stream, "9");
        touch(stream);
    }

    private static COSDictionary page(PDDocument pdf) {
        return pdf.getPage(0).getCOSObject();
    }

    private static COSDictionary font(PDDocument pdf) {
        COSDictionary fonts = pdf.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        return fonts.getCOSDictionary(first(fonts));
    }

    private static COSDictionary pictures(PDDocument pdf) {
        return pdf.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    }

    private static COSDictionary picture(PDDocument pdf) {
        return pictures(pdf).getCOSDictionary(COSName.getPDFName("Im0"));
    }

    private static COSDictionary tags(PDDocument pdf) {
        return catalog(pdf).getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    }

    private static COSDictionary annotation(PDDocument pdf, int index) {
        return (COSDictionary) page(pdf).getCOSArray(COSName.ANNOTS).getObject(index);
    }

    private static COSDictionary attachment(PDDocument pdf) {
        COSDictionary files = catalog(pdf).getCOSDictionary(COSName.NAMES).getCOSDictionary(COSName.EMBEDDED_FILES);
        return (COSDictionary) files.getCOSArray(COSName.NAMES).getObject(1);
    }
}
