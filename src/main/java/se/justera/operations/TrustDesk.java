package se.justera.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.association.Associations;
import se.justera.trust.KeyRing;
import se.justera.trust.KeyState;
import se.justera.trust.Revocation;
import se.justera.trust.Revocations;
import se.justera.trust.Revocations.CannotRevoke;
import se.justera.trust.TimeStampStandings;
import se.justera.trust.TrustedLists;

/** {@code /desk/trust}: keys, time-stamping authorities, trusted lists and revocation, for the administrator. */
@Controller
@RequestMapping("/desk/trust")
class TrustDesk {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));

    private final KeyRing keys;
    private final TimeStampStandings timeStamps;
    private final TrustedLists lists;
    private final Revocations revocations;
    private final Associations associations;
    private final OperationsSettings settings;
    private final Clock clock;

    TrustDesk(
            KeyRing keys,
            TimeStampStandings timeStamps,
            TrustedLists lists,
            Revocations revocations,
            Associations associations,
            OperationsSettings settings,
            Clock clock) {
        this.keys = keys;
        this.timeStamps = timeStamps;
        this.lists = lists;
        this.revocations = revocations;
        this.associations = associations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A key as a line of the page.
     *
     * @param tone {@code green}, {@code yellow} or {@code red}
     */
    record KeyLine(KeyState key, long days, String expires, String tone) {}

    /** An authority as a line of the page. */
    record TsaLine(
            TimeStampStandings.Standing standing,
            @Nullable String gaveAt,
            @Nullable String refusedAt) {}

    @GetMapping
    ModelAndView show(CurrentStaff staff) {
        requireHost(staff);
        return page(HttpStatus.OK);
    }

    @PostMapping("/revocations")
    ModelAndView revoke(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam Revocation.Reason reason,
            RedirectAttributes after) {
        requireHost(staff);
        try {
            revocations.revoke(staff, serial, reason);
        } catch (CannotRevoke e) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refused", e.why().name())
                    .addObject("typed", serial);
        }
        after.addFlashAttribute("revoked", true);
        return new ModelAndView("redirect:/desk/trust");
    }

    /** Where several associations share the service, its keys are not every administrator's concern. */
    private void requireHost(CurrentStaff staff) {
        boolean alone = associations.all().size() == 1;
        if (!alone && !isHost(associations.find(staff.tenant()).orgNumber())) {
            throw new AccessDeniedException("the keys are looked after by the administrators of the host");
        }
    }

    private boolean isHost(@Nullable String orgNumber) {
        String host = settings.host();
        return host != null
                && !host.isBlank()
                && orgNumber != null
                && digits(host).equals(digits(orgNumber));
    }

    private static String digits(String orgNumber) {
        return orgNumber.replaceAll("\\D", "");
    }

    private ModelAndView page(HttpStatus status) {
        return new ModelAndView("operations/trust", status)
                .addObject("keys", keys.states().stream().map(this::line).toList())
                .addObject("trial", keys.trial())
                .addObject(
                        "authorities",
                        timeStamps.all().stream().map(TrustDesk::line).toList())
                .addObject("lists", lists.states())
                .addObject("revocations", revocations.all())
                .addObject("reasons", Revocation.Reason.values())
                .addObject("minute", MINUTE);
    }

    private KeyLine line(KeyState key) {
        Instant now = clock.instant();
        long days = key.daysLeft(now);
        return new KeyLine(key, days, MINUTE.format(key.expires()), days < 7 ? "red" : days < 60 ? "yellow" : "green");
    }

    private static TsaLine line(TimeStampStandings.Standing standing) {
        return new TsaLine(standing, text(standing.gaveAt()), text(standing.refusedAt()));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : MINUTE.format(at);
    }
}
