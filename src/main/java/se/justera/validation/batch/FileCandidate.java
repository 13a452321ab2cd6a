package se.justera.validation.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import se.justera.kernel.Sha256;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/** A path as it was given: a file, or nothing that can be read. */
record FileCandidate(Path path) implements Candidate {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public Optional<Sha256> sha256() {
        try {
            return Files.isRegularFile(path) ? Optional.of(digest(path)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public ValidationResult judge(Validation validation, Locale locale) {
        try {
            if (!Files.isRegularFile(path)) {
                return validation.missing(name(), locale);
            }
            return Files.size(path) > validation.maxBytes()
                    ? validation.tooLarge(name(), digest(path), locale)
                    : validation.validate(name(), Files.readAllBytes(path), locale);
        } catch (IOException e) {
            return validation.missing(name(), locale);
        }
    }

    private static Sha256 digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return new Sha256(
                    HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
