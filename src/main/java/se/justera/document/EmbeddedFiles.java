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
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/** JSON files inside a PDF, each an associated file of the whole document (ISO 19005-3, 6.8). */
final class EmbeddedFiles {

    /** More than any file of ours has. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int DEEPEST_TREE = 8;
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");

    private final PDDocument document;

    EmbeddedFiles(PDDocument document) {
        this.document = document;
    }

    /** @param relationship to the document, e.g. Source or Supplement */
    void add(String name, String relationship, String description, byte[] json, Instant at) throws IOException {
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription(description);
        PDEmbeddedFile file = file(json, at);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", relationship);
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        Map<String, PDComplexFileSpecification> files = new TreeMap<>(present(names));
        files.put(name, specification);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        associate(specification);
    }

    private void associate(PDComplexFileSpecification specification) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        COSArray associated = catalog.getCOSArray(ASSOCIATED);
        if (associated == null) {
            associated = new COSArray();
            catalog.setItem(ASSOCIATED, associated);
        }
        associated.add(specification);
    }

    private static Map<String, PDComplexFileSpecification> present(PDDocumentNameDictionary names) throws IOException {
        PDEmbeddedFilesNameTreeNode tree = names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> files = tree == null ? null : tree.getNames();
        return files == null ? Map.of() : files;
    }

    private PDEmbeddedFile file(byte[] json, Instant at) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(json.length);
        var time = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        file.setCreationDate(time);
        file.setModDate(time);
        return file;
    }

    /**
     * The content of an embedded file of this name; empty if there is none.
     *
     * @throws UnreadableMinutes if it is larger than {@link #MOST_BYTES}
     */
    Optional<byte[]> read(String name) throws IOException {
        var names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        PDEmbeddedFile file = tree == null ? null : find(name, tree, 0);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = file.createInputStream()) {
            byte[] data = in.readNBytes(MOST_BYTES + 1);
            if (data.length > MOST_BYTES) {
                throw new UnreadableMinutes("the data inside the PDF is larger than 10 MiB", null);
            }
            return Optional.of(data);
        }
    }

    private static @Nullable PDEmbeddedFile find(
            String name, PDNameTreeNode<PDComplexFileSpecification> node, int depth) throws IOException {
        Map<String, PDComplexFileSpecification> files = node.getNames();
        if (files != null && files.get(name) != null) {
            var specification = files.get(name);
            PDEmbeddedFile unicode = specification.getEmbeddedFileUnicode();
            return unicode == null ? specification.getEmbeddedFile() : unicode;
        }
        List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
        if (kids == null || depth == DEEPEST_TREE) {
            return null;
        }
        for (var kid : kids) {
            PDEmbeddedFile found = find(name, kid, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
