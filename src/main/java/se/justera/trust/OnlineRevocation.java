package se.justera.trust;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** CRLs and OCSP answers from where certificates say that they are. */
public record OnlineRevocation(OnlineCRLSource crls, OnlineOCSPSource ocsp) {

    /** Large authorities' CRLs have some megabytes. */
    private static final DataSize LARGEST_CRL = DataSize.ofMegabytes(32);

    private static final DataSize LARGEST_ANSWER = DataSize.ofKilobytes(256);

    /** @param timeout for each, from the question to the last byte */
    public static OnlineRevocation within(Duration timeout) {
        var questions = new BoundedLoader(timeout, LARGEST_ANSWER);
        questions.setContentType("application/ocsp-request");
        return new OnlineRevocation(
                new OnlineCRLSource(new BoundedLoader(timeout, LARGEST_CRL)), new OnlineOCSPSource(questions));
    }
}
