package se.justera.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Drafts;
import se.justera.signing.SealOrder;
import se.justera.signing.Signing;
import se.justera.signing.SigningFailed;
import se.justera.signing.TestSigning;
import se.justera.validation.NamedTrust;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** Keys in a real HSM: SoftHSM2. */
class HardwareKeysTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ASSOCIATION = "Samordningsförbundet Exempel";
    private static final String ORG_NUMBER = "222000-0018";

    @TempDir
    private static Path folder;

    private static Map<String, String> inTheToken = Map.of();
    private static SoftHsm house;
    private static SoftHsm own;
    private static SoftHsm doomed;
    private static SoftHsm doomedToo;

    @BeforeAll
    static void fillTheTokens() throws IOException {
        SoftHsm.clean();
        house = SoftHsm.token("justera");
        own = SoftHsm.token("forbundet");
        doomed = SoftHsm.token("doomed");
        doomedToo = SoftHsm.token("doomed too");
        SamplePki pki = new SamplePki("Värden", "", new SecureRandom());
        pki.writeTo(folder);
        house.make("seal", key -> pki.sealFor(key, "Värden", "222000-0026"));
        house.make("tsa", key -> pki.tsaFor(key, "Värden"));
        house.make("issuing-ca", key -> pki.issuingCaFor(key, "Värden"));
        doomed.make("seal", key -> pki.sealFor(key, "Värden", "222000-0026"));
        doomedToo.make("seal", key -> pki.sealFor(key, "Värden", "222000-0026"));
        own.make("forbundets sigill", key -> pki.sealFor(key, ASSOCIATION, ORG_NUMBER));
        Map<String, String> properties = new HashMap<>(TestTrust.propertiesOf(folder));
        for (String key : List.of("seal", "tsa", "issuing-ca")) {
            properties.put(key + "-store", house.uri(key));
            properties.put(key + "-password", SoftHsm.PIN);
        }
        properties.put("seals[0].org-number", ORG_NUMBER);
        properties.put("seals[0].store", own.uri("forbundets%20sigill"));
        properties.put("seals[0].password", SoftHsm.PIN);
        inTheToken = Map.copyOf(properties);
    }

    @Test
    void sealTimeStampIssueAndStaySoundAfterTheDeviceForgotTheLogin() {
        Signing signing = TestSigning.with(TestTrust.with(inTheToken, CLOCK), CLOCK);
        byte[] revision = signing.seal(sealable(), "Värden");
        house.forgetLogins();
        revision = signing.sign(revision, TestSigning.order("sig_1", "Åsa Öhrn", CLOCK.instant(), "Ordförande"));
        house.forgetLogins();
        ValidationResult result = validated(signing.preserve(revision));
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures().get(0).signer().organisation()).isEqualTo("Värden");
    }

    @Test
    void anAssociationSealsWithItsOwnKeyAndNobodyElseDoes() {
        TestTrust trust = TestTrust.with(inTheToken, CLOCK);
        Signing signing = TestSigning.with(trust, CLOCK);
        assertThat(organisation(signing.seal(sealable(), SealOrder.ofMinutes(ASSOCIATION, ORG_NUMBER))))
                .isEqualTo(ASSOCIATION);
        assertThat(organisation(signing.seal(sealable(), SealOrder.ofMinutes(ASSOCIATION, "2220000018"))))
                .isEqualTo(ASSOCIATION);
        assertThat(organisation(signing.seal(sealable(), SealOrder.ofMinutes("Grannen", "222000-0034"))))
                .isEqualTo("Värden");
        assertThat(organisation(signing.seal(sealable(), SealOrder.ofMinutes("Grannen", null))))
                .isEqualTo("Värden");
    }

    @Test
    void aDeviceSetUpAnewIsAskedOnceAndThenSaysSo() {
        StoredKey key = StoredKey.read(KeySetting.of("seal"), doomed.uri("seal"), SoftHsm.PIN);
        assertThat(key.sign("SHA256withECDSA", new byte[10])).isNotEmpty();
        doomed.forgetLogins();
        doomed.erase();
        assertThatThrownBy(() -> key.sign("SHA256withECDSA", new byte[10]))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("The PKCS#11 token of justera.trust.seal-store holds no private key");
    }

    @Test
    void aSealThatCannotBeSetLeavesNothingBehind() {
        Map<String, String> properties = new HashMap<>(inTheToken);
        properties.put("seal-store", doomedToo.uri("seal"));
        Signing signing = TestSigning.with(TestTrust.with(properties, CLOCK), CLOCK);
        doomedToo.forgetLogins();
        doomedToo.erase();
        assertThatThrownBy(() -> signing.seal(sealable(), "Värden"))
                .isInstanceOf(SigningFailed.class)
                .hasMessageContaining("The seal could not be set: The PKCS#11 token of justera.trust.seal-store");
    }

    @Test
    void aWrongPinAndAnUnknownKeyAreNamedAtStart() {
        Map<String, String> wrongPin = new HashMap<>(inTheToken);
        wrongPin.put("seals[0].password", "0000");
        own.forgetLogins();
        assertThatThrownBy(() -> TestTrust.with(wrongPin, CLOCK).keys())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("justera.trust.seals[0].store cannot be opened: CKR_PIN_INCORRECT");
        Map<String, String> unknown = new HashMap<>(inTheToken);
        unknown.put("seals[0].store", own.uri("sigill"));
        assertThatThrownBy(() -> TestTrust.with(unknown, CLOCK).keys())
                .hasMessageContaining("justera.trust.seals[0].store holds no private key")
                .hasMessageContaining("\"sigill\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pkcs11:object=seal | has no usable module-path",
                "pkcs11:slot-id=x;object=seal?module-path=/p11.so | has a slot-id that is no number",
                "pkcs11:object=seal?pin-value=4711 | has \"pin-value\", which is not understood",
                "pkcs11:object=seal?module-path=/nowhere/p11.so | cannot be opened",
            })
    void aUriThatNamesNoKeyIsRefusedWithAnExample(String uri, String sentence) {
        assertThatThrownBy(() -> StoredKey.read(KeySetting.of("seal"), uri, "4711"))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("justera.trust.seal-store")
                .message()
                .doesNotContain("4711");
    }

    private static byte[] sealable() {
        return new ArchiveTypesetter(CLOCK).sealablePdf(Drafts.order(Drafts.read("notes")));
    }

    private static String organisation(byte[] sealed) {
        return String.valueOf(validated(sealed).signatures().get(0).signer().organisation());
    }

    private static ValidationResult validated(byte[] pdf) {
        return NamedTrust.trusting(List.of(NamedTrust.read(folder.resolve("trust"), null)), CLOCK)
                .validate("p.pdf", pdf, Locale.ENGLISH);
    }
}
