package se.justera.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import se.justera.document.extract.Extract;
import se.justera.document.extract.ExtractJson;
import se.justera.document.extract.ItemTree;

/**
 * What lets single matters be proved, inside PDFs: the tree over all matters in signed minutes ({@code items.json}), and
 * the chosen matters with their paths in an extract ({@code extract.json}).
 */
public final class EmbeddedProofs {

    static final String TREE = "items.json";
    static final String EXTRACT = "extract.json";

    /** The tree inside a signed PDF of ours; empty if there is none. Never throws for what is in the bytes. */
    public Optional<ItemTree> tree(byte[] uploadedPdf) {
        return read(uploadedPdf, TREE, ExtractJson::tree);
    }

    /** The extract inside a PDF, unproved; empty if there is none. Never throws for what is in the bytes. */
    public Optional<Extract> extract(byte[] uploadedPdf) {
        return read(uploadedPdf, EXTRACT, ExtractJson::extract);
    }

    /**
     * True if the PDF claims to be an extract, whether or not the claim can be read; other people's files may happen to
     * have an attachment of the same name.
     */
    public boolean claimsToBeExtract(byte[] uploadedPdf) {
        return read(uploadedPdf, EXTRACT, Optional::of)
                .filter(json -> new String(json, StandardCharsets.UTF_8).contains(Extract.FORMATS))
                .isPresent();
    }

    void embed(ItemTree tree, PDDocument document, Instant at) throws IOException {
        new EmbeddedFiles(document)
                .add(TREE, "Supplement", "Hashträd över paragraferna, för utdrag", ExtractJson.write(tree), at);
    }

    void embed(Extract extract, PDDocument document, Instant at) throws IOException {
        new EmbeddedFiles(document)
                .add(EXTRACT, "Source", "Utdragets paragrafer och deras bevis", ExtractJson.write(extract), at);
    }

    private static <T> Optional<T> read(byte[] pdf, String name, Function<byte[], Optional<T>> parse) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new EmbeddedFiles(document).read(name).flatMap(parse);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
