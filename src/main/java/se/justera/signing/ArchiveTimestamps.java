package se.justera.signing;

import java.time.Instant;

/** How long the archive time-stamp of a document protects what lies under it. */
public interface ArchiveTimestamps {

    /**
     * When the newest document time-stamp stops being proof by itself: the first of the ends of the certificates that it
     * depends on, below the trust anchor, and of the algorithms in it (ETSI TS 119 312, clause 8). Before that moment
     * another one must lie over it (ETSI EN 319 142-1, 5.5).
     *
     * @throws SigningFailed if the bytes hold no document time-stamp that can be read
     */
    Instant strongUntil(byte[] preservedPdf);
}
