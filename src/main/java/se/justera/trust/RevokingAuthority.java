package se.justera.trust;

import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.justera.access.CurrentStaff;
import se.justera.audit.AuditTrail;
import se.justera.kernel.MinutesId;

/** Revokes, and records who did it in the chain of the administrator's association. */
@Service
class RevokingAuthority implements Revocations {

    private static final Logger log = LoggerFactory.getLogger(RevokingAuthority.class);

    private final CertificateRegister register;
    private final KnownCertificates known;
    private final AuditTrail audit;
    private final Clock clock;

    RevokingAuthority(CertificateRegister register, KnownCertificates known, AuditTrail audit, Clock clock) {
        this.register = register;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Revocation> all() {
        return register.revoked();
    }

    @Override
    @Transactional
    public void revoke(CurrentStaff administrator, String serial, Revocation.Reason reason) {
        BigInteger number = number(serial);
        if (!known.knows(number)) {
            throw new CannotRevoke(CannotRevoke.Cause.UNKNOWN);
        }
        String hex = Revocations.hex(number);
        if (register.revoked(number).isPresent()
                || !register.revoke(new Revocation(
                        hex, clock.instant(), reason, administrator.actor().toString()))) {
            throw new CannotRevoke(CannotRevoke.Cause.ALREADY);
        }
        audit.record(
                administrator.tenant(),
                MinutesId.ofNone(administrator.tenant()),
                administrator.actor(),
                "certificate.revoked",
                Map.of("serial", hex, "reason", reason.name()));
        log.warn("certificate {} was revoked ({})", hex, reason);
    }

    private static BigInteger number(String serial) {
        String digits = serial.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{1,40}")) {
            throw new CannotRevoke(CannotRevoke.Cause.NO_NUMBER);
        }
        return new BigInteger(digits, 16);
    }
}
