package se.justera.identification;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A device with one passkey, and the browser before it, after W3C Web Authentication Level 2; both can be made to lie. */
final class SoftKey {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CBORMapper CBOR = CBORMapper.builder().build();
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_CREDENTIAL = 0x40;

    private final byte[] id = new byte[32];
    private final KeyPair keys;
    private int count;
    private String origin = "http://localhost:8080";
    private String relyingParty = "localhost";
    private boolean verifiesItsUser = true;

    SoftKey() throws GeneralSecurityException {
        new SecureRandom().nextBytes(id);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    SoftKey onSite(String lookalike) {
        origin = lookalike;
        return this;
    }

    SoftKey forRelyingParty(String another) {
        relyingParty = another;
        return this;
    }

    SoftKey withoutVerifyingItsUser() {
        verifiesItsUser = false;
        return this;
    }

    SoftKey countingFrom(int start) {
        count = start;
        return this;
    }

    String credentialId() {
        return base64(id);
    }

    /** What {@code navigator.credentials.create} answers. */
    String register(String options) throws GeneralSecurityException {
        byte[] client = client("webauthn.create", options);
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", data(true));
        return credential(Map.of(
                "clientDataJSON", base64(client),
                "attestationObject", base64(CBOR.writeValueAsBytes(attestation)),
                "transports", new String[] {"internal"}));
    }

    /** What {@code navigator.credentials.get} answers. */
    String signIn(String options) throws GeneralSecurityException {
        byte[] client = client("webauthn.get", options);
        byte[] data = data(false);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return credential(Map.of(
                "clientDataJSON", base64(client),
                "authenticatorData", base64(data),
                "signature", base64(signature.sign())));
    }

    private String credential(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id", base64(id),
                "rawId", base64(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private byte[] client(String type, String options) {
        JsonNode asked = JSON.readTree(options);
        return JSON.writeValueAsBytes(Map.of(
                "type", type, "challenge", asked.get("challenge").asString(), "origin", origin, "crossOrigin", false));
    }

    private byte[] data(boolean withCredential) throws GeneralSecurityException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)));
        data.write(USER_PRESENT | (verifiesItsUser ? USER_VERIFIED : 0) | (withCredential ? HAS_CREDENTIAL : 0));
        data.writeBytes(ByteBuffer.allocate(4).putInt(++count).array());
        if (withCredential) {
            data.writeBytes(new byte[16]);
            data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
            data.writeBytes(id);
            data.writeBytes(publicKey());
        }
        return data.toByteArray();
    }

    /** COSE_Key (RFC 9053, 7.1.1): EC2, ES256, P-256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        cose.writeBytes(unsigned(point.getAffineX().toByteArray()));
        cose.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cose.writeBytes(unsigned(point.getAffineY().toByteArray()));
        return cose.toByteArray();
    }

    private static byte[] unsigned(byte[] number) {
        byte[] whole = new byte[32];
        int length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, whole, 32 - length, length);
        return whole;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
