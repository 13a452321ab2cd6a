package se.justera.validation.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.AdjustedDocument.Adjuster;
import se.justera.validation.AdjustedDocument.Office;
import se.justera.validation.OwnDocuments.StoredRevision;

/** What the page shows of a document of our own. */
public record OwnFacts(AdjustedDocument document, boolean newest, List<Person> people) {

    /** Who signed in which roles, and when in Stockholm. */
    public record Person(
            String name, List<Office> offices, @Nullable String at) {}

    static @Nullable OwnFacts of(@Nullable StoredRevision revision, Locale locale) {
        return revision == null
                ? null
                : new OwnFacts(
                        revision.document(),
                        revision.isNewest(),
                        revision.document().adjusters().stream()
                                .map(adjuster -> person(adjuster, locale))
                                .toList());
    }

    private static Person person(Adjuster adjuster, Locale locale) {
        return new Person(
                adjuster.name(),
                adjuster.offices(),
                adjuster.signedAt() == null ? null : SignatureLine.time(adjuster.signedAt(), locale));
    }
}
