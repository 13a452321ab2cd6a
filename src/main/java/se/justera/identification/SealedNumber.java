package se.justera.identification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A personal number that only the browser it was told to can open: the key comes from the secret in its cookie, of which
 * a hash alone is stored.
 */
final class SealedNumber {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SealedNumber() {}

    static String seal(Browser browser, String number, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, browser, nonce).doFinal(number.getBytes(StandardCharsets.US_ASCII));
            return base64(nonce) + "." + base64(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    static String open(Browser browser, String sealed) {
        String[] parts = sealed.split("\\.", 2);
        try {
            byte[] nonce = Base64.getDecoder().decode(parts[0]);
            byte[] number = cipher(Cipher.DECRYPT_MODE, browser, nonce)
                    .doFinal(Base64.getDecoder().decode(parts[1]));
            return new String(number, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a row of identified_browser was altered", e);
        }
    }

    private static Cipher cipher(int mode, Browser browser, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(browser), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static SecretKey key(Browser browser) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(browser.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return new SecretKeySpec(mac.doFinal("personal number".getBytes(StandardCharsets.US_ASCII)), "AES");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
