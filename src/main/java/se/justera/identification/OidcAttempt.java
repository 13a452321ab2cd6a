package se.justera.identification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of one attempt.
 *
 * @param state goes through the provider and the browser's address bar
 * @param nonce comes back inside the provider's signed answer
 * @param verifier proves to the provider that whoever fetches the answer is who asked
 */
record OidcAttempt(String state, String nonce, String verifier) {

    private static final int BYTES = 32;

    static OidcAttempt begun(Browser browser, SecureRandom random) {
        byte[] state = new byte[BYTES];
        random.nextBytes(state);
        return answered(browser, base64(state));
    }

    static OidcAttempt answered(Browser browser, String claimedState) {
        return new OidcAttempt(
                claimedState,
                derived(browser, "nonce:" + claimedState),
                derived(browser, "code_verifier:" + claimedState));
    }

    private static String derived(Browser browser, String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(browser.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return base64(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "OidcAttempt"; // the secrets stand in no log
    }
}
