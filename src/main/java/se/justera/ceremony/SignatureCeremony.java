package se.justera.ceremony;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.PublicAddress;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.archive.StalePredecessor;
import se.justera.document.SignatureFields;
import se.justera.identification.Identification;
import se.justera.kernel.Identified;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signer;
import se.justera.signing.Signing;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/**
 * Makes one person's signature on the latest revision, validates it and stores it together with the record of it. Of
 * two people who sign at the same moment one finds the revision gone, reads the new one and signs again.
 */
@Service
class SignatureCeremony {

    private static final int ATTEMPTS = 20;

    private final MinuteBook minuteBook;
    private final Archive archive;
    private final Signing signing;
    private final Validation validation;
    private final PublicAddress address;
    private final TransactionTemplate transaction;

    SignatureCeremony(
            MinuteBook minuteBook,
            Archive archive,
            Signing signing,
            Validation validation,
            PublicAddress address,
            TransactionTemplate transaction) {
        this.minuteBook = minuteBook;
        this.archive = archive;
        this.signing = signing;
        this.validation = validation;
        this.address = address;
        this.transaction = transaction;
    }

    void sign(Task task, Identification identification, String shownSha256) {
        requireTurn(task);
        if (task.sealedSha256() == null || !task.sealedSha256().hex().equals(shownSha256)) {
            throw new LinkRefused.AnotherDocument();
        }
        SignatureOrder order = order(task, identification);
        for (int attempt = 1; ; attempt++) {
            try {
                signLatest(task, order);
                return;
            } catch (StalePredecessor e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void signLatest(Task task, SignatureOrder order) {
        MinutesView minutes = task.minutes();
        Revision latest = archive.latest(minutes.id(), minutes.round()).orElseThrow(LinkRefused.NotReady::new);
        requireNotYetSigned(task.participant().id());
        byte[] signed = signing.sign(latest.pdf(), order);
        requireValid(signed);
        transaction.executeWithoutResult(status -> {
            Revision stored = archive.store(minutes.tenant(), minutes.id(), minutes.round(), latest.sha256(), signed);
            minuteBook.sign(task.participant().id(), stored.sha256());
        });
    }

    /** After the document was read: a signature in it has been recorded in the same transaction. */
    private void requireNotYetSigned(ParticipantId person) {
        if (minuteBook.participant(person).state() == ParticipantState.SIGNED) {
            throw new MinutesRefused.AlreadyDone("this person's signature");
        }
    }

    private void requireValid(byte[] signed) {
        ValidationResult result = validation.validate("", signed, Locale.ENGLISH);
        if (result.verdict() != Verdict.VALID) {
            throw new SignatureRejected(result);
        }
    }

    private static void requireTurn(Task task) {
        if (task.step() == TaskStep.SIGNED) {
            throw new MinutesRefused.AlreadyDone("this person's signature");
        }
        if (task.step() != TaskStep.SIGN) {
            throw new MinutesRefused.WrongState(task.minutes().state(), "sign");
        }
    }

    private SignatureOrder order(Task task, Identification identification) {
        Participant person = task.participant();
        MinutesView minutes = task.minutes();
        AssociationName association = minutes.draft().association();
        String associationName = association == null || association.name() == null ? "" : association.name();
        var signer = new Signer(
                person.name(),
                Pseudonym.of(person.tenant(), person.name(), person.email()),
                associationName,
                new Identified(
                        identification.method(),
                        identification.levelOfAssurance(),
                        address.origin(),
                        identification.at()));
        Integer number = person.signatureNumber();
        if (number == null) {
            throw new MinutesRefused.NotTheirs("sign");
        }
        List<String> roles = person.roles().stream().map(RoleNames::swedish).toList();
        return new SignatureOrder(
                SignatureFields.ofSignatory(number), signer, roles, "Justering av " + reasonFor(minutes));
    }

    private static String reasonFor(MinutesView minutes) {
        String title = MinutesTitle.of(minutes.draft());
        String lower = title.substring(0, 1).toLowerCase(Locale.forLanguageTag("sv")) + title.substring(1);
        var meeting = minutes.draft().meeting();
        return meeting == null || meeting.date() == null ? lower : lower + ", " + meeting.date();
    }
}
