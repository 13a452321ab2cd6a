package se.justera.identification;

import java.time.Instant;

/**
 * A public key that a person's device has made for this service, and how the person was identified when it was registered.
 *
 * @param credentialId base64url
 * @param userHandle base64url; the same for all passkeys of a person
 * @param credential WebAuthn's attested credential data, base64url
 * @param signCount as the device last counted
 */
record Passkey(
        String credentialId,
        String userHandle,
        String credential,
        long signCount,
        Level level,
        String evidence,
        Instant registeredAt) {}
