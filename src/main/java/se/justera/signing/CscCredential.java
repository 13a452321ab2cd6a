package se.justera.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a CSC service says of one credential (API v2, credentials/info), unchecked.
 *
 * @param algorithms OIDs
 * @param objects what the signer has to give, in explicit mode
 */
record CscCredential(
        String id,
        boolean keyEnabled,
        String certificateStatus,
        List<X509Certificate> chain,
        List<String> algorithms,
        String authMode,
        String expression,
        List<AuthObject> objects) {

    /** Something to be given, or to be done in the service's app where the type ends in {@code OOB}. */
    record AuthObject(String type, String id, String label, String description, boolean numeric) {

        boolean outOfBand() {
            return type.endsWith("OOB");
        }

        boolean needsChallenge() {
            return type.equals("ChallengeResponse");
        }

        boolean known() {
            return outOfBand() || needsChallenge() || type.equals("Password");
        }
    }

    /** @throws CertificateException if a certificate cannot be read */
    static CscCredential read(String id, JsonNode info) throws CertificateException {
        JsonNode auth = info.path("auth");
        return new CscCredential(
                id,
                info.path("key").path("status").asString("").equals("enabled"),
                info.path("cert").path("status").asString("valid"),
                certificates(info.path("cert").path("certificates")),
                texts(info.path("key").path("algo")),
                auth.path("mode").asString(""),
                auth.path("expression").asString(""),
                objects(auth.path("objects")));
    }

    /** Any one of the objects will do. */
    boolean anyWillDo() {
        return expression.matches("(?i).*\\bX?OR\\b.*") && !expression.matches("(?i).*\\bAND\\b.*");
    }

    /** Whether each certificate is signed by the next, and there is one above the signer's. */
    boolean hasChain() {
        for (int i = 0; i + 1 < chain.size(); i++) {
            try {
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
        return chain.size() > 1;
    }

    private static List<X509Certificate> certificates(JsonNode given) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (String text : texts(given)) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(text);
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            } catch (IllegalArgumentException e) {
                throw new CertificateException("no Base64", e);
            }
        }
        return chain;
    }

    private static List<AuthObject> objects(JsonNode given) {
        List<AuthObject> objects = new ArrayList<>();
        for (JsonNode object : given) {
            String id = object.path("id").asString("");
            objects.add(new AuthObject(
                    object.path("type").asString(""),
                    id,
                    object.path("label").asString(id),
                    object.path("description").asString(""),
                    object.path("format").asString("").equals("N")));
        }
        return objects;
    }

    private static List<String> texts(JsonNode given) {
        List<String> texts = new ArrayList<>();
        given.forEach(text -> texts.add(text.asString("")));
        return texts;
    }
}
