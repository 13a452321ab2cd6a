package se.justera.archive;

import java.time.Instant;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;

/**
 * One stored state of a document.
 *
 * @param number 0 is the sealed document, each later one starts with exactly its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a file, compared by their hash
public record Revision(MinutesId minutes, int round, int number, Sha256 sha256, Instant storedAt, byte[] pdf) {}
