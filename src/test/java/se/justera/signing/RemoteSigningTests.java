package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.europa.esig.dss.enumerations.Indication;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.signing.LocalCsc.Credential;
import se.justera.signing.LocalCsc.Failure;
import se.justera.trust.TestTrust;
import se.justera.trust.TrustAnchors;
import se.justera.validation.TestValidation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** Signatures with keys that a remote signing service keeps (CSC API v2). */
class RemoteSigningTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String USER = "asa@forening.example";
    private static final Map<String, String> PIN = Map.of("PIN", "123456");

    private static final TestTrust TRUST = TestTrust.sample(CLOCK);
    private static final byte[] SEALED =
            TestSigning.sample(CLOCK).seal(FieldedPdf.make(), "Samordningsförbundet Exempel");

    private static ProviderPki pki;
    private static TrustAnchors anchors;

    private final LocalCsc csc;
    private final Signing signing;

    /** For a service that is never to answer: the others are waited for, however busy the machine is. */
    private final Signing impatient;

    RemoteSigningTests() throws IOException {
        csc = new LocalCsc();
        signing = signing(csc.settings(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        impatient = signing(csc.settings(Duration.ofMillis(800), Duration.ofSeconds(2)));
    }

    private static Signing signing(CscSettings settings) {
        KeySources sources = new KeySources(
                List.of(new OneTimeKeys(TRUST.authority(), new SecureRandom()), new CscKeys(settings, CLOCK)));
        return new PadesSigning(TRUST.keys(), sources, TRUST.timeStamps(), anchors, TRUST.revocation(), CLOCK);
    }

    @BeforeAll
    static void theServicesRootIsTrusted() throws GeneralSecurityException {
        pki = new ProviderPki();
        List<X509Certificate> roots = new ArrayList<>(TRUST.anchors().certificates());
        roots.add(pki.root());
        anchors = TrustAnchors.of(roots);
    }

    @AfterEach
    void close() {
        csc.close();
    }

    @Test
    void theServiceIsNotAskedAgainForWantOfRoom() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.rsa("Åsa", "Öhrn")).pin("123456"));
        byte[] signed = signing.sign(SEALED, TestSigning.order("sig_2", "Łukasz Čapek", CLOCK.instant(), "Justerare"));
        assertThat(signing.sign(signed, order(PIN)).length - signed.length).isGreaterThan(2 * ContainerRoom.AMPLE);
    }

    @Test
    void aSignatureWithAnRsaKeyOfTheServicesIsValidToTheEnd() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.rsa("Åsa", "Öhrn")).pin("123456"));
        byte[] signed = signing.sign(SEALED, order(PIN));
        byte[] both = signing.sign(signed, TestSigning.order("sig_2", "Łukasz Čapek", CLOCK.instant(), "Justerare"));
        byte[] preserved = signing.preserve(both);

        assertValid(signed, 2);
        assertValid(both, 3);
        assertValid(preserved, 3);
        var signature = Dss.validate(preserved, anchors, CLOCK.instant())
                .getDiagnosticData()
                .getSignatures()
                .get(1);
        assertThat(signature.getSigningCertificate().getCommonName()).isEqualTo("Åsa Öhrn");
        assertThat(signature.getSigningCertificate().getCertificateIssuerDN()).contains("Provtjänsten");
        assertThat(csc.calls())
                .containsExactly(
                        "oauth2/token",
                        "credentials/list",
                        "credentials/info",
                        "credentials/authorize",
                        "signatures/signHash");
        assertThat(csc.authorizationsLeft()).isZero();
    }

    @Test
    void anEllipticKeyWithoutAnythingToTypeSignsAtOnce() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")));
        assertValid(signing.sign(SEALED, order(Map.of())), 2);
    }

    @Test
    void asksForThePinAndTheCodeThatTheServiceHasSent() throws GeneralSecurityException {
        Credential credential = csc.give(
                USER, new Credential(pki.ec("Åsa", "Öhrn")).pin("123456").oneTimeCode());
        KeyAnswersWanted wanted =
                catchThrowableOfType(KeyAnswersWanted.class, () -> signing.sign(SEALED, order(Map.of())));
        assertThat(wanted.fields())
                .containsExactly(
                        new KeyAnswersWanted.Field("PIN", "PIN-kod", "", true),
                        new KeyAnswersWanted.Field("OTP", "Kod i sms", "Sex siffror", true));
        assertThat(csc.calls()).doesNotContain("credentials/authorize", "signatures/signHash");

        String code = credential.otp();
        byte[] signed = signing.sign(SEALED, order(Map.of("PIN", "123456", "OTP", code)));
        assertValid(signed, 2);
        assertThatThrownBy(() -> signing.sign(SEALED, order(Map.of("PIN", "123456", "OTP", code))))
                .as("a one-time code, once more, for another hash")
                .isInstanceOf(KeyAnswersWrong.class);
    }

    @Test
    void oneAnswerIsEnoughWhereTheServiceSaysSo() throws GeneralSecurityException {
        csc.give(
                USER,
                new Credential(pki.ec("Åsa", "Öhrn"))
                        .pin("123456")
                        .oneTimeCode()
                        .eitherWillDo());
        assertValid(signing.sign(SEALED, order(PIN)), 2);
    }

    @Test
    void waitsForAYesInTheServicesApp() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")).yesInTheApp());
        assertValid(signing.sign(SEALED, order(Map.of())), 2);
        assertThat(csc.calls()).contains("credentials/authorizeCheck");
    }

    @Test
    void doesNotWaitForEver() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")).yesInTheApp());
        csc.fails("credentials/authorizeCheck", Failure.NEVER_SAYS_YES);
        refused("did not say yes to Provtjänsten in time", () -> impatient.sign(SEALED, order(Map.of())));
    }

    @Test
    void aWrongPinSignsNothingAndTheServiceLocksTheKey() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")).pin("123456"));
        for (int tries = 0; tries < 3; tries++) {
            assertThatThrownBy(() -> signing.sign(SEALED, order(Map.of("PIN", "000000"))))
                    .isInstanceOf(KeyAnswersWrong.class);
        }
        refused("Credential locked", () -> signing.sign(SEALED, order(PIN)));
        assertThat(csc.calls()).doesNotContain("signatures/signHash");
    }

    @Test
    void anExpiredServiceTokenIsRenewed() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")));
        csc.fails("signatures/signHash", Failure.FORGETS_TOKENS);
        assertValid(signing.sign(SEALED, order(Map.of())), 2);
        assertThat(csc.calls()).filteredOn("oauth2/token"::equals).hasSize(2);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "credentials/authorize, SAD_OF_NOBODY,        Invalid parameter SAD",
        "credentials/authorize, SAD_EXPIRES_AT_ONCE,  SAD expired",
        "credentials/authorize, SAD_FOR_ANOTHER_HASH, Hash is not authorized by the SAD",
        "credentials/authorize, NO_SAD,               answers without SAD",
        "credentials/authorize, ENDLESS,              no JSON object",
        "credentials/authorize, SILENT,               does not answer",
        "credentials/list,      SILENT,               does not answer",
        "credentials/list,      BROKEN,               refuses credentials/list: HTTP 503 server_error",
        "credentials/list,      GARBAGE,              no JSON object",
        "credentials/info,      GARBAGE,              no JSON object",
        "signatures/signHash,   SILENT,               does not answer",
        "signatures/signHash,   GARBAGE,              no JSON object",
        "signatures/signHash,   BROKEN,               refuses signatures/signHash: HTTP 503 server_error",
        "signatures/signHash,   SIGNS_SOMETHING_ELSE, a signature of something else",
        "signatures/signHash,   NO_BASE64,            no signature",
        "signatures/signHash,   TWO_SIGNATURES,       another number of signatures than one"
    })
    void whateverTheServiceDoesWrongSignsNothing(String endpoint, Failure failure, String sentence)
            throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")).pin("123456"));
        csc.fails(endpoint, failure);
        Signing caller = failure == Failure.SILENT ? impatient : signing;
        refused(sentence, () -> caller.sign(SEALED, order(PIN)));
    }

    @Test
    void aDisabledKeyIsRefused() throws GeneralSecurityException {
        refusedKey("it is disabled", new Credential(pki.ec("Åsa", "Öhrn")).disabled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "revoked", "suspended"})
    void aCertificateThatIsNotValidIsRefused(String status) throws GeneralSecurityException {
        refusedKey("its certificate is " + status, new Credential(pki.ec("Åsa", "Öhrn")).certificateIs(status));
    }

    @Test
    void anExpiredCertificateIsRefusedWhateverTheServiceSays() throws GeneralSecurityException {
        refusedKey("has expired", new Credential(pki.expired("Åsa", "Öhrn")));
    }

    @Test
    void aCertificateWithoutThoseAboveItIsRefused() throws GeneralSecurityException {
        refusedKey("without those above it", new Credential(pki.ec("Åsa", "Öhrn")).withoutChain());
    }

    @Test
    void anotherPersonsCertificateIsRefused() throws GeneralSecurityException {
        refusedKey("names another person", new Credential(pki.ec("Åke", "Öhrn")));
    }

    @Test
    void aCertificateForSigningInIsRefused() throws GeneralSecurityException {
        refusedKey("not for signatures", new Credential(pki.forSigningIn("Åsa", "Öhrn")));
    }

    @Test
    void aKeyThatIsAuthorizedInAnotherWayIsRefused() throws GeneralSecurityException {
        refusedKey("not supported here", new Credential(pki.ec("Åsa", "Öhrn")).authorizedBy("oauth2code"));
    }

    @Test
    void whoHasNoKeyThereIsRefused() {
        assertThatThrownBy(() -> signing.sign(SEALED, order(PIN)))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("knows none");
    }

    @Test
    void theFirstUsableOfSeveralKeysIsTaken() throws GeneralSecurityException {
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")).disabled());
        csc.give(USER, new Credential(pki.ec("Åsa", "Öhrn")));
        assertValid(signing.sign(SEALED, order(Map.of())), 2);
    }

    @Test
    void aSourceThatIsNotSetUpIsRefused() {
        Signing alone = TestSigning.sample(CLOCK);
        assertThat(alone.keySources()).containsExactly("one-time-key");
        refused("There is no key source csc", () -> alone.sign(SEALED, order(PIN)));
    }

    private void refusedKey(String why, Credential credential) {
        csc.give(USER, credential);
        assertThatThrownBy(() -> signing.sign(SEALED, order(PIN)))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining(why);
        assertThat(csc.calls()).doesNotContain("credentials/authorize", "signatures/signHash");
    }

    private static void refused(String sentence, ThrowingCallable step) {
        assertThatThrownBy(step).isExactlyInstanceOf(SigningFailed.class).hasMessageContaining(sentence);
    }

    private void assertValid(byte[] pdf, int signatures) {
        ValidationResult result = TestValidation.trusting(anchors, CLOCK).validate("p.pdf", pdf, Locale.ENGLISH);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures())
                .hasSize(signatures)
                .allSatisfy(one -> assertThat(one.indication()).isEqualTo(Indication.TOTAL_PASSED.name()));
    }

    private static SignatureOrder order(Map<String, String> answers) {
        SignatureOrder order = TestSigning.order("sig_1", "Åsa Öhrn", CLOCK.instant(), "Ordförande");
        return new SignatureOrder(
                order.fieldName(),
                order.signer(),
                order.claimedRoles(),
                order.reason(),
                new KeyChoice("csc", USER, answers));
    }
}
