package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

class SignatureFieldsTests {

    private static final float MILLIMETRE = 72 / 25.4f;

    private final ArchiveTypesetter typesetter = new ArchiveTypesetter(Clock.systemUTC());

    @Test
    void hasAnEmptyLabelledFieldPerPersonAndThoseForSealAndTimestamps() {
        PdfReader.read(sealable(Drafts.read("board")), document -> {
            List<PDSignatureField> fields = fields(document);
            assertThat(fields)
                    .extracting(PDSignatureField::getPartialName)
                    .containsExactly(
                            "sig_1", "sig_2", "sig_3", "seal", "ts_1", "ts_2", "ts_3", "ts_4", "ts_5", "ts_6", "ts_7",
                            "ts_8");
            assertThat(fields).allMatch(field -> field.getSignature() == null);
            assertThat(fields.get(0).getAlternateFieldName())
                    .isEqualTo("Underskrift: Tobias Forsgård, Vid protokollet");
            assertThat(fields.get(2).getAlternateFieldName()).isEqualTo("Underskrift: Håkan Öhrnell, Justerare");
        });
    }

    @Test
    void reservesRoomOnTheSignaturePageThatNoTextTouches() {
        for (String draft : List.of("board", "committee", "notes", "every-element", "deliberation")) {
            PdfReader.read(sealable(Drafts.read(draft)), document -> {
                for (PDSignatureField field : fields(document)) {
                    if (field.getPartialName().startsWith("sig_")) {
                        checkRoom(field.getWidgets().get(0));
                    }
                }
            });
        }
    }

    @Test
    void hidesTheFieldsForSealAndTimestamps() {
        PdfReader.read(sealable(Drafts.read("notes")), document -> {
            for (PDSignatureField field : fields(document)) {
                PDAnnotationWidget widget = field.getWidgets().get(0);
                boolean shown = field.getPartialName().startsWith("sig_");
                assertThat(widget.getRectangle().getWidth() > 0).isEqualTo(shown);
                assertThat(widget.getCOSObject().getInt(COSName.STRUCT_PARENT)).isPositive();
                boolean resources = widget.getNormalAppearanceStream().getResources() != null;
                assertThat(resources).isEqualTo(!field.getPartialName().startsWith("ts_"));
            }
        });
    }

    @Test
    void putsTheParentTreeBeforeTheKidsSoThatDssSeesNoUndefinedChange() {
        PdfReader.read(sealable(Drafts.read("notes")), document -> {
            var keys = new ArrayList<>(document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getCOSObject()
                    .keySet());
            assertThat(keys.indexOf(COSName.PARENT_TREE)).isBetween(0, keys.indexOf(COSName.K));
        });
    }

    @Test
    void givesFifteenPeopleRoomOnSeveralPages() {
        Draft draft = Drafts.read("board")
                .withSignatories(IntStream.rangeClosed(1, 15)
                        .mapToObj(n -> new Signatory("Person " + n, SignatoryRole.ADJUSTER, null, null))
                        .toList());
        byte[] pdf = sealable(draft);
        PdfReader.read(pdf, document -> {
            List<PDSignatureField> signers = fields(document).subList(0, 15);
            signers.forEach(field -> checkRoom(field.getWidgets().get(0)));
            List<Integer> pages = signers.stream()
                    .map(field -> document.getPages()
                            .indexOf(field.getWidgets().get(0).getPage()))
                    .toList();
            assertThat(pages).isSorted();
            assertThat(pages.get(14)).isGreaterThan(pages.get(0));
        });
        assertThat(Conformance.faults(pdf)).isEmpty();
    }

    @Test
    void letsAPersonInTwoRolesSignOnce() {
        Draft draft = Drafts.read("board")
                .withSignatories(List.of(
                        new Signatory("Anna Å", SignatoryRole.SECRETARY, null, null),
                        new Signatory("Bo B", SignatoryRole.CHAIR, null, null),
                        new Signatory("Anna Å ", SignatoryRole.ADJUSTER, "ekonom", null)));
        assertThat(SignatureSpace.allOf(draft))
                .containsExactly(
                        new SignatureSpace("sig_1", "Anna Å", List.of("Vid protokollet", "Justerare"), "ekonom"),
                        new SignatureSpace("sig_2", "Bo B", List.of("Ordförande"), null));
    }

    @Test
    void saysWhoGetsALinkWhereverTheBoxesStand() {
        assertThat(draftSignedBy(1, "LAST")).contains("personen ovan får en länk");
        assertThat(draftSignedBy(2, "LAST")).contains("personerna ovan får var sin länk");
        assertThat(draftSignedBy(1, "FIRST")).contains("den som ska underteckna får en länk");
        assertThat(draftSignedBy(2, "FIRST")).contains("de som ska underteckna får var sin länk");
    }

    private String draftSignedBy(int people, String place) {
        String signatories = "{\"name\": \"Bo B\"}" + ", {\"name\": \"Anna Å\"}".repeat(people - 1);
        return PdfReader.text(typesetter.draftPdf(Drafts.parse(
                "{\"signatories\": [" + signatories + "], \"layout\": {\"signatures\": \"" + place + "\"}}")));
    }

    @Test
    void refusesTwoSpacesWithTheSameField() {
        var space = new SignatureSpace("sig_1", "Anna Å", List.of(), null);
        var order = Drafts.order(Drafts.read("notes"));
        assertThatThrownBy(() -> new DocumentOrder(
                        order.draft(), List.of(space, space), "code", order.verificationAddress(), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] sealable(Draft draft) {
        return typesetter.sealablePdf(Drafts.order(draft));
    }

    private static List<PDSignatureField> fields(PDDocument document) {
        return document.getDocumentCatalog().getAcroForm(null).getFields().stream()
                .map(PDSignatureField.class::cast)
                .toList();
    }

    private static void checkRoom(PDAnnotationWidget widget) {
        PDRectangle room = widget.getRectangle();
        PDRectangle paper = widget.getPage().getMediaBox();
        // the printed box with its rule: 77 by 22 mm, or 50.5 by 26 where three stand in a row
        boolean three = room.getWidth() / MILLIMETRE < 60;
        assertThat(room.getWidth() / MILLIMETRE).isCloseTo(three ? 50.7f : 77.2f, within(0.3f));
        assertThat(room.getHeight() / MILLIMETRE).isCloseTo(three ? 26.2f : 22.2f, within(0.3f));
        assertThat(room.getLowerLeftX() / MILLIMETRE).isGreaterThanOrEqualTo(24.5f);
        assertThat((paper.getWidth() - room.getUpperRightX()) / MILLIMETRE).isGreaterThanOrEqualTo(24.5f);
        assertThat(room.getLowerLeftY() / MILLIMETRE).isGreaterThan(30f);
        assertThat(textIn(widget, 0)).isBlank();
        assertThat(textIn(widget, 8 * MILLIMETRE)).isNotBlank();
    }

    private static String textIn(PDAnnotationWidget widget, float around) {
        try {
            PDRectangle room = widget.getRectangle();
            float top = widget.getPage().getMediaBox().getHeight() - room.getUpperRightY();
            var area = new PDFTextStripperByArea();
            area.addRegion(
                    "room",
                    new Rectangle2D.Float(
                            room.getLowerLeftX(), top - around, room.getWidth(), room.getHeight() + 2 * around));
            area.extractRegions(widget.getPage());
            return area.getTextForRegion("room");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
