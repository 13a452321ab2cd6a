package se.justera.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The printed place of one person's signature and the empty signature field in it.
 *
 * @param fieldName the partial name of the PDF signature field, e.g. {@code sig_1}
 * @param name the person as printed
 * @param roles how they sign, in Swedish as printed: "Vid protokollet", "Ordförande", "Justerare"
 * @param title another office they hold, as written in the draft
 */
public record SignatureSpace(
        String fieldName,
        String name,
        List<String> roles,
        @Nullable String title) {

    public SignatureSpace {
        roles = List.copyOf(roles);
    }
}
