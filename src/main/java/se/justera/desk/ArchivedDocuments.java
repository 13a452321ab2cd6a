package se.justera.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.archive.Archive;
import se.justera.archive.RevisionPlace;
import se.justera.association.Associations;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.AdjustedDocument.Adjuster;
import se.justera.validation.AdjustedDocument.Board;
import se.justera.validation.AdjustedDocument.Notice;
import se.justera.validation.AdjustedDocument.Office;
import se.justera.validation.AdjustedDocument.Timeliness;
import se.justera.validation.OwnDocuments;
import se.justera.validation.TextMarks;

/** Our own archive as validations see it: of every association, but only what is adjusted and so public (TF 2:10). */
@Component
class ArchivedDocuments implements OwnDocuments {

    private static final int DAYS = 14;

    private final Archive archive;
    private final MinuteBook book;
    private final Associations associations;
    private final PublicAddress address;
    private final Announcements announcements;
    private final MarkedTexts texts;

    ArchivedDocuments(
            Archive archive,
            MinuteBook book,
            Associations associations,
            PublicAddress address,
            Announcements announcements,
            MarkedTexts texts) {
        this.archive = archive;
        this.book = book;
        this.associations = associations;
        this.address = address;
        this.announcements = announcements;
        this.texts = texts;
    }

    /** Announced or done: whoever has the text of such minutes has nothing that was not published. */
    static boolean isPublished(MinutesView minutes) {
        return minutes.state() == MinutesState.ANNOUNCED || minutes.state() == MinutesState.FINAL;
    }

    @Override
    public Optional<StoredRevision> revisionWith(Sha256 sha256) {
        return archive.placeOf(sha256).flatMap(this::revision);
    }

    @Override
    public Optional<AdjustedDocument> insteadOf(Sha256 sha256) {
        return archive.placeOf(sha256).flatMap(this::laterRound);
    }

    private Optional<AdjustedDocument> laterRound(RevisionPlace place) {
        MinutesView minutes = book.view(place.minutes());
        return minutes.round() == place.round()
                ? Optional.empty()
                : adjusted(minutes, archive.hashes(minutes.id(), minutes.round()));
    }

    /** A round that came to nothing is not adjusted, whatever became of the minutes. */
    private Optional<StoredRevision> revision(RevisionPlace place) {
        MinutesView minutes = book.view(place.minutes());
        if (minutes.round() != place.round()) {
            return Optional.empty();
        }
        List<Sha256> hashes = archive.hashes(place.minutes(), place.round());
        return adjusted(minutes, hashes)
                .map(document -> new StoredRevision(document, place.number(), hashes.size() - 1));
    }

    @Override
    public Optional<AdjustedDocument> withCode(String claimedCode) {
        return book.adjustedWithCode(claimedCode)
                .flatMap(minutes -> adjusted(minutes, archive.hashes(minutes.id(), minutes.round())));
    }

    @Override
    public boolean knowTexts() {
        return texts.any();
    }

    @Override
    public Optional<AdjustedDocument> withText(TextMarks text) {
        return texts.in(text).stream()
                .map(book::view)
                .filter(ArchivedDocuments::isPublished)
                .flatMap(minutes -> adjusted(minutes, archive.hashes(minutes.id(), minutes.round())).stream())
                .findFirst();
    }

    private Optional<AdjustedDocument> adjusted(MinutesView minutes, List<Sha256> hashes) {
        LocalDate adjustedOn = minutes.adjustedOn();
        if (!minutes.state().isAdjusted() || adjustedOn == null || hashes.isEmpty()) {
            return Optional.empty();
        }
        LocalDate meeting = meetingDate(minutes.draft());
        return Optional.of(new AdjustedDocument(
                associations.find(minutes.tenant()).name(),
                MinutesTitle.of(minutes.draft()),
                meeting,
                adjustedOn,
                timeliness(minutes.draft(), meeting, adjustedOn),
                book.participants(minutes.id()).stream()
                        .filter(Participant::signs)
                        .map(ArchivedDocuments::adjuster)
                        .toList(),
                minutes.verificationCode(),
                hashes.get(hashes.size() - 1),
                address.of("/validate"),
                announcements.of(minutes.id()).map(ArchivedDocuments::notice).orElse(null)));
    }

    private static @Nullable LocalDate meetingDate(Draft draft) {
        return draft.meeting() == null ? null : draft.meeting().date();
    }

    private static Timeliness timeliness(Draft draft, @Nullable LocalDate meeting, LocalDate adjustedOn) {
        if (meeting == null || draft.kind() != Draft.MinutesKind.PROTOCOL) {
            return Timeliness.NOT_ASKED;
        }
        return adjustedOn.isAfter(meeting.plusDays(DAYS)) ? Timeliness.LATE : Timeliness.IN_TIME;
    }

    private static Notice notice(Announcement announcement) {
        return new Notice(
                announcement.latestPosting(),
                announcement.postings().stream()
                        .map(posting -> new Board(posting.name(), posting.postedOn(), posting.takenDownOn()))
                        .toList(),
                announcement.appealUntil(),
                announcement.inForceFrom());
    }

    private static Adjuster adjuster(Participant person) {
        List<Office> offices =
                person.roles().stream().map(role -> Office.valueOf(role.name())).toList();
        return new Adjuster(person.name(), offices, person.signedAt());
    }
}
