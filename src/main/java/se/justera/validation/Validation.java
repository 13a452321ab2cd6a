package se.justera.validation;

import java.util.Locale;

/** Validates untrusted bytes under the strict policy. Never throws for what is in them: the answer is a verdict. */
public interface Validation {

    /**
     * The verdict on one file.
     *
     * @param name the path or name as given, repeated in the result
     * @param locale the language of the sentences: Swedish, or English for every other
     */
    ValidationResult validate(String name, byte[] uploadedPdf, Locale locale);

    /** The verdict together with the reports behind it. */
    ValidationReport report(String name, byte[] uploadedPdf, Locale locale);
}
