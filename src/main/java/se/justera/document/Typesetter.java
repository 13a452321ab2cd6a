package se.justera.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/** Sets minutes as pages. Nothing in a draft can reach the network or the file system while it is set. */
public interface Typesetter {

    /**
     * The draft as it would be sealed, marked "Utkast" on every page, without signature fields, so that nobody signs it.
     * PDF/A-3a and PDF/UA-1; the draft without addresses is embedded as {@code minutes.json}, so that it can be read back.
     */
    default byte[] draftPdf(Draft draft) {
        return draftPdf(draft, null);
    }

    /**
     * As {@link #draftPdf(Draft)}.
     *
     * @param letterhead with the association's logo, if it has one
     * @throws se.justera.minutes.BadDraft if the draft holds more than can be set ({@link se.justera.minutes.DraftSize})
     */
    byte[] draftPdf(Draft draft, @Nullable Letterhead letterhead);

    /**
     * The PDF that is sealed as revision 0: PDF/A-3a and PDF/UA-1, one empty tagged signature field per space, those of
     * {@link SignatureFields} besides, and the draft without addresses embedded as {@code minutes.json} (AFRelationship
     * Source).
     */
    byte[] sealablePdf(DocumentOrder order);

    /**
     * The same text as an accessible HTML fragment: one {@code <article lang="sv">}, headings from h2, everything
     * escaped, no scripts, styles or ids of its own; {@code locale} chooses the language of labels.
     */
    String html(Draft draft, Locale locale);
}
