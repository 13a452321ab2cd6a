package se.justera.validation;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.unit.DataSize;
import se.justera.kernel.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Jazzer calls: the entry of the validation as the service has it, with files of every format that we validate,
 * tampered with as its bytes say. Anything but an answer of ours is a finding: an exception or error, an answer that is
 * none, more than half a minute, a connection to anywhere (Jazzer's own), or a signed file whose signed bytes are changed
 * and that is said to be all right.
 */
public final class ValidationFuzz {

    private static final Set<Verdict> ALL_RIGHT = Set.of(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
    private static final int SLOW = 30;
    private static final ValidationLimits LIMITS = new ValidationLimits(
            DataSize.ofMegabytes(5),
            500,
            50,
            20_000,
            DataSize.ofMegabytes(64),
            Duration.ofSeconds(SLOW),
            Duration.ZERO);
    private static final JsonMapper JSON = new JsonMapper();

    private static final TestSigner SIGNER = new TestSigner();
    private static final List<byte[]> SEEDS = seeds();
    private static final Validation VALIDATION = new OwnDocumentValidation(
            new ExtractAwareValidation(
                    new StrictValidation(SIGNER.anchors(), LIMITS, Clock.systemUTC()),
                    KnownExtracts.none(),
                    LIMITS.timeout()),
            OwnDocuments.none(),
            LIMITS.timeout());

    private ValidationFuzz() {}

    private static List<byte[]> seeds() {
        byte[] plain = SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
        byte[] packed = SIGNER.archive(SIGNER.sign(TestPdf.compressed(), "sig_1", "Anna", "Åström"));
        var others = new OtherSigner(SIGNER.pki());
        return List.of(
                plain,
                SIGNER.archive(SIGNER.sign(plain, "sig_2", "Bo", "Ek", "Justerare")),
                packed,
                TestPdf.unsigned(),
                SignedSample.preserved(),
                AlteredSample.withAnotherFirstPage(),
                others.xades(OtherSigner.XML, SignaturePackaging.ENVELOPED),
                others.cades(SignaturePackaging.ENVELOPING),
                others.jades(JWSSerializationType.JSON_SERIALIZATION),
                others.asicWithCades(ASiCContainerType.ASiC_E, OtherSigner.TEXT, OtherSigner.XML),
                others.asicWithXades(ASiCContainerType.ASiC_S, OtherSigner.TEXT));
    }

    /** Called by Jazzer over and over. */
    public static void fuzzerTestOneInput(FuzzedDataProvider will) {
        byte[] seed = SEEDS.get(will.consumeInt(0, SEEDS.size() - 1));
        boolean all = will.consumeInt(0, 9) == 0;
        Locale locale = will.consumeBoolean() ? Locale.ENGLISH : Locale.forLanguageTag("sv");
        byte[] file = Tampering.of(seed, will);

        ValidationResult result =
                all ? VALIDATION.report("f.pdf", file, locale).result() : VALIDATION.validate("f.pdf", file, locale);
        if (all && result.verdict() == Verdict.MODIFIED) {
            VALIDATION.whatChanged(file);
        }
        check(file, seed, result);
    }

    private static void check(byte[] file, byte[] seed, ValidationResult result) {
        require(!result.reason().isBlank() && !result.reason().contains("{"), "no sentence: " + result.reason());
        require(!JSON.writeValueAsString(result).isEmpty(), "no JSON");
        require(file.length == 0 || Sha256.of(file).hex().equals(result.sha256()), "another file's SHA-256");
        boolean unreadable = result.verdict() == Verdict.UNREADABLE;
        require(unreadable == (result.pages() == null) || !isPdf(file), "pages and verdict disagree");
        require(!unreadable || result.signatures().isEmpty(), "signatures of what cannot be read");
        require(!unreadable || !result.reason().contains(" %d ".formatted(SLOW)), "too slow: " + result.reason());
        require(!ALL_RIGHT.contains(result.verdict()) || !isPdf(seed) || keeps(file, seed), "a forgery is all right");
    }

    private static boolean isPdf(byte[] file) {
        return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
    }

    /** Whether all that the last signature covers is there, or else the file is cut, which another test looks at. */
    private static boolean keeps(byte[] file, byte[] seed) {
        List<List<Integer>> ranges = Attacks.byteRanges(seed);
        if (ranges.isEmpty() || file.length < seed.length) {
            return true;
        }
        List<Integer> last = ranges.get(ranges.size() - 1);
        int second = last.get(2);
        return Arrays.equals(file, 0, last.get(1), seed, 0, last.get(1))
                && Arrays.equals(file, second, second + last.get(3), seed, second, second + last.get(3));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
