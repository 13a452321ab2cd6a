package se.justera.signing;

import java.security.SecureRandom;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.justera.trust.CertificateAuthority;
import se.justera.trust.CertificateSubject;

/** Keys that are made and certified for one signature. */
@Component
@Order(1)
class OneTimeKeys implements KeySource {

    static final String NAME = "one-time-key";

    private final CertificateAuthority authority;
    private final SecureRandom random;

    OneTimeKeys(CertificateAuthority authority, SecureRandom random) {
        this.authority = authority;
        this.random = random;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public PersonalKey keyFor(SignatureOrder order) {
        Signer signer = order.signer();
        return OneTimeKey.make(
                authority,
                new CertificateSubject(
                        signer.name(),
                        signer.pseudonym(),
                        signer.associationName(),
                        signer.identified(),
                        signer.personalNumber()),
                random);
    }
}
