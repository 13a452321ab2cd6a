package se.justera.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import se.justera.kernel.Sha256;

/**
 * One configured key, as its certificates show it.
 *
 * @param name what it is for, e.g. {@code seal}
 * @param setting that names it
 * @param subject of its certificate, for people
 * @param serial of its certificate, hexadecimal
 * @param fingerprint of its certificate
 * @param expires when its certificate or the first one above it expires: from then on it does not serve
 */
public record KeyState(
        String name, String setting, String subject, String serial, Sha256 fingerprint, Instant expires) {

    static KeyState of(StoredKey key) {
        X509Certificate certificate = key.certificate();
        return new KeyState(
                key.setting().name(),
                key.setting().store(),
                Certificates.subject(certificate),
                Revocations.hex(certificate.getSerialNumber()),
                Sha256.of(Certificates.encoded(certificate)),
                key.chain().stream()
                        .map(above -> above.getNotAfter().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** Whole days that are left; negative when it has expired. */
    public long daysLeft(Instant now) {
        return Math.floorDiv(
                Duration.between(now, expires).toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
