package se.justera.ceremony;

import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/**
 * A person's signature did not pass our own validation: nothing was stored, and staff must see it.
 *
 * @param why one sentence for staff, which names the report
 */
public record SignatureRefusedByUs(TenantId tenant, MinutesId minutes, ParticipantId signatory, String why) {}
