package se.justera.identification;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.justera.access.PublicAddress;

/**
 * W3C Web Authentication, Level 2, 7.1 and 7.2, with WebAuthn4J: what a browser answers is checked against our origin, our
 * relying party id and the challenge it was given. The device must have verified its user (a finger, a face, a PIN).
 */
final class PasskeyCeremony {

    /** What most devices can, and nothing weaker. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PublicAddress address;

    /** Made when the first passkey comes: nobody waits for it at start-up. */
    private static final class Library {
        private static final ObjectConverter JSON = new ObjectConverter();
        private static final WebAuthnManager WEB_AUTHN = WebAuthnManager.createNonStrictWebAuthnManager(JSON);
        private static final AttestedCredentialDataConverter CREDENTIALS = new AttestedCredentialDataConverter(JSON);
    }

    PasskeyCeremony(PublicAddress address) {
        this.address = address;
    }

    /** What has been registered. */
    record Registered(String credentialId, String credential, long signCount) {}

    /** Reads a registration, still unchecked. */
    RegistrationData readRegistration(String claimed) {
        try {
            return Library.WEB_AUTHN.parseRegistrationResponseJSON(claimed);
        } catch (RuntimeException e) { // hostile input makes the parsers throw whatever they can
            throw unreadable(e);
        }
    }

    AuthenticationData readAuthentication(String claimed) {
        try {
            return Library.WEB_AUTHN.parseAuthenticationResponseJSON(claimed);
        } catch (RuntimeException e) { // hostile input makes the parsers throw whatever they can
            throw unreadable(e);
        }
    }

    /** The challenge that an answer says it answers, base64url. */
    static String claimedChallenge(@Nullable CollectedClientData claimed) {
        if (claimed == null || claimed.getChallenge() == null) {
            throw new IdentificationRefused.Untrue("the browser's answer has no challenge");
        }
        return BASE64.encodeToString(claimed.getChallenge().getValue());
    }

    Registered verified(RegistrationData claimed) {
        List<PublicKeyCredentialParameters> algorithms = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        try {
            CollectedClientData client = Objects.requireNonNull(claimed.getCollectedClientData());
            Library.WEB_AUTHN.verify(
                    claimed, new RegistrationParameters(us(client.getChallenge()), algorithms, true, true));
            AuthenticatorData<?> data =
                    Objects.requireNonNull(claimed.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = Objects.requireNonNull(data.getAttestedCredentialData());
            return new Registered(
                    BASE64.encodeToString(credential.getCredentialId()),
                    BASE64.encodeToString(Library.CREDENTIALS.convert(credential)),
                    data.getSignCount());
        } catch (VerificationException | NullPointerException e) {
            throw new IdentificationRefused.Untrue("the passkey's registration does not hold", e);
        }
    }

    /** The device's new count. */
    long verified(AuthenticationData claimed, Passkey key) {
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                null,
                null,
                key.signCount(),
                Library.CREDENTIALS.convert(Base64.getUrlDecoder().decode(key.credential())),
                null,
                null,
                null,
                Set.of());
        byte[] id = Base64.getUrlDecoder().decode(key.credentialId());
        try {
            CollectedClientData client = Objects.requireNonNull(claimed.getCollectedClientData());
            Library.WEB_AUTHN.verify(
                    claimed, new AuthenticationParameters(us(client.getChallenge()), record, List.of(id), true, true));
            return Objects.requireNonNull(claimed.getAuthenticatorData()).getSignCount();
        } catch (VerificationException | NullPointerException e) {
            throw new IdentificationRefused.Untrue("the passkey's signature does not hold", e);
        }
    }

    String relyingParty() {
        return Objects.requireNonNull(address.of("").getHost());
    }

    /** The challenge is whichever the answer claims: that it was given here has been checked before. */
    private ServerProperty us(Challenge challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(address.origin()))
                .rpId(relyingParty())
                .challenge(challenge)
                .build();
    }

    private static IdentificationRefused unreadable(RuntimeException cause) {
        return new IdentificationRefused.Untrue("the browser's answer cannot be read", cause);
    }
}
