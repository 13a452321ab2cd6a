package se.justera.validation;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Sha256;
import se.justera.validation.engine.Elsewhere;
import se.justera.validation.engine.EngineReports;
import se.justera.validation.engine.StrictEngine;
import se.justera.validation.formats.SignedFormat;
import se.justera.validation.formats.TextLimit;

/**
 * Validates PDFs under the strict policy, offline unless told otherwise. Whatever is in the bytes, there is an answer: each file has a thread
 * of its own with a deep but bounded stack and a time limit.
 */
public final class StrictValidation implements Validation {

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.ISO_8859_1);
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final long STACK = 16L << 20;

    private final StrictEngine engine;
    private final Supplier<List<String>> missingLists;
    private final ValidationLimits limits;
    private final long share;
    private final Clock clock;
    private final FoundValid found;

    /**
     * @param trust the anchors, and trusted lists if any; without any, nothing is trusted
     * @param clock the time of validation
     */
    public StrictValidation(List<CertificateSource> trust, ValidationLimits limits, Clock clock) {
        this(trust, List::of, limits, clock);
    }

    /**
     * The same where trusted lists may be missing.
     *
     * @param missingLists whose lists are not there, so that what only they vouch for is not known
     */
    public StrictValidation(
            List<CertificateSource> trust, Supplier<List<String>> missingLists, ValidationLimits limits, Clock clock) {
        this(trust, missingLists, limits, Runtime.getRuntime().maxMemory() / 4, clock);
    }

    /** @param share bytes of memory for the objects of one revision of a file: two are in memory at a time */
    StrictValidation(
            List<CertificateSource> trust,
            Supplier<List<String>> missingLists,
            ValidationLimits limits,
            long share,
            Clock clock) {
        this(new StrictEngine(trust, clock), missingLists, limits, share, clock);
    }

    private StrictValidation(
            StrictEngine engine,
            Supplier<List<String>> missingLists,
            ValidationLimits limits,
            long share,
            Clock clock) {
        this.engine = engine;
        this.missingLists = missingLists;
        this.limits = limits;
        this.share = share;
        this.clock = clock;
        this.found = new FoundValid(clock);
    }

    /** The same that looks elsewhere for what a file does not hold: for each file where it is then told to. */
    StrictValidation looking(Supplier<Elsewhere> elsewhere) {
        return new StrictValidation(engine.looking(elsewhere), missingLists, limits, share, clock);
    }

    /** Begins to read what every validation needs, beside whatever the caller does meanwhile. */
    public static void prepare() {
        StrictEngine.prepare();
    }

    @Override
    public ValidationResult validate(String name, byte[] uploadedPdf, Locale locale) {
        ValidationResult result = examine(name, uploadedPdf, locale, false).in(locale);
        remember(result.verdict(), uploadedPdf);
        return result;
    }

    @Override
    public Verdict verdictOfNext(byte[] known, byte[] made) {
        if (!isNext(known, made)) {
            return verdict(made);
        }
        remember(Verdict.VALID, made);
        return Verdict.VALID;
    }

    private void remember(Verdict verdict, byte[] pdf) {
        if (verdict == Verdict.VALID) {
            found.remember(pdf, engine.anchors());
        }
    }

    /** Whether {@code made} is valid because {@code known} was and only a valid signature came; no says nothing. */
    boolean isNext(byte[] known, byte[] made) {
        if (Arrays.mismatch(known, made) != known.length || !found.knows(known, engine.anchors())) {
            return false;
        }
        try {
            refuseAtSight(made);
            Examination examination = new Examination(engine.forOneFile(), limits, share, Sentences.in(Locale.ENGLISH));
            return inTime(made, () -> examination.grewByASignature(made, known.length));
        } catch (CannotBeRead e) {
            return false;
        }
    }

    @Override
    public ValidationReport report(String name, byte[] uploadedPdf, Locale locale) {
        Examined examined = examine(name, uploadedPdf, locale, true);
        ValidationResult result = examined.in(locale);
        EngineReports reports = EngineReports.of(examined.reports(), result, clock.instant());
        return new ValidationReport(result, reports, examined.in(SWEDISH), examined.in(Locale.ENGLISH));
    }

    @Override
    public Optional<WhatChanged> whatChanged(byte[] uploadedPdf) {
        try {
            refuseAtSight(uploadedPdf);
            Examination examination = new Examination(engine.forOneFile(), limits, share, Sentences.in(SWEDISH));
            return inTime(
                    uploadedPdf, () -> new Differences(uploadedPdf, examination.examine(uploadedPdf, false)).seen());
        } catch (CannotBeRead e) {
            return Optional.empty();
        }
    }

    @Override
    public ValidationResult missing(String name, Locale locale) {
        return unreadable(name, null, Unreadable.MISSING, Sentences.in(locale));
    }

    @Override
    public ValidationResult tooLarge(String name, Sha256 sha256, Locale locale) {
        return unreadable(name, sha256.hex(), Unreadable.TOO_LARGE, Sentences.in(locale));
    }

    @Override
    public ValidationResult refused(String name, Unreadable why, Locale locale) {
        return unreadable(name, null, why, Sentences.in(locale));
    }

    @Override
    public List<String> trusted() {
        return engine.anchors().stream()
                .map(anchor -> DSSASN1Utils.getHumanReadableName(new CertificateToken(anchor)))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public long maxBytes() {
        return limits.maxSize().toBytes();
    }

    private Examined examine(String name, byte[] pdf, Locale locale, boolean etsi) {
        String sha256 = Sha256.of(pdf).hex();
        try {
            refuseAtSight(pdf);
            if (!isPdf(pdf)) {
                return examineOther(name, sha256, pdf, locale, etsi);
            }
            Examination examination = new Examination(engine.forOneFile(), limits, share, Sentences.in(locale));
            Examination.Outcome outcome = inTime(pdf, () -> examination.examine(pdf, etsi));
            List<String> missing = missingLists.get();
            return new Examined(
                    language ->
                            new Conclusion(outcome, Sentences.in(language), pdf.length, missing).result(name, sha256),
                    outcome.reports());
        } catch (CannotBeRead e) {
            String known = pdf.length == 0 ? null : sha256;
            return new Examined(language -> unreadable(name, known, e.why(), Sentences.in(language)), null);
        }
    }

    /** The result in any language, and what DSS said if it was asked. */
    private record Examined(
            Function<Locale, ValidationResult> told,
            @Nullable Reports reports) {

        ValidationResult in(Locale language) {
            return told.apply(language);
        }
    }

    private void refuseAtSight(byte[] pdf) throws CannotBeRead {
        if (pdf.length == 0) {
            throw new CannotBeRead(Unreadable.EMPTY);
        } else if (pdf.length > limits.maxSize().toBytes()) {
            throw new CannotBeRead(Unreadable.TOO_LARGE);
        }
    }

    private static boolean isPdf(byte[] file) {
        return file.length >= HEADER.length && Arrays.equals(file, 0, HEADER.length, HEADER, 0, HEADER.length);
    }

    /** Some readers look for the header in the first kilobyte; what stands before it moves all that follows. */
    private static boolean beginsLate(byte[] file) {
        return new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    /** Signed files of other formats; their classes are loaded only when one comes. */
    private Examined examineOther(String name, String sha256, byte[] file, Locale locale, boolean etsi)
            throws CannotBeRead {
        SignedFormat format = SignedFormat.of(file)
                .orElseThrow(() -> new CannotBeRead(beginsLate(file) ? Unreadable.DAMAGED : Unreadable.NOT_A_PDF));
        OtherExamination examination = new OtherExamination(engine.forOneFile(), limits, Sentences.in(locale));
        OtherExamination.Outcome outcome = inTime(file, () -> examination.examine(format, file, etsi));
        return new Examined(
                language -> new OtherConclusion(outcome, Sentences.in(language)).result(name, sha256),
                outcome.reports());
    }

    /** Deep nesting and huge allocations in hostile files end here as well, as errors of this one thread. */
    private <T> T inTime(byte[] file, Callable<T> examination) throws CannotBeRead {
        FutureTask<T> task = new FutureTask<>(examination);
        Thread thread = new Thread(null, task, "validation", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return TimeLimit.of(limits, file.length).await(task, thread);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotBeRead known ? known : new CannotBeRead(Unreadable.DAMAGED);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new CannotBeRead(Unreadable.TOO_SLOW);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CannotBeRead(Unreadable.TOO_SLOW);
        }
    }

    private ValidationResult unreadable(String name, @Nullable String sha256, Unreadable why, Sentences sentences) {
        Object limit = switch (why) {
            case TOO_LARGE -> limits.maxSize().toMegabytes();
            case TEXT_TOO_LARGE -> TextLimit.BYTES >> 20;
            case TOO_MANY_PAGES -> limits.maxPages();
            case TOO_MANY_OBJECTS -> limits.maxObjects();
            case TOO_LARGE_UNPACKED -> limits.maxUnpacked().toMegabytes();
            case TOO_MANY_SIGNATURES -> limits.maxSignatures();
            case TOO_SLOW -> TimeLimit.of(limits, 0).sure().toSeconds();
            default -> "";
        };
        return new ValidationResult(
                name,
                sha256,
                Verdict.UNREADABLE,
                sentences.unreadable(why, limit),
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
