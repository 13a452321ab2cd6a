package se.justera.signing;

import java.util.List;

/**
 * One person's signature to be made.
 *
 * @param fieldName the person's own, empty signature field
 * @param claimedRoles in Swedish, e.g. "Ordförande", "Justerare": one signature for all roles of a person
 * @param reason shown in the signature, e.g. "Justering av protokoll 2026-09-14"
 * @param key whose key makes it
 */
public record SignatureOrder(String fieldName, Signer signer, List<String> claimedRoles, String reason, KeyChoice key) {

    public SignatureOrder {
        claimedRoles = List.copyOf(claimedRoles);
    }

    /** With a key made for this signature. */
    public SignatureOrder(String fieldName, Signer signer, List<String> claimedRoles, String reason) {
        this(fieldName, signer, claimedRoles, reason, KeyChoice.ONE_TIME);
    }
}
