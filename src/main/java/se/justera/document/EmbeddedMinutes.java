package se.justera.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The minutes as data inside the PDF that shows them: {@code minutes.json}, an associated file with the relationship
 * Source (ISO 19005-3, 6.8), so that the signatures cover the data too.
 */
public final class EmbeddedMinutes {

    static final String FILE_NAME = "minutes.json";

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int DEEPEST_TREE = 8;

    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * The draft inside a PDF of ours; empty if there is none.
     *
     * @throws UnreadableMinutes if the bytes are no PDF that can be opened without a password, or the data in it is
     *     larger than 5 MiB or no draft
     */
    public Optional<Draft> read(byte[] uploadedPdf) {
        try (PDDocument document = Loader.loadPDF(uploadedPdf)) {
            PDEmbeddedFile file = find(document);
            return file == null ? Optional.empty() : Optional.of(parse(file));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof UnreadableMinutes unreadable) {
                throw unreadable;
            }
            throw new UnreadableMinutes("the file is no PDF that can be opened", e);
        }
    }

    /** Embeds a draft without its mail addresses. */
    void embed(Draft draft, PDDocument document, Instant at) throws IOException {
        byte[] data = json.writeValueAsBytes(draft.withoutAddresses());
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(data), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(data.length);
        var time = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        file.setCreationDate(time);
        file.setModDate(time);
        var specification = new PDComplexFileSpecification();
        specification.setFile(FILE_NAME);
        specification.setFileUnicode(FILE_NAME);
        specification.setFileDescription("Dokumentets innehåll som data");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Source");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(FILE_NAME, specification));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        var associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private Draft parse(PDEmbeddedFile file) throws IOException {
        byte[] data;
        try (InputStream in = file.createInputStream()) {
            data = in.readNBytes(MOST_BYTES + 1);
        }
        if (data.length > MOST_BYTES) {
            throw new UnreadableMinutes("the data inside the PDF is larger than 5 MiB", null);
        }
        try {
            Draft draft = json.readValue(data, Draft.class);
            if (draft == null) {
                throw new UnreadableMinutes("the data inside the PDF is no draft", null);
            }
            return draft;
        } catch (JacksonException | NullPointerException e) {
            throw new UnreadableMinutes("the data inside the PDF is no draft", e);
        }
    }

    private static @Nullable PDEmbeddedFile find(PDDocument document) throws IOException {
        var names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        return tree == null ? null : find(tree, 0);
    }

    private static @Nullable PDEmbeddedFile find(PDNameTreeNode<PDComplexFileSpecification> node, int depth)
            throws IOException {
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null && names.get(FILE_NAME) != null) {
            var specification = names.get(FILE_NAME);
            PDEmbeddedFile unicode = specification.getEmbeddedFileUnicode();
            return unicode == null ? specification.getEmbeddedFile() : unicode;
        }
        List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
        if (kids == null || depth == DEEPEST_TREE) {
            return null;
        }
        for (var kid : kids) {
            PDEmbeddedFile found = find(kid, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
