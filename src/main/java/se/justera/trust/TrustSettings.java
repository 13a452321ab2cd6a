package se.justera.trust;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * {@code justera.trust.*}; the defaults are the published samples.
 *
 * @param issuingCaStore PKCS#12 with the key that issues one-time certificates, and its chain
 * @param issuingCaUrl where anybody can fetch the issuing authority's certificate; stands in every one-time certificate
 *     (ETSI EN 319 412-2, 4.4.1)
 * @param sealStore PKCS#12 with the association's seal and its chain
 * @param tsaStore PKCS#12 with the embedded time-stamping authority and its chain; not read where
 *     {@code timeStampUrls} names others
 * @param crls CRLs (DER) of the authorities above the seal, the issuing CA and the TSA; read again for each use,
 *     so that they can be renewed while the service runs
 * @param anchors certificates (DER or PEM) that are trusted as they are
 * @param timeStampUrls external time-stamping authorities (RFC 3161 over HTTP), asked in this order until one answers
 * @param timeStampTimeout for each of them, and for asking for revocation data
 * @param certificateValidity of one-time certificates; without revocation it stays under a day (ETSI EN 319 412-1, 5.2)
 * @param certificatePolicy the OID of the policy under which they are issued
 */
@Validated
@ConfigurationProperties("justera.trust")
record TrustSettings(
        @DefaultValue("classpath:certs-sample/issuing-ca.p12")
        Resource issuingCaStore,

        @DefaultValue("justera") String issuingCaPassword,
        @DefaultValue(TrustSettings.SAMPLE_CA_URL) URI issuingCaUrl,
        @DefaultValue("classpath:certs-sample/seal.p12") Resource sealStore,
        @DefaultValue("justera") String sealPassword,
        @DefaultValue("classpath:certs-sample/tsa.p12") Resource tsaStore,
        @DefaultValue("justera") String tsaPassword,

        @DefaultValue({"classpath:certs-sample/root-ca.crl", "classpath:certs-sample/issuing-ca.crl"})
        List<String> crls,

        @NotEmpty @DefaultValue("classpath:certs-sample/trust/root-ca.pem")
        List<String> anchors,

        @DefaultValue List<URI> timeStampUrls,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration timeStampTimeout,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 24, inclusive = false)
        Duration certificateValidity,

        @DefaultValue("2.25.26192956748677801975601144710295967588.1") @Pattern(regexp = "[0-2](\\.\\d+)+")
        String certificatePolicy) {

    /** Nobody answers there. */
    static final String SAMPLE_CA_URL = "http://justera.example/certs-sample/issuing-ca.cer";

    /** The policy of the embedded time-stamping authority. */
    static final String TIME_STAMP_POLICY = "2.25.26192956748677801975601144710295967588.2";

    TrustSettings {
        crls = List.copyOf(crls);
        anchors = List.copyOf(anchors);
        timeStampUrls = List.copyOf(timeStampUrls);
    }

    List<Resource> crlFiles() {
        return crls.stream().map(TrustSettings::file).toList();
    }

    List<Resource> anchorFiles() {
        return anchors.stream().map(TrustSettings::file).toList();
    }

    /** As Spring reads a single location: a path without a scheme is a file. */
    private static Resource file(String location) {
        return ApplicationResourceLoader.get().getResource(location.contains(":") ? location : "file:" + location);
    }

    /** Never the passwords. */
    @Override
    public String toString() {
        return "TrustSettings[seal=" + sealStore + ", issuingCa=" + issuingCaStore + ", tsa=" + tsaStore + "]";
    }
}
