package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;

class EmbeddedMinutesTests {

    private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    private final EmbeddedMinutes embedded = new EmbeddedMinutes();
    private final ArchiveTypesetter typesetter = new ArchiveTypesetter(Clock.fixed(NOON, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"board", "committee", "notes", "every-element", "deliberation"})
    void givesTheDraftBackWithoutMailAddresses(String name) {
        Draft draft = Drafts.read(name);
        byte[] pdf = typesetter.sealablePdf(Drafts.order(draft));
        assertThat(embedded.read(pdf)).contains(draft.withoutAddresses());
    }

    @Test
    void isTheSourceOfTheDocumentAndHasTypeSizeAndDate() {
        byte[] pdf = typesetter.sealablePdf(Drafts.order(Drafts.read("notes")));
        PdfReader.read(pdf, document -> {
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            var specification = (COSDictionary) associated.getObject(0);
            assertThat(specification.getNameAsString("AFRelationship")).isEqualTo("Source");
            PDEmbeddedFile file = new PDComplexFileSpecification(specification).getEmbeddedFileUnicode();
            assertThat(file.getSubtype()).isEqualTo("application/json");
            try {
                assertThat(file.getModDate().toInstant()).isEqualTo(NOON);
                assertThat(file.toByteArray()).hasSize(file.getSize());
                assertThat(new String(file.toByteArray(), StandardCharsets.UTF_8))
                        .contains("Helena Kårvik")
                        .doesNotContain("@vastraasen.example");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void keepsWhatTheFontCannotShow() {
        Draft draft = Drafts.parse("{\"body\":\"glad \uD83D\uDE00 שלום\"}");
        assertThat(embedded.read(typesetter.sealablePdf(Drafts.order(draft)))).contains(draft);
    }

    @Test
    void findsNothingInTheFilesOfOthers() {
        assertThat(embedded.read(pdfWith("other.json", "{}".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"items\":[null]}",
                "{\"kind\":\"OTHER\"}",
                "{\"meeting\":{\"date\":\"x\"}}"
            })
    void refusesDataThatIsNoDraft(String json) {
        byte[] pdf = pdfWith("minutes.json", json.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> embedded.read(pdf)).isInstanceOf(UnreadableMinutes.class);
    }

    @Test
    void refusesABombWithoutUnpackingIt() {
        byte[] zeros = new byte[60_000_000];
        Arrays.fill(zeros, (byte) ' ');
        byte[] pdf = pdfWith("minutes.json", zeros);
        assertThat(pdf).hasSizeLessThan(1_000_000);
        assertThatThrownBy(() -> embedded.read(pdf))
                .isInstanceOf(UnreadableMinutes.class)
                .hasMessageContaining("10 MiB");
    }

    @Test
    void refusesDataNestedTooDeep() {
        String deep = "{\"items\":".repeat(2_000);
        byte[] pdf = pdfWith("minutes.json", deep.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> embedded.read(pdf)).isInstanceOf(UnreadableMinutes.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no pdf at all", "%PDF-1.7\n%%EOF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>"})
    void refusesWhatIsNoPdf(String bytes) {
        assertThatThrownBy(() -> embedded.read(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableMinutes.class);
    }

    @Test
    void survivesAFileCutAnywhere() {
        byte[] pdf = typesetter.sealablePdf(Drafts.order(Drafts.read("notes")));
        for (int length = 0; length < pdf.length; length += pdf.length / 40) {
            byte[] cut = Arrays.copyOf(pdf, length);
            try {
                embedded.read(cut);
            } catch (UnreadableMinutes expected) {
                assertThat(expected).hasMessageContaining("PDF");
            }
        }
    }

    private static byte[] pdfWith(String name, byte[] data) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var file = new PDEmbeddedFile(document, new ByteArrayInputStream(data), COSName.FLATE_DECODE);
            var specification = new PDComplexFileSpecification();
            specification.setFile(name);
            specification.setEmbeddedFile(file);
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(name, specification));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
