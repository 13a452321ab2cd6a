package se.justera.validation.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.justera.document.OriginalContents;
import se.justera.document.extract.Extract;
import se.justera.document.extract.Extract.SignatureFact;
import se.justera.kernel.Sha256;
import se.justera.validation.KnownExtracts.Original;
import se.justera.validation.SignatureFacts;
import se.justera.validation.ValidationResult;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.ValidationResult.SignerName;
import se.justera.validation.Verdict;

/** Compares an extract with its signed original, trusting nobody who made either but the original's signatures. */
final class AgainstOriginal {

    private static final Set<Verdict> SOUND = Set.of(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Extract extract;
    private final Original original;
    private final ValidationResult validated;
    private final List<ExtractFault> faults = new ArrayList<>();

    private AgainstOriginal(Extract extract, Original original, ValidationResult validated) {
        this.extract = extract;
        this.original = original;
        this.validated = validated;
    }

    /**
     * What differs.
     *
     * @param validated what validating the original said
     * @param sealers who sealed the extract
     */
    static List<ExtractFault> of(
            Extract extract, Original original, ValidationResult validated, List<SignerName> sealers) {
        var comparison = new AgainstOriginal(extract, original, validated);
        comparison.hashes();
        comparison.fault(ExtractFault.ORIGINAL_UNSOUND, !SOUND.contains(validated.verdict()));
        comparison.fault(ExtractFault.SEALER, !sealers(validated).containsAll(sealers));
        if (comparison.faults.isEmpty()) {
            comparison.contents();
        }
        return comparison.faults;
    }

    /** The organisations that sealed a document. */
    static List<SignerName> sealers(ValidationResult result) {
        return result.signatures().stream()
                .filter(signature -> signature.kind() == Kind.SEAL)
                .map(SignatureResult::signer)
                .distinct()
                .toList();
    }

    private void fault(ExtractFault fault, boolean found) {
        if (found) {
            faults.add(fault);
        }
    }

    private void hashes() {
        var named = extract.original();
        boolean grown = named.sealedLength() <= named.length();
        fault(
                ExtractFault.HASH,
                !grown
                        || !begins(named.sealedLength(), named.sealedSha256())
                        || !begins(named.length(), named.sha256()));
    }

    private boolean begins(int length, Sha256 hash) {
        return length > 0
                && length <= original.pdf().length
                && Sha256.of(Arrays.copyOf(original.pdf(), length)).equals(hash);
    }

    /** Read from the revision that everybody signed, whatever came later. */
    private void contents() {
        var contents = OriginalContents.of(
                Arrays.copyOf(original.pdf(), extract.original().sealedLength()));
        List<SignatureFact> signatures = SignatureFacts.of(validated);
        fault(ExtractFault.ROOT, !contents.hasTheRootOf(extract));
        fault(ExtractFault.ITEMS, !contents.hasTheItemsOf(extract));
        fault(ExtractFault.HEAD, !contents.hasTheHeadOf(extract));
        fault(ExtractFault.NOT_ADJUSTED, original.superseded() || !contents.isSignedByAllWith(signatures.size()));
        fault(ExtractFault.SIGNATURES, !signatures.equals(extract.signatures()) || !isLastDay(signatures));
    }

    /** A signature made just before midnight may have been recorded just after. */
    private boolean isLastDay(List<SignatureFact> signatures) {
        LocalDate adjustedOn = extract.original().adjustedOn();
        return signatures.stream()
                .map(SignatureFact::time)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(time -> List.of(time, time.plusSeconds(3600)))
                .filter(times -> times.stream()
                        .anyMatch(time -> time.atZone(STOCKHOLM).toLocalDate().equals(adjustedOn)))
                .isPresent();
    }
}
