package se.justera.validation;

import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import se.justera.validation.changes.LaterChanges;
import se.justera.validation.changes.SamePages;
import se.justera.validation.engine.EngineAnswer;
import se.justera.validation.engine.StrictEngine;
import se.justera.validation.structure.Appetite;
import se.justera.validation.structure.ByteRangeCheck;
import se.justera.validation.structure.ContainerCheck;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.LooseSignatures;
import se.justera.validation.structure.Revision;
import se.justera.validation.structure.SignatureAsWritten;
import se.justera.validation.structure.SignatureSlot;
import se.justera.validation.structure.SignatureSlots;
import se.justera.validation.structure.UnpackedSize;

/** The examination of one file: its own structure, what DSS says, and what changed between its revisions. */
final class Examination {

    /** All that was learnt about a file. */
    record Outcome(
            int pages,
            List<SignatureSlot> slots,
            List<Finding> findings,
            @Nullable Reports reports) {

        /** Whether there is anything that claims to be a person's signature or a seal. */
        boolean signed() {
            return slots.stream().anyMatch(slot -> !slot.timestamp());
        }
    }

    private static final COSName VALIDATION_DATA = COSName.getPDFName("DSS");
    private static final Pattern ENCRYPTION = Pattern.compile("/Encrypt\\s+\\d+ \\d+ R");

    private final StrictEngine engine;
    private final ValidationLimits limits;
    private final Sentences sentences;
    private final long share;

    /** @param share bytes of memory for the objects of one revision, or for the largest stream */
    Examination(StrictEngine engine, ValidationLimits limits, long share, Sentences sentences) {
        this.engine = engine;
        this.share = share;
        this.limits = limits;
        this.sentences = sentences;
    }

    Outcome examine(byte[] pdf, boolean etsi) throws CannotBeRead {
        return reading(pdf, whole -> {
            List<SignatureSlot> slots = slots(whole);
            return examine(pdf, whole, slots, whole.document().getNumberOfPages(), etsi);
        });
    }

    /**
     * Whether a file, whose beginning is known and valid, has since grown by one valid signature and by nothing else. Only
     * yes is an answer: with no, the whole file is to be examined.
     *
     * @param known how long that beginning is
     */
    boolean grewByASignature(byte[] pdf, int known) throws CannotBeRead {
        return reading(pdf, whole -> {
            List<SignatureSlot> slots = slots(whole);
            try (Revision before = Revision.of(pdf, known)) {
                return !slots.isEmpty()
                        && ourselves(pdf, known, whole, before, slots)
                        && answers(
                                        engine.validateNewest(pdf, sentences.locale()),
                                        slots.subList(slots.size() - 1, slots.size()))
                                .isEmpty();
            }
        });
    }

    /** All that we look at ourselves, of the signatures before the newest only how they lie in the file. */
    private boolean ourselves(byte[] pdf, int known, Revision whole, Revision before, List<SignatureSlot> slots) {
        List<SignatureSlot> earlier = slots.subList(0, slots.size() - 1);
        SignatureSlot newest = slots.get(slots.size() - 1);
        return newest.end() == pdf.length
                && !newest.timestamp()
                && newest.byteRange().get(1) >= known
                && SignatureSlots.of(before).size() == earlier.size()
                && earlier.stream().allMatch(slot -> slot.end() <= known)
                && LooseSignatures.of(pdf, slots, whole).isEmpty()
                && ByteRangeCheck.of(pdf, slots).isEmpty()
                && ContainerCheck.of(List.of(newest), engine.anchors()).isEmpty()
                && sameValidationData(before, whole)
                && LaterChanges.onlySignatures(pdf, before, whole);
    }

    private static boolean sameValidationData(Revision before, Revision whole) {
        COSBase was = before.catalog().getItem(VALIDATION_DATA);
        COSBase is = whole.catalog().getItem(VALIDATION_DATA);
        return was == null ? is == null : Cos.key(was) != null && Cos.samePlace(was, is);
    }

    private interface Reading<T> {
        T of(Revision whole) throws CannotBeRead, IOException;
    }

    private <T> T reading(byte[] pdf, Reading<T> reading) throws CannotBeRead {
        if (Appetite.exceeds(share, pdf)) {
            throw new CannotBeRead(Unreadable.TOO_HUNGRY);
        }
        try (Revision whole = Revision.of(pdf, pdf.length)) {
            return reading.of(whole);
        } catch (InvalidPasswordException e) {
            throw new CannotBeRead(Unreadable.ENCRYPTED);
        } catch (IOException e) {
            throw new CannotBeRead(namesAnEncryption(pdf) ? Unreadable.ENCRYPTED : Unreadable.DAMAGED);
        }
    }

    /** The signatures of a document that is within all limits. */
    private List<SignatureSlot> slots(Revision whole) throws CannotBeRead, IOException {
        if (whole.document().isEncrypted()) {
            throw new CannotBeRead(Unreadable.ENCRYPTED);
        }
        if (whole.places().size() > limits.maxObjects()) {
            throw new CannotBeRead(Unreadable.TOO_MANY_OBJECTS);
        }
        switch (UnpackedSize.of(whole, share, limits.maxUnpacked().toBytes())) {
            case ALL_TOO_LARGE -> throw new CannotBeRead(Unreadable.TOO_LARGE_UNPACKED);
            case ONE_TOO_LARGE -> throw new CannotBeRead(Unreadable.TOO_HUNGRY);
            case FITTING -> {}
        }
        if (whole.document().getNumberOfPages() > limits.maxPages()) {
            throw new CannotBeRead(Unreadable.TOO_MANY_PAGES);
        }
        List<SignatureSlot> slots = SignatureSlots.of(whole);
        if (slots.size() > limits.maxSignatures()) {
            throw new CannotBeRead(Unreadable.TOO_MANY_SIGNATURES);
        }
        return slots;
    }

    /** Encrypted for the holders of certificates, or in a way that nobody here knows (ISO 32000-2, 7.6). */
    private static boolean namesAnEncryption(byte[] pdf) {
        return ENCRYPTION.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).find();
    }

    private Outcome examine(byte[] pdf, Revision whole, List<SignatureSlot> slots, int pages, boolean etsi) {
        List<Finding> findings = new ArrayList<>(LooseSignatures.of(pdf, slots, whole));
        if (slots.isEmpty()) {
            return new Outcome(pages, slots, findings, null);
        }
        findings.addAll(ByteRangeCheck.of(pdf, slots));
        findings.addAll(SignatureAsWritten.reconsider(ContainerCheck.of(slots, engine.anchors()), pdf, slots));
        List<SignatureSlot> sound = slots.stream()
                .filter(slot -> findings.stream()
                        .noneMatch(finding -> finding.fault().verdict() == Verdict.INVALID
                                && finding.concerns(slot.field(), Long.MAX_VALUE)))
                .toList();
        LaterChanges changes = LaterChanges.of(pdf, sound, whole);
        boolean plain = findings.isEmpty() && changes.plain();
        findings.addAll(changes.findings());
        Optional<Reports> reports = plain
                ? engine.validatePlain(pdf, sentences.locale(), etsi)
                : engine.validate(pdf, sentences.locale(), etsi);
        List<Finding> answers = answers(reports, slots);
        if (onlyInDoubt(findings, answers) && SamePages.of(pdf, sound.get(0).end(), whole)) {
            reports = engine.validateUnchanged(pdf, sentences.locale(), etsi);
            answers = answers(reports, slots);
        }
        findings.addAll(SignatureAsWritten.reconsider(answers, pdf, slots));
        return new Outcome(pages, slots, findings, reports.orElse(null));
    }

    private static boolean onlyInDoubt(List<Finding> ours, List<Finding> answers) {
        return answers.stream().anyMatch(finding -> finding.fault() == Fault.POLICY_DOUBT)
                && Stream.concat(ours.stream(), answers.stream())
                        .allMatch(finding -> finding.fault() == Fault.POLICY_DOUBT
                                || finding.fault().verdict().compareTo(Verdict.MODIFIED) > 0);
    }

    private static List<Finding> answers(Optional<Reports> reports, List<SignatureSlot> slots) {
        return reports.map(answer -> answered(slots, new EngineAnswer(answer, slots)))
                .orElseGet(() -> gaveUp(slots));
    }

    /** Every signature and time-stamp must have its answer from DSS. */
    private static List<Finding> answered(List<SignatureSlot> slots, EngineAnswer answer) {
        List<Finding> findings = new ArrayList<>(answer.findings());
        Set<String> fields = answer.answeredFields();
        for (SignatureSlot slot : slots) {
            if (!fields.contains(slot.field())) {
                Fault fault = slot.timestamp() ? Fault.TIMESTAMP_UNKNOWN : Fault.KIND_UNKNOWN;
                findings.add(Finding.of(fault, slot.field()));
            }
        }
        return findings;
    }

    private static List<Finding> gaveUp(List<SignatureSlot> slots) {
        return slots.stream()
                .map(slot -> Finding.of(Fault.KIND_UNKNOWN, slot.field()))
                .toList();
    }
}
