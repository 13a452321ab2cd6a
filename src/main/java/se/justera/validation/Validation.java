package se.justera.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.justera.kernel.Sha256;

/** Validates untrusted bytes under the strict policy. Never throws for what is in them: the answer is a verdict. */
public interface Validation {

    /** Qualifies the one for uploads, which may go online where the service is set to; every other is offline. */
    String OF_UPLOADS = "uploads";

    /**
     * The verdict on one file.
     *
     * @param name the path or name as given, repeated in the result
     * @param locale the language of the sentences: Swedish, or English for every other
     */
    ValidationResult validate(String name, byte[] uploadedPdf, Locale locale);

    /** The verdict alone, which is the same and the cheapest to have: for what the service has made itself. */
    default Verdict verdict(byte[] pdf) {
        return validate("", pdf, Locale.ENGLISH).verdict();
    }

    /**
     * The same verdict on the next revision of a document of the service's own. Where it knows the last one as valid, it
     * looks at what is new; whatever is not as expected makes it look at all of it.
     *
     * @param known the last revision, with which {@code made} begins
     */
    default Verdict verdictOfNext(byte[] known, byte[] made) {
        return verdict(made);
    }

    /** The verdict together with the reports behind it. */
    ValidationReport report(String name, byte[] uploadedPdf, Locale locale);

    /**
     * What a reader sees of a forbidden change, with pictures of the pages before and after; for a file whose verdict is
     * {@link Verdict#MODIFIED}. Empty where there is nothing to see, or the file can not be read in time.
     */
    Optional<WhatChanged> whatChanged(byte[] uploadedPdf);

    /** The answer for a path where there is no file to be read. */
    ValidationResult missing(String name, Locale locale);

    /** The answer for a file that was not read because it has more than {@link #maxBytes()}. */
    ValidationResult tooLarge(String name, Sha256 sha256, Locale locale);

    /** The answer for what was not read for another reason; without its SHA-256. */
    ValidationResult refused(String name, Unreadable why, Locale locale);

    /** Whom it trusts: the names of the anchors, in alphabetical order. */
    List<String> trusted();

    /** How large a file may be. */
    long maxBytes();
}
