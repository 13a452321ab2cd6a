package se.justera.desk.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;

/** Who changed on which boards the association announces and where its minutes are kept, out of its own trail. */
@Component
class BoardChanges {

    private static final int MOST = 20;

    private final AuditTrail trail;
    private final StockholmTime times;

    BoardChanges(AuditTrail trail, StockholmTime times) {
        this.trail = trail;
        this.times = times;
    }

    /**
     * One change.
     *
     * @param type of the entry, the end of a message key
     * @param what the board, or "before → now"; empty where only somebody's mail address is another
     */
    record Line(String at, String who, String type, String what) {}

    /** The newest first. */
    List<Line> of(TenantId tenant) {
        var lines = new ArrayList<Line>(trail.of(tenant, MinutesId.ofNone(tenant)).stream()
                .filter(entry ->
                        entry.type().startsWith("board.") || entry.type().startsWith("office."))
                .map(this::line)
                .toList());
        Collections.reverse(lines);
        return lines.subList(0, Math.min(MOST, lines.size()));
    }

    private Line line(AuditEntry entry) {
        String who = entry.actor().substring(entry.actor().indexOf(':') + 1);
        String what = entry.details().getOrDefault("board", entry.details().getOrDefault("keptAt", ""));
        return new Line(times.text(entry.at()), who, entry.type(), what);
    }
}
