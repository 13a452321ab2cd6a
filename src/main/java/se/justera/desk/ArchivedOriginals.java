package se.justera.desk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.document.extract.Extract;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.validation.KnownExtracts;

/**
 * Our own archive as the place where the originals of extracts are. Whoever asks learns only whether the extract they
 * hold is right.
 */
@Component
class ArchivedOriginals implements KnownExtracts {

    private final Archive archive;
    private final MinuteBook book;

    ArchivedOriginals(Archive archive, MinuteBook book) {
        this.archive = archive;
        this.book = book;
    }

    @Override
    public Optional<Original> originalOf(Extract claimedExtract) {
        return archive.sealedAs(claimedExtract.original().sealedSha256()).map(this::original);
    }

    private Original original(Revision sealed) {
        MinutesView minutes = book.view(sealed.minutes());
        boolean superseded =
                minutes.round() != sealed.round() || !minutes.state().isAdjusted();
        byte[] newest =
                archive.latest(sealed.minutes(), sealed.round()).orElse(sealed).pdf();
        return new Original(newest, superseded);
    }
}
