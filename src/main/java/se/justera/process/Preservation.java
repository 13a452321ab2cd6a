package se.justera.process;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.audit.AuditTrail;
import se.justera.ceremony.SelfValidation;
import se.justera.ceremony.SelfValidation.Making;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.signing.Signing;
import se.justera.validation.ValidationReport;

/** Makes a fully signed document last: long-term data, archive time-stamp, validation, and the reports beside it. */
@Component
class Preservation {

    private static final Actor ACTOR = Actor.system("preserve");

    private final MinuteBook minuteBook;
    private final Signing signing;
    private final SelfValidation validation;
    private final Archive archive;
    private final AuditTrail audit;

    Preservation(MinuteBook minuteBook, Signing signing, SelfValidation validation, Archive archive, AuditTrail audit) {
        this.minuteBook = minuteBook;
        this.signing = signing;
        this.validation = validation;
        this.archive = archive;
        this.audit = audit;
    }

    /** The first time, when all have signed. */
    void preserve(MinutesId id) {
        MinutesView minutes = minuteBook.view(id);
        Revision last = archive.latest(id, minutes.round())
                .orElseThrow(() -> new IllegalStateException("signed minutes have a document"));
        long signatures =
                minuteBook.participants(id).stream().filter(Participant::signs).count();
        if (last.number() > signatures) {
            return;
        }
        store(minutes, last, preserved(last), "document.preserved");
    }

    /** The revision with one more archive time-stamp, not yet stored. */
    byte[] preserved(Revision last) {
        return signing.preserve(last.pdf());
    }

    /** The result of validating at once is kept beside the document (DIGG's guidance on validation). */
    void store(MinutesView minutes, Revision last, byte[] preserved, String event) {
        Making making = new Making(minutes.tenant(), minutes.id(), minutes.round(), last.number() + 1, ACTOR);
        ValidationReport report = validation.reportOnValid(making, preserved);
        Revision stored = archive.store(minutes.tenant(), minutes.id(), minutes.round(), last.sha256(), preserved);
        keep(minutes, stored, report);
        audit.record(
                minutes.tenant(),
                minutes.id(),
                ACTOR,
                event,
                Map.of("revision", stored.sha256().hex()));
    }

    private void keep(MinutesView minutes, Revision stored, ValidationReport report) {
        report.simple()
                .ifPresent(xml -> archive.keepEvidence(
                        minutes.tenant(), stored, "simple-report.xml", xml.getBytes(StandardCharsets.UTF_8)));
        report.etsi()
                .ifPresent(xml -> archive.keepEvidence(
                        minutes.tenant(), stored, "etsi-report.xml", xml.getBytes(StandardCharsets.UTF_8)));
    }
}
