package se.justera.audit;

import java.util.List;
import java.util.Map;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;

/** What happened to minutes, append-only and hash-chained. */
public interface AuditTrail {

    /**
     * Appends an entry in the caller's transaction; without one it refuses.
     *
     * @param type a verb in the past, e.g. {@code minutes.submitted}
     * @param details no names beyond what the minutes hold, no addresses, no tokens, no codes
     */
    void record(TenantId tenant, MinutesId minutes, Actor actor, String type, Map<String, String> details);

    /** All entries of these minutes, oldest first. */
    List<AuditEntry> of(TenantId tenant, MinutesId minutes);
}
