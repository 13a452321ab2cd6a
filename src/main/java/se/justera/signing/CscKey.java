package se.justera.signing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A key that stays with its keeper. The signer's authorization is bound to the one hash that is signed, so that it is
 * worth nothing for another document (CSC API v2, 11.6: {@code hashes}).
 */
final class CscKey implements PersonalKey {

    private static final String SHA256_OID = "2.16.840.1.101.3.4.2.1";
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
    private static final String SHA256_WITH_ECDSA = "1.2.840.10045.4.3.2";
    private static final long PAUSE_MILLIS = 500;
    private static final int STILL_UNDERWAY = 202;

    private final CscSettings settings;
    private final CscCalls calls;
    private final Clock clock;
    private final CscCredential credential;
    private final List<Map<String, Object>> authData;

    CscKey(
            CscSettings settings,
            CscCalls calls,
            Clock clock,
            CscCredential credential,
            List<Map<String, Object>> authData) {
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
        this.credential = credential;
        this.authData = List.copyOf(authData);
    }

    @Override
    public List<X509Certificate> chain() {
        return credential.chain();
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) {
        String signAlgo = signAlgorithm(algorithm);
        String hash = Base64.getEncoder().encodeToString(sha256(data));
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("credentialID", credential.id());
        input.put("SAD", authorization(hash));
        input.put("hashes", List.of(hash));
        input.put("hashAlgorithmOID", SHA256_OID);
        input.put("signAlgo", signAlgo);
        JsonNode signatures = calls.call("signatures/signHash", input).body().path("signatures");
        if (!signatures.isArray() || signatures.size() != 1) {
            throw new SigningFailed(settings.name() + " answers with another number of signatures than one.");
        }
        return verified(signatures.get(0).asString(""), algorithm, data);
    }

    @Override
    public void close() {
        // the key is its keeper's; the authorization has been used up
    }

    private String signAlgorithm(String algorithm) {
        List<String> wanted = algorithm.endsWith("withRSA")
                ? List.of(SHA256_WITH_RSA, RSA)
                : algorithm.equals("SHA256withECDSA") ? List.of(SHA256_WITH_ECDSA) : List.of();
        return wanted.stream()
                .filter(credential.algorithms()::contains)
                .findFirst()
                .orElseThrow(() -> new KeyRefused(settings.name(), "it does not sign with " + algorithm));
    }

    private String authorization(String hash) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("credentialID", credential.id());
        input.put("numSignatures", 1);
        input.put("hashes", List.of(hash));
        input.put("hashAlgorithmOID", SHA256_OID);
        if (!authData.isEmpty()) {
            input.put("authData", authData);
        }
        Instant end = clock.instant().plus(settings.patience());
        CscCalls.Answer answer = calls.call("credentials/authorize", input);
        while (answer.status() == STILL_UNDERWAY) {
            if (!clock.instant().isBefore(end)) {
                throw new SigningFailed("The signer did not say yes to %s in time.".formatted(settings.name()));
            }
            pause();
            answer = calls.call("credentials/authorizeCheck", Map.of("handle", answer.text("handle", settings.name())));
        }
        return answer.text("SAD", settings.name());
    }

    /** Nothing goes into the document that is no signature of this data by this certificate. */
    private byte[] verified(String claimed, String algorithm, byte[] data) {
        try {
            byte[] value = Base64.getDecoder().decode(claimed);
            Signature check = Signature.getInstance(algorithm);
            // by the key: of a certificate Java wants another use than signing documents
            check.initVerify(credential.chain().get(0).getPublicKey());
            check.update(data);
            if (check.verify(value)) {
                return value;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SigningFailed(settings.name() + " answers with something that is no signature.", e);
        }
        throw new SigningFailed(settings.name() + " answers with a signature of something else.");
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningFailed("The signer was not waited for.", e);
        }
    }
}
