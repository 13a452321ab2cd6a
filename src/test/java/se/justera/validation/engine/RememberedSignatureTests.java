package se.justera.validation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedSignatureTests {

    private static final byte[] TEXT = "Protokoll".getBytes(UTF_8);

    private final Provider remembering = new RememberingProvider();
    private final KeyPair chair = keys();
    private final KeyPair stranger = keys();

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA", "1.2.840.10045.4.3.2"})
    void what_was_right_is_right_again(String algorithm) throws Exception {
        byte[] signature = sign(algorithm, TEXT);

        assertThat(verify(algorithm, chair, TEXT, signature)).isTrue();
        assertThat(verify(algorithm, chair, TEXT, signature)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withECDSA", "NONEwithECDSA"})
    void nothing_else_is_right_because_of_it(String algorithm) throws Exception {
        byte[] signature = sign(algorithm, TEXT);
        byte[] altered = signature.clone();
        altered[altered.length - 1] ^= 1;
        assertThat(verify(algorithm, chair, TEXT, signature)).isTrue();

        assertThat(verify(algorithm, chair, "Protokolm".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(verify(algorithm, chair, TEXT, altered)).isFalse();
        assertThat(verify(algorithm, stranger, TEXT, signature)).isFalse();
    }

    @Test
    void the_jvm_knows_it_by_the_name_that_dss_asks_for() {
        RememberingProvider.use();
        assertThat(Security.getProvider(DSSSecurityProvider.getSecurityProviderName()))
                .isInstanceOf(RememberingProvider.class);
    }

    @Test
    void another_algorithm_with_the_same_key_and_data_is_asked_anew() throws Exception {
        byte[] signature = sign("SHA256withECDSA", TEXT);
        assertThat(verify("SHA256withECDSA", chair, TEXT, signature)).isTrue();

        assertThat(verify("SHA384withECDSA", chair, TEXT, signature)).isFalse();
    }

    @Test
    void what_was_wrong_is_not_remembered_as_right() throws Exception {
        byte[] signature = sign("SHA256withECDSA", TEXT);

        assertThat(verify("SHA256withECDSA", stranger, TEXT, signature)).isFalse();
        assertThat(verify("SHA256withECDSA", stranger, TEXT, signature)).isFalse();
    }

    @Test
    void what_was_wrong_makes_nothing_else_wrong() throws Exception {
        byte[] signature = sign("SHA256withECDSA", TEXT);
        assertThat(verify("SHA256withECDSA", stranger, TEXT, signature)).isFalse();
        assertThat(verify("SHA384withECDSA", chair, TEXT, signature)).isFalse();
        assertThat(verify("SHA256withECDSA", chair, signature, signature)).isFalse();

        assertThat(verify("SHA256withECDSA", chair, TEXT, signature)).isTrue();
        assertThat(verify("SHA256withECDSA", stranger, TEXT, signature)).isFalse();
        assertThat(verify("SHA256withECDSA", chair, TEXT, signature)).isTrue();
    }

    @Test
    void one_object_goes_on_after_a_wrong_answer_that_was_known() throws Exception {
        byte[] signature = sign("SHA256withECDSA", TEXT);
        assertThat(verify("SHA256withECDSA", stranger, TEXT, signature)).isFalse();
        Signature verifying = Signature.getInstance("SHA256withECDSA", remembering);
        verifying.initVerify(stranger.getPublic());
        verifying.update(TEXT);
        assertThat(verifying.verify(signature)).isFalse();

        verifying.initVerify(chair.getPublic());
        verifying.update(TEXT);
        assertThat(verifying.verify(signature)).isTrue();
    }

    @Test
    void one_object_verifies_several_in_turn_known_or_not() throws Exception {
        byte[] first = sign("SHA256withECDSA", TEXT);
        byte[] second = sign("SHA256withECDSA", first);
        assertThat(verify("SHA256withECDSA", chair, TEXT, first)).isTrue();
        Signature verifying = Signature.getInstance("SHA256withECDSA", remembering);
        verifying.initVerify(chair.getPublic());

        for (byte[] data : List.of(TEXT, first, TEXT)) {
            verifying.update(data);
            assertThat(verifying.verify(data == TEXT ? first : second)).isTrue();
        }
    }

    private byte[] sign(String algorithm, byte[] data) throws Exception {
        Signature signing = Signature.getInstance(algorithm, remembering);
        signing.initSign(chair.getPrivate());
        signing.update(data);
        return signing.sign();
    }

    private boolean verify(String algorithm, KeyPair by, byte[] data, byte[] signature) throws Exception {
        Signature verifying = Signature.getInstance(algorithm, remembering);
        assertThat(verifying.getProvider()).isSameAs(remembering);
        verifying.initVerify(by.getPublic());
        verifying.update(data);
        return verifying.verify(signature);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec("P-256"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
