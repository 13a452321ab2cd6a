package se.justera.signing;

import eu.europa.esig.dss.alert.StatusAlert;
import eu.europa.esig.dss.alert.status.Status;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.validation.status.TokenStatus;
import java.util.stream.Collectors;

/** Long-term data without word on revocation proves nothing later: the step fails, and is tried again. */
final class RevocationWanted implements StatusAlert {

    private static final long serialVersionUID = 1L;

    /** Says whose certificates it is about. */
    static final class NotLearnt extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotLearnt(String names) {
            super(
                    "whether the certificate of %s has been revoked could not be learnt; the OCSP service or the CRL that it names does not answer as it should."
                            .formatted(names));
        }
    }

    @Override
    public void alert(Status status) {
        if (status instanceof TokenStatus tokens && !tokens.isEmpty()) {
            throw new NotLearnt(tokens.getRelatedTokens().stream()
                    .filter(CertificateToken.class::isInstance)
                    .map(token -> DSSASN1Utils.getHumanReadableName((CertificateToken) token))
                    .distinct()
                    .collect(Collectors.joining(", ")));
        }
    }
}
