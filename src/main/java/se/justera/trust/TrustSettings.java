package se.justera.trust;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * {@code justera.trust.*}; the defaults are the published samples.
 *
 * @param issuingCaStore the key that issues one-time certificates, with its chain: as every {@code -store} here a PKCS#12
 *     file, or a PKCS#11 URI (RFC 7512)
 * @param issuingCaUrl where anybody can fetch the issuing authority's certificate; stands in every one-time certificate
 *     (ETSI EN 319 412-2, 4.4.1)
 * @param sealStore the seal of this installation with its chain
 * @param seals keys of associations that seal with their own instead
 * @param tsaStore the embedded time-stamping authority with its chain; not read where {@code timeStampUrls} names others
 * @param crls CRLs (DER) of the authorities above the seal, the issuing CA and the TSA; read again for each use,
 *     so that they can be renewed while the service runs
 * @param anchors certificates (DER or PEM) that are trusted as they are
 * @param timeStampUrls external time-stamping authorities (RFC 3161 over HTTP), asked in this order until one answers
 * @param timeStampTimeout for each of them, and for asking for revocation data
 * @param timeStampTries how often each is asked where it does not answer; a refusal is not repeated
 * @param clockTolerance how far a time-stamp's time and this machine's clock may differ; one-time certificates begin a
 *     minute before they are made, so it is no more
 * @param certificateProfile of one-time certificates
 * @param certificateValidity of short-term certificates; without revocation it stays under a day (ETSI EN 319 412-1, 5.2)
 * @param certificatePolicy the OID of the policy under which one-time certificates are issued
 * @param personalNumbers whether a known personnummer goes into the certificate's serialNumber, where everybody who has
 *     the signed file reads it
 */
@Validated
@ConfigurationProperties("justera.trust")
record TrustSettings(
        @DefaultValue("classpath:certs-sample/issuing-ca.p12")
        String issuingCaStore,

        @DefaultValue("justera") String issuingCaPassword,
        @DefaultValue(TrustSettings.SAMPLE_CA_URL) URI issuingCaUrl,
        @DefaultValue("classpath:certs-sample/seal.p12") String sealStore,
        @DefaultValue("justera") String sealPassword,
        @DefaultValue List<@Valid OwnSeal> seals,
        @DefaultValue("classpath:certs-sample/tsa.p12") String tsaStore,
        @DefaultValue("justera") String tsaPassword,

        @DefaultValue({"classpath:certs-sample/root-ca.crl", "classpath:certs-sample/issuing-ca.crl"})
        List<String> crls,

        @NotEmpty @DefaultValue("classpath:certs-sample/trust/root-ca.pem")
        List<String> anchors,

        @DefaultValue List<URI> timeStampUrls,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration timeStampTimeout,

        @DefaultValue("2") @Min(1) @Max(5) int timeStampTries,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration clockTolerance,

        @DefaultValue("short-term") CertificateProfile certificateProfile,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 24, inclusive = false)
        Duration certificateValidity,

        @DefaultValue("2.25.26192956748677801975601144710295967588.1") @Pattern(regexp = "[0-2](\\.\\d+)+")
        String certificatePolicy,

        @DefaultValue("false") boolean personalNumbers) {

    /** Nobody answers there. */
    static final String SAMPLE_CA_URL = "http://justera.example/certs-sample/issuing-ca.cer";

    /** The policy of the embedded time-stamping authority. */
    static final String TIME_STAMP_POLICY = "2.25.26192956748677801975601144710295967588.2";

    /**
     * The seal of one association.
     *
     * @param orgNumber of the association, as it stands in its own record
     */
    record OwnSeal(
            @NotEmpty String orgNumber,
            @NotEmpty String store,
            @NotEmpty String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "OwnSeal[" + orgNumber + ", " + store + "]";
        }
    }

    TrustSettings {
        seals = List.copyOf(seals);
        crls = List.copyOf(crls);
        anchors = List.copyOf(anchors);
        timeStampUrls = List.copyOf(timeStampUrls);
    }

    List<Resource> crlFiles() {
        return crls.stream().map(Locations::of).toList();
    }

    List<Resource> anchorFiles() {
        return anchors.stream().map(Locations::of).toList();
    }

    /** Never the passwords. */
    @Override
    public String toString() {
        return "TrustSettings[seal=" + sealStore + ", issuingCa=" + issuingCaStore + ", tsa=" + tsaStore + "]";
    }
}
