package se.justera.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.document.extract.Extract.SignatureFact;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesView;
import se.justera.validation.SignatureFacts;
import se.justera.validation.Validation;

/** The documents of minutes that everybody has signed, of which copies are made. */
@Component
class SignedDocuments {

    private final Archive archive;
    private final Validation validation;

    SignedDocuments(Archive archive, Validation validation) {
        this.archive = archive;
        this.validation = validation;
    }

    /** The sealed revision 0, the newest one, and who signed as the document itself says. */
    record SignedDocument(Revision sealed, Revision last, List<SignatureFact> signatures) {}

    /** @throws MinutesRefused.WrongState unless the minutes are adjusted */
    SignedDocument of(MinutesView minutes) {
        if (!minutes.state().isAdjusted()) {
            throw new MinutesRefused.WrongState(minutes.state(), "be copied");
        }
        Revision sealed = archive.revision(minutes.id(), minutes.round(), 0).orElseThrow(SignedDocuments::lost);
        Revision last = archive.latest(minutes.id(), minutes.round()).orElseThrow(SignedDocuments::lost);
        var signatures = SignatureFacts.of(validation.validate("", last.pdf(), Locale.ENGLISH));
        return new SignedDocument(sealed, last, signatures);
    }

    private static IllegalStateException lost() {
        return new IllegalStateException("adjusted minutes have a document");
    }
}
