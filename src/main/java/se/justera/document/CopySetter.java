package se.justera.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.justera.document.Press.Proof;
import se.justera.document.extract.Extract;
import se.justera.minutes.Draft;

/**
 * Sets what is made out of signed minutes for others to read, as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1):
 * extracts, and copies for publication. Needs no Spring; one instance serves all threads.
 */
@Component
public final class CopySetter {

    private static final Pattern NO_BOXES = Pattern.compile("^$");

    private final Clock clock;
    private final Fonts fonts = new Fonts();
    private final Press press = new Press(fonts);
    private final Press extractPress = new Press(fonts, TiedWords::ofExtracts, true);
    private final Press tiedPress = new Press(fonts, TiedWords::ofExtracts, false);
    private final Press formerPress = new Press(fonts, null, false);
    private final PrintableText printable = PrintableText.with(fonts);
    private final Labels labels = Labels.in(Labels.SWEDISH);
    private final String css = ArchiveTypesetter.css();

    /** @param clock tells the dates written into the files */
    public CopySetter(Clock clock) {
        this.clock = clock;
    }

    /**
     * An extract with its data embedded as {@code extract.json} (AFRelationship Source), ready to be sealed: its only
     * fields are the seal's and the time-stamps'. The pages say nothing that is not in the extract.
     *
     * @throws se.justera.minutes.BadDraft if a matter in it is not of the published shape
     */
    public byte[] extractPdf(Extract extract) {
        return extractPdf(extract, ExtractLayout.newest(extract.number()));
    }

    /** The extract in another layout than today's. */
    byte[] extractPdf(Extract extract, ExtractLayout layout) {
        Instant now = clock.instant();
        var copy = new ExtractCopy(extract);
        Press tied = layout.evenTops() ? extractPress : tiedPress;
        Press chosen = layout.tied() ? tied : formerPress;
        try (Proof proof = proof(chosen, copy.draft(labels), copy, layout.css())) {
            Finishing.of(proof, now, layout).forSigning(List.of(), labels);
            new EmbeddedProofs().embed(extract, proof.document(), now);
            return save(proof);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy without personal numbers and mail addresses, with the draft as cleaned embedded, and no fields. */
    public byte[] publicationPdf(PublicationOrder order) {
        Instant now = clock.instant();
        PublicationOrder cleaned = order.cleaned();
        Draft draft = cleaned.draft();
        try (Proof proof = proof(press, draft, new PublicationCopy(cleaned), css)) {
            Finishing.of(proof, now).asReport(labels);
            new EmbeddedMinutes().embed(draft, proof.document(), now);
            return save(proof);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Proof proof(Press press, Draft draft, Copy copy, String css) throws IOException {
        return press.print(PageText.of(Sheet.copied(draft, copy), printable, css), NO_BOXES);
    }

    private static byte[] save(Proof proof) throws IOException {
        var out = new ByteArrayOutputStream(96 * 1024);
        proof.document().save(out);
        return out.toByteArray();
    }
}
