package se.justera.process;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.audit.AuditTrail;
import se.justera.ceremony.SignatureRejected;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.signing.Signing;
import se.justera.validation.Validation;
import se.justera.validation.ValidationReport;
import se.justera.validation.Verdict;

/** Makes a fully signed document last: long-term data, archive time-stamp, validation, and the reports beside it. */
@Component
class Preservation {

    private final MinuteBook minuteBook;
    private final Signing signing;
    private final Validation validation;
    private final Archive archive;
    private final AuditTrail audit;

    Preservation(MinuteBook minuteBook, Signing signing, Validation validation, Archive archive, AuditTrail audit) {
        this.minuteBook = minuteBook;
        this.signing = signing;
        this.validation = validation;
        this.archive = archive;
        this.audit = audit;
    }

    void preserve(MinutesId id) {
        MinutesView minutes = minuteBook.view(id);
        Revision last = archive.latest(id, minutes.round())
                .orElseThrow(() -> new IllegalStateException("signed minutes have a document"));
        long signatures =
                minuteBook.participants(id).stream().filter(Participant::signs).count();
        if (last.number() > signatures) {
            return;
        }
        byte[] preserved = signing.preserve(last.pdf());
        ValidationReport report = validation.report("final.pdf", preserved, Locale.forLanguageTag("sv"));
        if (report.result().verdict() != Verdict.VALID) {
            throw new SignatureRejected(report.result());
        }
        Revision stored = archive.store(minutes.tenant(), id, minutes.round(), last.sha256(), preserved);
        keep(minutes, stored, report);
        audit.record(
                minutes.tenant(),
                id,
                Actor.system("preserve"),
                "document.preserved",
                Map.of("revision", stored.sha256().hex()));
    }

    /** The result of validating at once is kept beside the document (DIGG's guidance on validation). */
    private void keep(MinutesView minutes, Revision stored, ValidationReport report) {
        report.simple()
                .ifPresent(xml -> archive.keepEvidence(
                        minutes.tenant(), stored, "simple-report.xml", xml.getBytes(StandardCharsets.UTF_8)));
        report.etsi()
                .ifPresent(xml -> archive.keepEvidence(
                        minutes.tenant(), stored, "etsi-report.xml", xml.getBytes(StandardCharsets.UTF_8)));
    }
}
