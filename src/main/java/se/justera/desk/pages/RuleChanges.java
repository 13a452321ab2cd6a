package se.justera.desk.pages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;

/** Who changed how people identify themselves, out of the association's own trail. */
@Component
class RuleChanges {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));
    private static final int MOST = 20;

    private final AuditTrail trail;

    RuleChanges(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * One rule that was changed.
     *
     * @param about message keys
     * @param change "before → now"
     */
    record Line(String at, String who, List<String> about, String change) {}

    /** The newest first. */
    List<Line> of(TenantId tenant) {
        List<Line> lines = new ArrayList<>(trail.of(tenant, MinutesId.ofNone(tenant)).stream()
                .filter(entry -> entry.type().equals("identification.ruled"))
                .flatMap(RuleChanges::lines)
                .toList());
        Collections.reverse(lines);
        return lines.subList(0, Math.min(MOST, lines.size()));
    }

    private static Stream<Line> lines(AuditEntry entry) {
        String who = entry.actor().substring(entry.actor().indexOf(':') + 1);
        return entry.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> new Line(MINUTE.format(entry.at()), who, about(rule.getKey()), rule.getValue()));
    }

    private static List<String> about(String rule) {
        String capacity = "desk.identification.capacity." + rule.replaceAll("\\..*", "");
        if (rule.endsWith(".methods")) {
            return List.of(capacity);
        }
        return rule.endsWith(".keySource")
                ? List.of(capacity, "desk.identification.source")
                : List.of("desk.identification.least");
    }
}
