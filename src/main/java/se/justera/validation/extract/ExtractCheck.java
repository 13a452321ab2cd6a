package se.justera.validation.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.document.EmbeddedProofs;
import se.justera.document.PrintedExtract;
import se.justera.document.extract.Extract;
import se.justera.validation.KnownExtracts;
import se.justera.validation.KnownExtracts.Original;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/** Examines files that say they are extracts. */
public final class ExtractCheck {

    private final Validation validation;
    private final KnownExtracts known;
    private final EmbeddedProofs proofs = new EmbeddedProofs();

    /** @param validation validates the originals */
    public ExtractCheck(Validation validation, KnownExtracts known) {
        this.validation = validation;
        this.known = known;
    }

    /**
     * What is found in an extract.
     *
     * @param extract absent if its data cannot be read
     * @param original true if it was compared with its original
     */
    public record Outcome(@Nullable Extract extract, List<ExtractFault> faults, boolean original) {

        public Outcome {
            faults = List.copyOf(faults);
        }

        /** For an extract about which nothing can be said but this. */
        public static Outcome only(ExtractFault fault) {
            return new Outcome(null, List.of(fault), false);
        }
    }

    /** Whether the file says that it is an extract. */
    public boolean concerns(byte[] uploadedPdf) {
        return proofs.claimsToBeExtract(uploadedPdf);
    }

    /**
     * What can be said of the file as an extract; empty if it does not say that it is one.
     *
     * @param result what validating the file said
     */
    public Optional<Outcome> look(byte[] uploadedPdf, ValidationResult result) {
        if (!concerns(uploadedPdf)) {
            return Optional.empty();
        }
        return Optional.of(proofs.extract(uploadedPdf)
                .filter(Extract::canBeShown)
                .map(extract -> look(uploadedPdf, extract, result))
                .orElseGet(() -> Outcome.only(ExtractFault.UNREADABLE)));
    }

    private Outcome look(byte[] pdf, Extract extract, ValidationResult result) {
        var faults = new ArrayList<ExtractFault>();
        if (!extract.leadsToItsRoot()) {
            faults.add(ExtractFault.PROOF);
        }
        if (!new PrintedExtract().isOf(pdf, extract)) {
            faults.add(ExtractFault.PRINT);
        }
        Optional<Original> original = known.originalOf(extract);
        original.ifPresent(found -> faults.addAll(AgainstOriginal.of(
                extract,
                found,
                validation.validate("", found.pdf(), Locale.ENGLISH),
                AgainstOriginal.sealers(result))));
        if (original.isEmpty() && known.isExhaustive()) {
            faults.add(ExtractFault.NOT_ITS_ORIGINAL);
        }
        return new Outcome(extract, faults, original.isPresent());
    }
}
