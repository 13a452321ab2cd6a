package se.justera.desk;

import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.document.Letterheads;
import se.justera.document.Typesetter;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;

/** The PDF of minutes as it stands now. */
@Component
public class CurrentPdf {

    private final Typesetter typesetter;
    private final Letterheads letterheads;
    private final Archive archive;

    CurrentPdf(Typesetter typesetter, Letterheads letterheads, Archive archive) {
        this.typesetter = typesetter;
        this.letterheads = letterheads;
        this.archive = archive;
    }

    /**
     * The newest revision of this round once it is sealed; before that, and again after a return or a decline, the draft
     * marked "Utkast".
     */
    public Document of(MinutesView minutes) {
        if (minutes.state() == MinutesState.DRAFT || minutes.state() == MinutesState.REVIEW) {
            return draft(minutes);
        }
        return archive.latest(minutes.id(), minutes.round())
                .map(CurrentPdf::sealed)
                .orElseGet(() -> draft(minutes));
    }

    private Document draft(MinutesView minutes) {
        byte[] pdf = typesetter.draftPdf(
                minutes.draft(), letterheads.of(minutes.tenant()).orElse(null));
        return new Document(pdf, Sha256.of(pdf));
    }

    private static Document sealed(Revision revision) {
        return new Document(revision.pdf(), revision.sha256());
    }

    /** A file and its hash. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, compared by their hash
    public record Document(byte[] pdf, Sha256 sha256) {}
}
