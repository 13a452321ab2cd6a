package se.justera.validation;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The part of the heap that all files under way may have together. Each takes what it may need, by its size, and the
 * largest take all of it and are alone; who finds no room waits in line.
 */
public final class HeapShare {

    private static final double OF_THE_HEAP = 0.6;
    private static final int ANY_FILE_MB = 16;

    /** What a validation held at its worst for each byte of the file, rounded up. */
    private static final int TIMES = 12;

    private final int megabytes;
    private final Semaphore free;

    /** @param heap the most bytes that the heap may have */
    public HeapShare(long heap) {
        this.megabytes = (int) Math.max(ANY_FILE_MB, Math.min(Integer.MAX_VALUE, heap * OF_THE_HEAP / (1 << 20)));
        this.free = new Semaphore(megabytes, true);
    }

    /** What one file has. */
    public final class Part {

        private final int taken;

        private Part(int taken) {
            this.taken = taken;
        }

        /** Once, when the file is done. */
        public void giveBack() {
            free.release(taken);
        }
    }

    /**
     * Waits for room for a file of so many bytes.
     *
     * @throws Busy if there is none within that time
     */
    public Part take(long bytes, Duration patience) {
        int asked = (int) Math.min(megabytes, ANY_FILE_MB + ((bytes * TIMES) >> 20));
        try {
            if (!free.tryAcquire(asked, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
            return new Part(asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    /** The same validation, where each file waits for its room as long as it takes. */
    public Validation patient(Validation validation) {
        return new PassedOn(validation, Duration.ZERO) {
            @Override
            public ValidationResult validate(String name, byte[] uploadedPdf, Locale locale) {
                Part part = take(uploadedPdf.length, Duration.ofDays(1));
                try {
                    return super.validate(name, uploadedPdf, locale);
                } finally {
                    part.giveBack();
                }
            }
        };
    }
}
