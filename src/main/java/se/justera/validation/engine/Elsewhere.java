package se.justera.validation.engine;

import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;

/** Where the validation of one file may look for what the file does not hold. */
@FunctionalInterface
public interface Elsewhere {

    /** Says where, and nothing of whom to trust. */
    void tell(CommonCertificateVerifier verifier);

    /** Nowhere: DSS would look on the network by itself otherwise. */
    static Elsewhere nowhere() {
        return verifier -> {
            verifier.setAIASource(null);
            verifier.setCrlSource(null);
            verifier.setOcspSource(null);
        };
    }
}
