package se.justera.validation.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import se.justera.kernel.Sha256;
import se.justera.validation.Unreadable;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/** One PDF in an archive. It is read up to the limit and the size that it claims, and no further. */
record EntryCandidate(String name, ZipFile zip, ZipArchiveEntry entry) implements Candidate {

    @Override
    public long size() {
        return entry.getSize();
    }

    @Override
    public Optional<Sha256> sha256() {
        try {
            return readable() ? Optional.of(Sha256.of(bytes(Integer.MAX_VALUE - 64))) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public ValidationResult judge(Validation validation, Locale locale) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return validation.refused(name, Unreadable.ENCRYPTED, locale);
        }
        if (entry.getSize() > validation.maxBytes()) {
            return validation.refused(name, Unreadable.TOO_LARGE, locale);
        }
        try {
            byte[] bytes = bytes((int) Math.min(validation.maxBytes(), Math.max(0, entry.getSize())) + 1);
            return bytes.length > entry.getSize() // more than it claims
                    ? validation.refused(name, Unreadable.DAMAGED, locale)
                    : validation.validate(name, bytes, locale);
        } catch (IOException | RuntimeException e) {
            return validation.refused(name, Unreadable.DAMAGED, locale);
        }
    }

    private boolean readable() {
        return !entry.getGeneralPurposeBit().usesEncryption() && entry.getSize() <= Candidate.LARGE * 16;
    }

    private byte[] bytes(int most) throws IOException {
        // one reader at a time: the entries share one file
        synchronized (zip) {
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readNBytes(most);
            }
        }
    }
}
