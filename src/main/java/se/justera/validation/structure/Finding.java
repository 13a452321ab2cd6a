package se.justera.validation.structure;

import org.jspecify.annotations.Nullable;

/**
 * One thing found wrong.
 *
 * @param page where, counted from 1; 0 where it is not about a page
 * @param field the signature field it is about; null where it is about the file or about what follows {@code since}
 * @param since what came after this many bytes of the file is concerned, so every signature that ends there or before;
 *     -1 where it is about one signature only
 */
public record Finding(Fault fault, int page, @Nullable String field, long since) {

    /** Something wrong with one signature itself. */
    public static Finding of(Fault fault, @Nullable String field) {
        return new Finding(fault, 0, field, -1);
    }

    /** A change that came after a revision of so many bytes. */
    public static Finding after(long since, Fault fault, int page) {
        return new Finding(fault, page, null, since);
    }

    /** Whether the signature in this field, whose revision ends here, is concerned. */
    public boolean concerns(String signatureField, long revisionEnd) {
        return field == null ? since >= revisionEnd : field.equals(signatureField);
    }
}
