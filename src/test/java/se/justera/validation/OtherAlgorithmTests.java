package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other products sign with: an intact signature is never called broken, whether we know its algorithm or not. */
class OtherAlgorithmTests {

    private final Validation validation =
            new StrictValidation(List.of(), ValidationLimits.standard(), Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, SHA256withRSAandMGF1, INTACT_UNTRUSTED",
        "RSA, 2048, SHA512withRSA, INTACT_UNTRUSTED",
        "RSA, 2048, SHA3-256withRSA, INTACT_UNTRUSTED",
        "EC, P-521, SHA512withECDSA, INTACT_UNTRUSTED",
        "EC, brainpoolP256r1, SHA256withECDSA, INTACT_UNTRUSTED",
        "EC, brainpoolP512t1, SHA512withECDSA, INTACT_UNTRUSTED",
        "EC, P-256, SHA256withPLAIN-ECDSA, INTACT_UNTRUSTED",
        "Ed25519, '', Ed25519, INTACT_UNTRUSTED",
        "Ed448, '', Ed448, INTACT_UNTRUSTED",
        "DSA, 1024, SHA1withDSA, INTACT_UNTRUSTED",
        "EC, sm2p256v1, SM3withSM2, INDETERMINATE",
        "ECGOST3410-2012, Tc26-Gost-3410-12-256-paramSetA, GOST3411-2012-256withECGOST3410-2012-256, INDETERMINATE",
        "ML-DSA-65, '', ML-DSA-65, INDETERMINATE"
    })
    void isNeverCalledBroken(String kind, String size, String algorithm, Verdict expected) {
        CmsSigner signer = CmsSigner.with(kind, size, algorithm);
        for (String subFilter : List.of("ETSI.CAdES.detached", "adbe.pkcs7.detached")) {
            byte[] signed = signer.calledBy(subFilter).sign(TestPdf.unsigned());
            assertThat(verdict(signed)).as(subFilter).isEqualTo(expected);
            byte[] altered = Attacks.flip(signed, Attacks.text(signed).indexOf("stream") + 30);
            assertThat(verdict(altered))
                    .as(subFilter)
                    .isIn(Verdict.INVALID, expected == Verdict.INDETERMINATE ? expected : Verdict.INVALID);
        }
    }

    private Verdict verdict(byte[] pdf) {
        return validation.validate("p.pdf", pdf, Locale.ENGLISH).verdict();
    }
}
