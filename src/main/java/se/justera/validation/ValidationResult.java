package se.justera.validation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Identified;

/**
 * The published result of validating one file; names and order of the properties are the contract.
 *
 * @param file the path or name as given
 * @param sha256 null where there are no bytes
 * @param reason one plain sentence
 * @param pages null where the file is unreadable
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"file", "sha256", "verdict", "reason", "pages", "signatures", "timestamps", "warnings"})
public record ValidationResult(
        String file,
        @Nullable String sha256,
        Verdict verdict,
        String reason,
        @Nullable Integer pages,
        List<SignatureResult> signatures,
        List<TimestampResult> timestamps,
        List<String> warnings) {

    public ValidationResult {
        signatures = List.copyOf(signatures);
        timestamps = List.copyOf(timestamps);
        warnings = List.copyOf(warnings);
    }

    ValidationResult withWarnings(List<String> told) {
        return new ValidationResult(file, sha256, verdict, reason, pages, signatures, timestamps, told);
    }

    /** A person's signature, or a seal. */
    public enum Kind {
        SIGNATURE,
        SEAL
    }

    /** What came after a signature. */
    public enum ChangesAfter {
        NONE,
        PERMITTED,
        FORBIDDEN
    }

    /** Who signed, as the certificate names them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"name", "organisation"})
    public record SignerName(
            @Nullable String name, @Nullable String organisation) {}

    /**
     * One signature, in the order of the file; {@code format}, indications and qualification are DSS's names.
     *
     * @param identified how the signer was identified, as the certificate says; for the page, no part of the contract
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({
        "id",
        "kind",
        "signer",
        "role",
        "reason",
        "signingTime",
        "format",
        "indication",
        "subIndication",
        "intact",
        "trusted",
        "changesAfter",
        "coversWholeFile",
        "qualification"
    })
    public record SignatureResult(
            String id,
            Kind kind,
            SignerName signer,
            @Nullable String role,
            @Nullable String reason,
            @Nullable Instant signingTime,
            String format,
            String indication,
            @Nullable String subIndication,
            boolean intact,
            boolean trusted,
            ChangesAfter changesAfter,
            boolean coversWholeFile,
            String qualification,
            @JsonIgnore @Nullable Identified identified) {}

    /** One time-stamp; {@code kind} DOCUMENT or SIGNATURE. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"id", "kind", "time", "indication", "intact", "trusted"})
    public record TimestampResult(
            String id, String kind, @Nullable Instant time, String indication, boolean intact, boolean trusted) {}
}
