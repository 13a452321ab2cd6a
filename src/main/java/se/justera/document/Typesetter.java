package se.justera.document;

import java.util.Locale;
import se.justera.minutes.Draft;

/** Sets minutes as pages. Nothing in a draft can reach the network or the file system while it is set. */
public interface Typesetter {

    /**
     * The draft as it would be sealed, marked "Utkast" on every page, without signature fields. PDF/A-3a and PDF/UA-1.
     */
    byte[] draftPdf(Draft draft);

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
