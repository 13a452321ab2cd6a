package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.changes.RevisionComparison;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.Links;
import se.justera.validation.structure.Revision;

/** What well-known products write beside a later signature, which changes nothing that anybody sees. */
class PermittedStylesTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static final COSName TABS = COSName.getPDFName("Tabs");
    private static final COSName FRM = COSName.getPDFName("FRM");

    private final Validation trusting =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    static Stream<Arguments> styles() {
        return Stream.of(
                style("acrobat: order of tabbing and key to the tags on a page", untouched(), pdf -> {
                    pdf.getPage(0).getCOSObject().setItem(TABS, COSName.S);
                    pdf.getPage(0).setStructParents(1);
                    touch(pdf.getPage(0).getCOSObject());
                }),
                style("acrobat: a first XMP packet that repeats the document information", withoutXmp(), pdf -> {
                    PDMetadata metadata = new PDMetadata(pdf);
                    metadata.importXMPMetadata(packet("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Protokoll"
                            + "</rdf:li></rdf:Alt></dc:title><dc:format>application/pdf</dc:format>"));
                    pdf.getDocumentCatalog().setMetadata(metadata);
                    touch(catalog(pdf));
                }),
                style("acrobat: date of the change", untouched(), pdf -> {
                    pdf.getDocumentInformation().setModificationDate(new GregorianCalendar(2026, 10, 25));
                    touch(pdf.getDocumentInformation().getCOSObject());
                }),
                style("itext: the XMP packet set anew", untouched(), pdf -> {
                    PDMetadata metadata = new PDMetadata(pdf);
                    metadata.importXMPMetadata(packet("<dc:title><rdf:Alt rdf:parseType=\"Resource\"><rdf:li"
                            + " xml:lang=\"x-default\">Protokoll</rdf:li></rdf:Alt></dc:title>"));
                    pdf.getDocumentCatalog().setMetadata(metadata);
                    touch(catalog(pdf));
                }),
                style("itext: its version in the root of the pages", untouched(), pdf -> {
                    pdf.getPages().getCOSObject().setString(COSName.getPDFName("ITXT"), "5.0.0");
                    touch(pdf.getPages().getCOSObject());
                }),
                style("itext: what a page has from above written into it", boxAbove(), pdf -> {
                    COSDictionary page = pdf.getPage(0).getCOSObject();
                    page.setItem(
                            COSName.MEDIA_BOX, pdf.getPages().getCOSObject().getItem(COSName.MEDIA_BOX));
                    touch(page);
                }),
                style("an object written anew under another number", indirectResources(), pdf -> {
                    COSDictionary page = pdf.getPage(0).getCOSObject();
                    COSDictionary anew = new COSDictionary(page.getCOSDictionary(COSName.RESOURCES));
                    anew.setDirect(false);
                    page.setItem(COSName.RESOURCES, anew);
                    touch(page, anew);
                }),
                style("the catalog written anew under another number", untouched(), pdf -> {
                    COSDictionary anew = new COSDictionary(catalog(pdf));
                    pdf.getDocument().getTrailer().setItem(COSName.ROOT, anew);
                    touch(anew);
                }),
                style("pdfbox: the type of an annotation spelled out", withoutType(), pdf -> {
                    field(pdf, 0).setItem(COSName.TYPE, COSName.ANNOT);
                    touch(field(pdf, 0));
                }));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void acceptsWhatAProductWritesBesideItsSignature(byte[] later) {
        ValidationResult result = trusting.validate("p.pdf", SIGNER.signWithoutField(later), Locale.ENGLISH);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    }

    /** The same without a signature that answers for it is a change. */
    @ParameterizedTest
    @MethodSource("styles")
    void acceptsNoneOfItWithoutASignature(byte[] later) {
        assertThat(trusting.validate("p.pdf", later, Locale.ENGLISH).verdict()).isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void acceptsTheTagsOfAnAddedSignature() {
        byte[] tagged = sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary root = new COSDictionary();
            root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
            root.setItem(COSName.K, new COSArray());
            root.setItem(COSName.PARENT_TREE, new COSDictionary());
            catalog(pdf).setItem(COSName.STRUCT_TREE_ROOT, root);
            touch(catalog(pdf));
        }));
        byte[] later = SIGNER.sign(Attacks.update(tagged, PermittedStylesTests::addTaggedField), "ny", "Bo", "Öberg");
        ValidationResult result = trusting.validate("p.pdf", later, Locale.ENGLISH);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    }

    /** iText 2 to 5 keep the look of the latest signature among the form's resources. */
    @Test
    void acceptsTheLatestLookAmongTheFormsResources() throws IOException {
        byte[] first = Attacks.update(TestPdf.unsigned(), pdf -> latestLook(pdf, look(pdf, "q Q")));
        byte[] later = Attacks.update(first, PermittedStylesTests::addFieldWithLook);
        byte[] another = Attacks.update(first, pdf -> latestLook(pdf, look(pdf, "0 0 99 99 re f")));
        assertThat(signedChanges(first, later)).isEmpty();
        assertThat(signedChanges(first, another)).as("a look of no signature").hasSize(1);
    }

    private static List<Finding> signedChanges(byte[] before, byte[] after) throws IOException {
        try (Revision was = Revision.of(after, before.length);
                Revision is = Revision.of(after, after.length)) {
            return RevisionComparison.between(was, is, new Links(after), true);
        }
    }

    /** pyHanko writes a signature's look over the empty one that its field had. */
    @Test
    void acceptsALookWrittenOverTheEmptyOneOfTheSameField() {
        byte[] later = SIGNER.sign(
                Attacks.update(withEmptyLooks(false), PermittedStylesTests::overwriteLook), "sig_2", "Bo", "Öberg");
        ValidationResult result = trusting.validate("p.pdf", later, Locale.ENGLISH);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void catchesALookWrittenOverThatOfAnotherFieldAsWell() {
        byte[] later = SIGNER.sign(
                Attacks.update(withEmptyLooks(true), PermittedStylesTests::overwriteLook), "sig_2", "Bo", "Öberg");
        assertThat(trusting.validate("p.pdf", later, Locale.ENGLISH).verdict()).isEqualTo(Verdict.MODIFIED);
    }

    private static byte[] withEmptyLooks(boolean shared) {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            COSStream empty = look(pdf, "");
            for (int index : List.of(2, 3)) {
                COSDictionary looks = new COSDictionary();
                looks.setItem(COSName.N, shared ? empty : look(pdf, ""));
                looks.setDirect(false);
                field(pdf, index).setItem(COSName.AP, looks);
                touch(field(pdf, index));
            }
        }));
    }

    private static void overwriteLook(PDDocument pdf) throws IOException {
        COSStream look = field(pdf, 2).getCOSDictionary(COSName.AP).getCOSStream(COSName.N);
        write(look, "0 0 99 39 re f");
        touch(look);
    }

    /** OpenPDF's documents may give the form and the pages one dictionary of resources. */
    @Test
    void acceptsResourcesOfASignatureThatThePageSharesButDoesNotCallFor() {
        byte[] later = SIGNER.signWithoutField(Attacks.update(sharedResources(""), PermittedStylesTests::addLook));
        ValidationResult result = trusting.validate("p.pdf", later, Locale.ENGLISH);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void catchesResourcesThatThePageWaitedFor() {
        byte[] later =
                SIGNER.signWithoutField(Attacks.update(sharedResources("/Xnew Do"), PermittedStylesTests::addLook));
        assertThat(trusting.validate("p.pdf", later, Locale.ENGLISH).verdict()).isEqualTo(Verdict.MODIFIED);
    }

    private static byte[] sharedResources(String drawn) {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary page = pdf.getPage(0).getCOSObject();
            COSDictionary resources = new COSDictionary(page.getCOSDictionary(COSName.RESOURCES));
            resources.setDirect(false);
            page.setItem(COSName.RESOURCES, resources);
            COSStream more = pdf.getDocument().createCOSStream();
            write(more, drawn);
            page.setItem(COSName.CONTENTS, new COSArray(List.of(page.getItem(COSName.CONTENTS), more)));
            form(pdf).setItem(COSName.DR, resources);
            touch(page, resources, form(pdf), catalog(pdf));
        }));
    }

    private static void addLook(PDDocument pdf) throws IOException {
        COSDictionary resources = form(pdf).getCOSDictionary(COSName.DR);
        COSDictionary pictures = new COSDictionary();
        pictures.setItem(COSName.getPDFName("Xnew"), look(pdf, "0 0 99 99 re f"));
        resources.setItem(COSName.XOBJECT, pictures);
        touch(resources);
    }

    /** Acrobat and others note the date beside long-term data, and iText its name before the end. */
    @Test
    void acceptsTheDateAndToolBesideValidationData() {
        byte[] archived = Attacks.update(sign(TestPdf.unsigned()), pdf -> {
            COSDictionary dss = new COSDictionary();
            COSStream certificate = pdf.getDocument().createCOSStream();
            write(certificate, "certificate");
            dss.setItem(COSName.getPDFName("Certs"), new COSArray(List.of(certificate)));
            catalog(pdf).setItem(COSName.getPDFName("DSS"), dss);
            pdf.getDocumentInformation().setModificationDate(new GregorianCalendar(2026, 10, 25));
            touch(catalog(pdf), pdf.getDocumentInformation().getCOSObject());
        });
        String text = Attacks.text(archived);
        int end = text.lastIndexOf("startxref");
        byte[] byIText = (text.substring(0, end) + "%iText-Core-9.1.0\n" + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] later : List.of(archived, byIText)) {
            ValidationResult result = trusting.validate("p.pdf", later, Locale.ENGLISH);
            assertThat(result.warnings()).isEmpty();
            assertThat(result.verdict()).isEqualTo(Verdict.VALID);
            assertThat(result.signatures())
                    .extracting(SignatureResult::changesAfter)
                    .containsExactly(ChangesAfter.PERMITTED);
        }
    }

    private static Arguments style(String name, byte[] signed, Attacks.Change change) {
        return Arguments.of(Named.of(name, Attacks.update(signed, change)));
    }

    private static byte[] sign(byte[] prepared) {
        return SIGNER.sign(prepared, "sig_1", "Anna", "Åström");
    }

    private static byte[] untouched() {
        return sign(TestPdf.unsigned());
    }

    private static byte[] withoutXmp() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            catalog(pdf).removeItem(COSName.METADATA);
            touch(catalog(pdf));
        }));
    }

    private static byte[] withoutType() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            field(pdf, 0).removeItem(COSName.TYPE);
            touch(field(pdf, 0));
        }));
    }

    private static byte[] boxAbove() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            pdf.getPages().getCOSObject().setItem(COSName.MEDIA_BOX, PDRectangle.A4);
            pdf.getPage(0).getCOSObject().removeItem(COSName.MEDIA_BOX);
            touch(pdf.getPages().getCOSObject(), pdf.getPage(0).getCOSObject());
        }));
    }

    private static byte[] indirectResources() {
        return sign(Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary page = pdf.getPage(0).getCOSObject();
            COSDictionary resources = new COSDictionary(page.getCOSDictionary(COSName.RESOURCES));
            resources.setDirect(false);
            page.setItem(COSName.RESOURCES, resources);
            touch(page, resources);
        }));
    }

    private static byte[] packet(String properties) {
        return ("<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
                        + " rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" + properties
                        + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void addTaggedField(PDDocument pdf) {
        COSDictionary field = addField(pdf, new PDRectangle(0, 0, 0, 0));
        field.setInt(COSName.STRUCT_PARENT, 0);
        COSDictionary root = catalog(pdf).getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.getPDFName("Obj"), field);
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.S, COSName.getPDFName("Form"));
        element.setItem(COSName.P, root);
        element.setItem(COSName.K, reference);
        root.getCOSArray(COSName.K).add(element);
        COSDictionary parents = root.getCOSDictionary(COSName.PARENT_TREE);
        parents.setItem(COSName.NUMS, new COSArray(List.of(COSInteger.ZERO, element)));
        touch(root, parents, element);
    }

    private static void addFieldWithLook(PDDocument pdf) throws IOException {
        COSDictionary field = addField(pdf, new PDRectangle(300, 100, 100, 40));
        COSStream latest = look(pdf, "0 0 10 10 re f");
        COSDictionary pictures = new COSDictionary();
        pictures.setItem(FRM, latest);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, pictures);
        COSStream normal = look(pdf, "/FRM Do");
        normal.setItem(COSName.RESOURCES, resources);
        COSDictionary looks = new COSDictionary();
        looks.setItem(COSName.N, normal);
        field.setItem(COSName.AP, looks);
        field.setItem(COSName.V, new COSDictionary());
        latestLook(pdf, latest);
    }

    private static void latestLook(PDDocument pdf, COSStream look) {
        COSDictionary resources = form(pdf).getCOSDictionary(COSName.DR);
        COSDictionary pictures = new COSDictionary();
        pictures.setItem(FRM, look);
        resources.setItem(COSName.XOBJECT, pictures);
        touch(form(pdf), resources);
    }

    private static COSStream look(PDDocument pdf, String content) throws IOException {
        COSStream look = pdf.getDocument().createCOSStream();
        look.setItem(COSName.TYPE, COSName.XOBJECT);
        look.setItem(COSName.SUBTYPE, COSName.FORM);
        look.setItem(COSName.BBOX, new PDRectangle(0, 0, 100, 40));
        write(look, content);
        return look;
    }

    private static COSDictionary addField(PDDocument pdf, PDRectangle room) {
        PDPage page = pdf.getPage(0);
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.TYPE, COSName.ANNOT);
        field.setItem(COSName.SUBTYPE, COSName.WIDGET);
        field.setItem(COSName.FT, COSName.SIG);
        field.setString(COSName.T, "ny");
        field.setItem(COSName.RECT, room);
        field.setItem(COSName.P, page);
        field.setDirect(false);
        form(pdf).getCOSArray(COSName.FIELDS).add(field);
        page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(field)));
        touch(form(pdf), page.getCOSObject(), field);
        form(pdf).getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
        return field;
    }

    private static COSDictionary catalog(PDDocument pdf) {
        return pdf.getDocumentCatalog().getCOSObject();
    }

    private static COSDictionary form(PDDocument pdf) {
        return catalog(pdf).getCOSDictionary(COSName.ACRO_FORM);
    }

    private static COSDictionary field(PDDocument pdf, int index) {
        return (COSDictionary) form(pdf).getCOSArray(COSName.FIELDS).getObject(index);
    }

    private static void touch(COSDictionary... dictionaries) {
        for (COSDictionary dictionary : dictionaries) {
            dictionary.setNeedToBeUpdated(true);
        }
    }

    private static void write(COSStream stream, String text) throws IOException {
        try (var out = stream.createOutputStream()) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
