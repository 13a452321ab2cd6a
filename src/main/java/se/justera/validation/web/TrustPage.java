package se.justera.validation.web;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import se.justera.kernel.Sha256;
import se.justera.trust.ListState;
import se.justera.trust.TrustAnchors;
import se.justera.trust.TrustedLists;

/** {@code /validate/trust}: what validation here trusts, how old it is and what is missing; for anybody. */
@Controller
@RequestMapping("/validate/trust")
class TrustPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));

    private final TrustAnchors anchors;
    private final TrustedLists lists;
    private final Clock clock;

    TrustPage(TrustAnchors anchors, TrustedLists lists, Clock clock) {
        this.anchors = anchors;
        this.lists = lists;
        this.clock = clock;
    }

    /** An anchor as a line of the page. */
    record AnchorLine(String subject, String sha256, String until) {}

    /** A list as a line of the page. */
    record ListLine(
            ListState state,
            @Nullable String issued,
            @Nullable String nextUpdate,
            @Nullable String loaded,
            boolean outOfDate) {}

    @GetMapping
    String show(Model model) {
        model.addAttribute(
                "anchors", anchors.certificates().stream().map(TrustPage::line).toList());
        model.addAttribute("lists", lists.states().stream().map(this::line).toList());
        return "validation/trust";
    }

    private static AnchorLine line(X509Certificate anchor) {
        return new AnchorLine(
                TrustAnchors.subject(anchor),
                Sha256.of(TrustAnchors.encoded(anchor)).hex(),
                DAY.format(anchor.getNotAfter().toInstant()));
    }

    private ListLine line(ListState list) {
        return new ListLine(
                list,
                text(DAY, list.issued()),
                text(DAY, list.nextUpdate()),
                text(MINUTE, list.loaded()),
                list.outOfDate(clock.instant()));
    }

    private static @Nullable String text(DateTimeFormatter format, @Nullable Instant at) {
        return at == null ? null : format.format(at);
    }
}
