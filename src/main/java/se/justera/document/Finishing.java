package se.justera.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import se.justera.document.Press.Proof;

/** What is done to the laid-out pages before the first save. */
final class Finishing {

    private static final Pattern XMP_DATES = Pattern.compile("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(</)");

    private final Proof proof;
    private final Instant at;
    private final Order order;
    private final Tags tags;

    /** In what order the text is written. */
    private enum Order {
        /** As the layout wrote it. */
        LAYOUT,
        /** As it is read. */
        TEXT,
        /** As it is read, with the foot of each page last. */
        PAGE,
        /** So, and without the layout's marks around nothing. */
        BARE
    }

    private Finishing(Proof proof, Instant at, Order order) {
        this.proof = proof;
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
        this.order = order;
        this.tags = new Tags(proof.document());
    }

    static Finishing of(Proof proof, Instant at) {
        return new Finishing(proof, at, Order.BARE);
    }

    /** Of an extract, as those that were handed out: the first ones with their text as the layout wrote it. */
    static Finishing of(Proof proof, Instant at, ExtractLayout layout) {
        Order former = layout.inReadingOrder() ? Order.TEXT : Order.LAYOUT;
        return new Finishing(proof, at, layout.format() == 1 ? former : Order.PAGE);
    }

    /** For a draft: a word across every page. */
    void asDraft(Labels labels) throws IOException {
        mend(labels);
        new Watermark(proof).print(labels.of("draft"));
        tags.parentTreeFirst();
    }

    /** For a report: neither a word across it nor fields. */
    void asReport(Labels labels) throws IOException {
        mend(labels);
        tags.parentTreeFirst();
    }

    /** For a document that is to be signed: its empty fields. */
    void forSigning(List<SignatureSpace> spaces, Labels labels) throws IOException {
        mend(labels);
        new Forms(proof, tags).add(spaces, labels);
        tags.parentTreeFirst();
    }

    private void mend(Labels labels) throws IOException {
        new TagRepair(tags).mend(proof.footnoteMarks(), labels);
        switch (order) {
            case LAYOUT -> {}
            case TEXT -> new ReadingOrder(tags).bringTextOnly(proof.document());
            case PAGE -> new ReadingOrder(tags).bring(proof.document());
            case BARE -> new ReadingOrder(tags).bringBare(proof.document());
        }
        date(proof.document());
    }

    /** The layout takes the machine's time; the document information and the XMP packet must say the same. */
    private void date(PDDocument document) throws IOException {
        var time = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(time);
        document.getDocumentInformation().setModificationDate(time);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = XMP_DATES.matcher(xmp).replaceAll("$1" + at + "$2");
        byte[] bytes = dated.getBytes(StandardCharsets.UTF_8);
        document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(bytes)));
    }
}
