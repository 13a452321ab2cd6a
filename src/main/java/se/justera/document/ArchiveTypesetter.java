package se.justera.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.justera.document.Press.Proof;
import se.justera.document.extract.ItemTree;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftSize;

/**
 * Sets minutes as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), and as HTML. Needs no Spring; one instance serves
 * all threads.
 */
@Service
public final class ArchiveTypesetter implements Typesetter {

    /** PDFBox reads a stream of objects whole for each one in it; so few make reading half as dear, and the file no larger. */
    private static final int OBJECTS_A_STREAM = 50;

    private static final String SIGNATURES = "signatures";
    private static final Pattern SIGNATURE_BOXES = Pattern.compile("^sigbox-\\d+$|^" + SIGNATURES + "$");

    private final Clock clock;
    private final Fonts fonts = new Fonts();
    private final Press press = new Press(fonts);
    private final PrintableText printable = PrintableText.with(fonts);
    private final EmbeddedMinutes embedded = new EmbeddedMinutes();
    private final EmbeddedProofs proofs = new EmbeddedProofs();
    private final Labels labels = Labels.in(Labels.SWEDISH);
    private final String css = css();

    /** @param clock tells the dates written into the files */
    public ArchiveTypesetter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public byte[] draftPdf(Draft draft, @Nullable Letterhead letterhead) {
        DraftSize.check(draft);
        try (Proof proof = proof(Sheet.draft(draft, letterhead))) {
            Finishing.of(proof, clock.instant()).asDraft(labels);
            embedded.embed(draft, proof.document(), clock.instant());
            return save(proof);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] sealablePdf(DocumentOrder order) {
        try (Proof proof = proof(Sheet.toBeSealed(order))) {
            Finishing.of(proof, clock.instant()).forSigning(order.spaces(), labels);
            embedded.embed(order.draft(), proof.document(), clock.instant());
            if (!order.salts().isEmpty()) {
                ItemTree tree = ItemTree.over(order.draft(), order.salts());
                proofs.embed(tree, proof.document(), clock.instant());
            }
            return save(proof);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cover that took two pages is none: then the matters follow the signatures on the page where those stand. */
    private Proof proof(Sheet sheet) throws IOException {
        Cover from = Cover.AMPLE;
        while (true) {
            PageText.Xhtml text = PageText.of(sheet, printable, css, from);
            Proof proof = press.print(text, SIGNATURE_BOXES);
            if (text.cover() == Cover.NONE || signaturesStandOnTheFirstPage(proof)) {
                return proof;
            }
            proof.close();
            from = text.cover().next();
        }
    }

    private static boolean signaturesStandOnTheFirstPage(Proof proof) {
        return proof.boxes().stream().noneMatch(box -> box.id().equals(SIGNATURES) && box.page() > 0);
    }

    @Override
    public String html(Draft draft, Locale locale) {
        return HtmlFragment.of(draft, locale);
    }

    private static byte[] save(Proof proof) throws IOException {
        var out = new ByteArrayOutputStream(96 * 1024);
        proof.document().save(out, new CompressParameters(OBJECTS_A_STREAM));
        return out.toByteArray();
    }

    static String css() {
        return css("/document/page.css");
    }

    static String css(String resource) {
        try (InputStream in = ArchiveTypesetter.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
