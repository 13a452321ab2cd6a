package se.justera.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.justera.audit.AuditTrail;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesPage;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.notice.NoticeFact.NoticesPosted;
import se.justera.notice.NoticeFact.NoticesTakenDown;

/** The registrar's book: one transaction per verb, with the row of the minutes locked, the audit entry and the fact. */
@Service
@Transactional
class StoredAnnouncements implements Announcements {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final MinuteBook book;
    private final StoredPostings postings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    StoredAnnouncements(
            MinuteBook book, StoredPostings postings, AuditTrail audit, ApplicationEventPublisher facts, Clock clock) {
        this.book = book;
        this.postings = postings;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Announcement of(TenantId tenant, MinutesId id) {
        MinutesView minutes = book.view(tenant, id);
        return of(minutes).orElseThrow(() -> new MinutesRefused.WrongState(minutes.state(), "be announced"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Announcement> of(MinutesId id) {
        return of(book.view(id));
    }

    private Optional<Announcement> of(MinutesView minutes) {
        boolean protocol = minutes.draft().kind() != MinutesKind.NOTES;
        return protocol && minutes.state().isAdjusted() ? Optional.of(postings.read(minutes)) : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Announcement> open(TenantId tenant) {
        return Stream.of(MinutesState.ADJUSTED, MinutesState.ANNOUNCED)
                .flatMap(state -> inState(tenant, state))
                .sorted(Comparator.comparing(Announcement::adjustedOn))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Announcement> current(TenantId tenant) {
        return inState(tenant, MinutesState.ANNOUNCED)
                .filter(announcement -> !announcement.isTakenDown())
                .sorted(Comparator.comparing(Announcement::adjustedOn).reversed())
                .toList();
    }

    private Stream<Announcement> inState(TenantId tenant, MinutesState state) {
        var ids = new ArrayList<MinutesId>();
        MinutesPage lines;
        int page = 0;
        do {
            lines = book.list(tenant, state, null, page++);
            lines.items().forEach(line -> ids.add(line.id()));
        } while (!lines.items().isEmpty() && ids.size() < lines.total());
        return ids.stream().flatMap(id -> of(id).stream());
    }

    @Override
    public Announcement post(
            TenantId tenant, Actor registrar, MinutesId id, @Nullable Long expectedVersion, Vouched posting) {
        Announcement posted = lock(tenant, id, expectedVersion).post(posting, today(), postings.appealTime());
        write(posted, registrar, "notice.posted", posting);
        LocalDate appealUntil = posted.appealUntil();
        if (appealUntil == null) {
            return posted;
        }
        if (posted.minutes().state() == MinutesState.ADJUSTED) {
            book.announce(tenant, registrar, id);
        }
        facts.publishEvent(new NoticesPosted(tenant, id, appealUntil));
        return of(tenant, id);
    }

    @Override
    public Announcement takeDown(
            TenantId tenant, Actor registrar, MinutesId id, @Nullable Long expectedVersion, Vouched removal) {
        Announcement before = lock(tenant, id, expectedVersion);
        if (before.isTakenDown()) {
            throw new MinutesRefused.AlreadyDone("taking the notice down");
        }
        Announcement after = before.takeDown(removal, today(), postings.appealTime());
        write(after, registrar, "notice.takenDown", removal);
        if (after.isTakenDown()) {
            facts.publishEvent(new NoticesTakenDown(tenant, id));
        }
        return after;
    }

    @Override
    public LocalDate today() {
        return clock.instant().atZone(STOCKHOLM).toLocalDate();
    }

    private Announcement lock(TenantId tenant, MinutesId id, @Nullable Long expectedVersion) {
        book.view(tenant, id);
        book.awaitOthers(id);
        Announcement announcement = of(tenant, id);
        if (expectedVersion != null && expectedVersion != announcement.version()) {
            throw new MinutesRefused.Stale(expectedVersion, announcement.version());
        }
        return announcement;
    }

    private void write(Announcement changed, Actor registrar, String type, Vouched what) {
        postings.write(changed);
        String name = changed.postings().stream()
                .filter(posting -> posting.board().equals(what.board()))
                .map(Posting::name)
                .findFirst()
                .orElse("");
        MinutesView minutes = changed.minutes();
        audit.record(
                minutes.tenant(),
                minutes.id(),
                registrar,
                type,
                Map.of("board", name, "day", what.day().toString()));
    }
}
