package se.justera.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One entry.
 *
 * @param seq counts the entries of one minutes from 1
 * @param hash SHA-256 over the entry and {@code previous}, hex
 * @param previous hash of the entry before, 64 zeros for the first
 */
public record AuditEntry(
        long seq, Instant at, String actor, String type, Map<String, String> details, String hash, String previous) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
