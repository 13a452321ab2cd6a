package se.justera.archive;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;

/** The write-once store: revision n + 1 only on top of n, nothing is ever changed or removed. */
public interface Archive {

    /**
     * Stores the next revision of a round in the caller's transaction.
     *
     * @param predecessor the hash of the revision it grows from; null for revision 0
     * @throws StalePredecessor if another revision has been stored on that one meanwhile: read again and sign again
     * @throws NotGrownFrom if the bytes do not start with exactly those of the predecessor
     */
    Revision store(TenantId tenant, MinutesId minutes, int round, @Nullable Sha256 predecessor, byte[] pdf);

    Optional<Revision> latest(MinutesId minutes, int round);

    Optional<Revision> revision(MinutesId minutes, int round, int number);

    /** The sealed revision 0 with this hash, whichever association it is of. */
    Optional<Revision> sealedAs(Sha256 sha256);

    /** Where the revision with this hash is, whichever association it is of. */
    Optional<RevisionPlace> placeOf(Sha256 sha256);

    /** The hashes of a round's revisions, oldest first. */
    List<Sha256> hashes(MinutesId minutes, int round);

    /** Keeps a report beside a revision; the same one twice is kept once. */
    void keepEvidence(TenantId tenant, Revision revision, String kind, byte[] content);

    /**
     * Keeps the report on a revision that was never stored, once.
     *
     * @param number that the revision would have had
     */
    void keepRefusal(TenantId tenant, MinutesId minutes, int round, int number, byte[] report);

    /** A report on a revision that was refused, by its own hash. */
    Optional<byte[]> refusal(MinutesId minutes, Sha256 report);

    Optional<byte[]> evidence(MinutesId minutes, int round, int number, String kind);
}
