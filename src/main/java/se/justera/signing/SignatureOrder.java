package se.justera.signing;

import java.util.List;

/**
 * One person's signature to be made.
 *
 * @param fieldName the person's own, empty signature field
 * @param claimedRoles in Swedish, e.g. "Ordförande", "Justerare": one signature for all roles of a person
 * @param reason shown in the signature, e.g. "Justering av protokoll 2026-09-14"
 */
public record SignatureOrder(String fieldName, Signer signer, List<String> claimedRoles, String reason) {

    public SignatureOrder {
        claimedRoles = List.copyOf(claimedRoles);
    }
}
