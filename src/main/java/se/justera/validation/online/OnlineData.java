package se.justera.validation.online;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.client.http.Protocol;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import java.util.Set;
import se.justera.validation.engine.Elsewhere;

/**
 * Issuers, CRLs and OCSP answers from where the certificates in a file say that they are (RFC 5280, 4.2.1.13 and 4.2.2.1). An
 * address that is not called is one that does not answer: the verdict is what it would be without.
 */
public final class OnlineData {

    private final CallRule rule;
    private final CallLimits limits;
    private final GuardedHttp http;

    public OnlineData(CallRule rule, CallLimits limits) {
        this.rule = rule;
        this.limits = limits;
        this.http = new GuardedHttp(rule, limits.each());
    }

    /** For the validation of one file, with limits of its own. */
    public Elsewhere forOneFile() {
        CallsOfAFile calls = new CallsOfAFile(http, rule, limits);
        return verifier -> {
            DefaultAIASource issuers = new DefaultAIASource(new GuardedLoader(calls, limits.answer()));
            issuers.setAcceptedProtocols(Set.of(Protocol.HTTP, Protocol.HTTPS));
            verifier.setAIASource(issuers);
            verifier.setCrlSource(new OnlineCRLSource(new GuardedLoader(calls, limits.list())));
            verifier.setOcspSource(new OnlineOCSPSource(new GuardedLoader(calls, limits.answer())));
        };
    }
}
