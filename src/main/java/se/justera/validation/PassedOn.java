package se.justera.validation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.justera.kernel.Sha256;

/** Validates as another validation does; who extends it adds what more can be said of some files. */
abstract class PassedOn implements Validation {

    private static final long STACK = 16L << 20;

    final Validation inner;
    private final Duration patience;

    PassedOn(Validation inner, Duration patience) {
        this.inner = inner;
        this.patience = patience;
    }

    @Override
    public ValidationResult validate(String name, byte[] uploadedPdf, Locale locale) {
        return inner.validate(name, uploadedPdf, locale);
    }

    @Override
    public ValidationReport report(String name, byte[] uploadedPdf, Locale locale) {
        return inner.report(name, uploadedPdf, locale);
    }

    @Override
    public final Optional<WhatChanged> whatChanged(byte[] uploadedPdf) {
        return inner.whatChanged(uploadedPdf);
    }

    @Override
    public final ValidationResult missing(String name, Locale locale) {
        return inner.missing(name, locale);
    }

    @Override
    public final ValidationResult tooLarge(String name, Sha256 sha256, Locale locale) {
        return inner.tooLarge(name, sha256, locale);
    }

    @Override
    public final ValidationResult refused(String name, Unreadable why, Locale locale) {
        return inner.refused(name, why, locale);
    }

    @Override
    public final List<String> trusted() {
        return inner.trusted();
    }

    @Override
    public final long maxBytes() {
        return inner.maxBytes();
    }

    /**
     * Looks at a file as the examination itself does: on a thread of its own with a deep but bounded stack, and for no
     * longer than a validation may take.
     */
    final <T> T inTime(String thread, Callable<T> look, T ifBroken, T ifSlow) {
        FutureTask<T> task = new FutureTask<>(look);
        Thread looking = new Thread(null, task, thread, STACK);
        looking.setDaemon(true);
        looking.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return ifBroken;
        } catch (TimeoutException e) {
            task.cancel(true);
            return ifSlow;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return ifSlow;
        }
    }
}
