package se.justera.desk;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.validation.TextMarks;

/** Marks the texts of minutes once they are published, so that copies are recognised whose code was cut off. */
@Component
class TextMarking {

    private static final Logger LOG = LoggerFactory.getLogger(TextMarking.class);

    private final MinuteBook book;
    private final Archive archive;
    private final MarkedTexts texts;

    TextMarking(MinuteBook book, Archive archive, MarkedTexts texts) {
        this.book = book;
        this.archive = archive;
        this.texts = texts;
    }

    /** Also those that were published before there was this. Safe on several nodes at once. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT5M")
    void round() {
        Set<MinutesId> marked = texts.marked();
        book.closed().stream()
                .filter(id -> !marked.contains(id))
                .map(book::view)
                .forEach(this::mark);
    }

    private void mark(MinutesView minutes) {
        if (ArchivedDocuments.isPublished(minutes)) {
            archive.latest(minutes.id(), minutes.round()).ifPresent(revision -> {
                try {
                    texts.mark(minutes.id(), TextMarks.of(revision.pdf()));
                } catch (DuplicateKeyException e) {
                    LOG.debug("another node was first", e);
                }
            });
        }
    }
}
