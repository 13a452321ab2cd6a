package se.justera.desk.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.justera.access.CurrentStaff;
import se.justera.access.Role;
import se.justera.association.Associations;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.desk.KeptProof;
import se.justera.intake.Preflight;
import se.justera.intake.Remark;
import se.justera.kernel.MinutesId;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.minutes.SignatoryView;
import se.justera.notice.NoticeText;
import se.justera.process.Adjustments;
import se.justera.process.ProcessStanding;

/** Gathers all that the page about one meeting's minutes shows. */
@Component
class MinutesOverview {

    private final MinuteBook book;
    private final Preflight preflight;
    private final Associations associations;
    private final Adjustments adjustments;
    private final AuditTrail trail;
    private final KeptProof proof;
    private final NoticeText notices;
    private final StockholmTime times;

    MinutesOverview(
            MinuteBook book,
            Preflight preflight,
            Associations associations,
            Adjustments adjustments,
            AuditTrail trail,
            KeptProof proof,
            NoticeText notices,
            StockholmTime times) {
        this.book = book;
        this.preflight = preflight;
        this.associations = associations;
        this.adjustments = adjustments;
        this.trail = trail;
        this.proof = proof;
        this.notices = notices;
        this.times = times;
    }

    Map<String, Object> of(CurrentStaff staff, MinutesId id, Locale locale) {
        MinutesView minutes = book.view(staff.tenant(), id);
        boolean keeps = staff.is(Role.SECRETARY);
        boolean isDraft = minutes.state() == MinutesState.DRAFT;
        var page = new HashMap<String, Object>();
        page.put("minutes", minutes);
        page.put("title", MinutesTitle.of(minutes.draft()));
        page.put("steps", Steps.of(minutes));
        page.put("signatories", signatories(staff, minutes, keeps));
        page.put("remarks", isDraft && keeps ? remarks(staff, minutes, locale) : List.of());
        page.put("standing", standing(minutes));
        page.put("events", events(staff, minutes));
        page.put("checks", checks(minutes));
        if (minutes.state() != MinutesState.CANCELLED) {
            notices.atOnce(minutes).ifPresent(notice -> page.put("atOnce", notice));
        }
        page.put("mayEdit", keeps && isDraft);
        page.put("mayCancel", keeps && !minutes.state().isEnded());
        boolean hands = keeps || staff.is(Role.REGISTRAR);
        page.put("mayExtract", hands && minutes.state().isAdjusted());
        page.put("hasNotice", minutes.state().isAdjusted() && minutes.draft().kind() != MinutesKind.NOTES);
        page.put("mayRetry", keeps || staff.is(Role.ADMIN));
        return page;
    }

    /** What validating the document said each time that it was preserved. */
    private List<Map<String, Object>> checks(MinutesView minutes) {
        return proof.of(minutes).stream()
                .<Map<String, Object>>map(check ->
                        Map.of("revision", check.revision(), "at", times.text(check.at()), "sound", check.isSound()))
                .toList();
    }

    private List<Remark> remarks(CurrentStaff staff, MinutesView minutes, Locale locale) {
        return preflight.remarks(minutes.draft(), name -> associations.addressOf(staff.tenant(), name), locale);
    }

    private List<SignatoryLine> signatories(CurrentStaff staff, MinutesView minutes, boolean keeps) {
        List<SignatoryView> all = book.signatories(staff.tenant(), minutes.id());
        return IntStream.range(0, all.size())
                .mapToObj(n -> SignatoryLine.of(n, all.get(n), minutes.state(), keeps, times))
                .toList();
    }

    private Map<String, Object> standing(MinutesView minutes) {
        ProcessStanding standing = adjustments.standing(minutes.id(), minutes.state());
        var deadlines = standing.deadlines().stream()
                .map(deadline -> Map.of("what", deadline.what(), "at", times.text(deadline.at())))
                .distinct()
                .toList();
        return Map.of("incidents", standing.incidents(), "deadlines", deadlines);
    }

    private List<Map<String, Object>> events(CurrentStaff staff, MinutesView minutes) {
        Map<String, String> names = book.participants(minutes.id()).stream()
                .collect(Collectors.toMap(p -> "participant:" + p.id(), Participant::name, (one, other) -> one));
        var events = new ArrayList<Map<String, Object>>();
        for (var entry : trail.of(staff.tenant(), minutes.id())) {
            events.add(Map.of(
                    "seq", entry.seq(),
                    "at", times.text(entry.at()),
                    "type", entry.type(),
                    "about", about(entry, names),
                    "kind", entry.actor().replaceAll(":.*", ""),
                    "who", names.getOrDefault(entry.actor(), entry.actor().replaceAll("^[^:]*:", "")),
                    "known", names.containsKey(entry.actor())));
        }
        return events;
    }

    /** Whom or which notice board the entry is about. */
    private static String about(AuditEntry entry, Map<String, String> names) {
        String someone = names.getOrDefault("participant:" + entry.details().get("participant"), "");
        return entry.details().getOrDefault("board", someone);
    }
}
