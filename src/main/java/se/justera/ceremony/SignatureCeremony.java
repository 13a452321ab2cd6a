package se.justera.ceremony;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.PublicAddress;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.archive.StalePredecessor;
import se.justera.ceremony.SelfValidation.Making;
import se.justera.document.SignatureFields;
import se.justera.identification.AssociationRules;
import se.justera.identification.Identification;
import se.justera.identification.Identifications;
import se.justera.kernel.Actor;
import se.justera.kernel.Identified;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;
import se.justera.signing.KeyChoice;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signer;
import se.justera.signing.Signing;

/**
 * Makes one person's signature on the latest revision, validates it and stores it together with the record of it. Those
 * who sign at the same moment take turns; whoever finds the revision gone all the same reads the new one and signs again.
 */
@Service
class SignatureCeremony {

    private static final int ATTEMPTS = 5;

    private final Identifications identifications;
    private final MinuteBook minuteBook;
    private final Archive archive;
    private final Signing signing;
    private final SelfValidation validation;
    private final SigningTurns turns;
    private final ApplicationEventPublisher facts;
    private final PublicAddress address;
    private final TransactionTemplate transaction;

    SignatureCeremony(
            Identifications identifications,
            MinuteBook minuteBook,
            Archive archive,
            Signing signing,
            SelfValidation validation,
            SigningTurns turns,
            ApplicationEventPublisher facts,
            PublicAddress address,
            TransactionTemplate transaction) {
        this.identifications = identifications;
        this.minuteBook = minuteBook;
        this.archive = archive;
        this.signing = signing;
        this.validation = validation;
        this.turns = turns;
        this.facts = facts;
        this.address = address;
        this.transaction = transaction;
    }

    void sign(Task task, Identification identification, String shownSha256, Map<String, String> keyAnswers) {
        requireTurn(task);
        if (task.sealedSha256() == null || !task.sealedSha256().hex().equals(shownSha256)) {
            throw new LinkRefused.AnotherDocument();
        }
        SignatureOrder order = order(task, identification, keyAnswers);
        turns.inTurn(task.minutes().id(), () -> signInTurn(task, order));
    }

    /** Only where a lease ran out while its holder still signed can somebody else have been faster. */
    private void signInTurn(Task task, SignatureOrder order) {
        // a one-time code is good for one hash: who was overtaken asks for a new one
        int attempts = order.key().claimedAnswers().isEmpty() ? ATTEMPTS : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                signLatest(task, order);
                return;
            } catch (StalePredecessor e) {
                if (attempt == attempts) {
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
        requireValid(task, latest, signed);
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

    private void requireValid(Task task, Revision latest, byte[] signed) {
        MinutesView minutes = task.minutes();
        ParticipantId person = task.participant().id();
        Making making = new Making(
                minutes.tenant(), minutes.id(), minutes.round(), latest.number() + 1, Actor.participant(person));
        try {
            validation.requireValidNext(making, latest.pdf(), signed);
        } catch (SignatureRejected rejected) {
            String why = String.valueOf(rejected.getMessage());
            transaction.executeWithoutResult(status ->
                    facts.publishEvent(new SignatureRefusedByUs(minutes.tenant(), minutes.id(), person, why)));
            throw rejected;
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

    private SignatureOrder order(Task task, Identification identification, Map<String, String> keyAnswers) {
        Participant person = task.participant();
        MinutesView minutes = task.minutes();
        AssociationName association = minutes.draft().association();
        String associationName = association == null || association.name() == null ? "" : association.name();
        var signer = new Signer(
                person.name(),
                Pseudonym.of(person.tenant(), person.name(), person.email()),
                associationName,
                identified(identification),
                identification.personalNumber());
        Integer number = person.signatureNumber();
        if (number == null) {
            throw new MinutesRefused.NotTheirs("sign");
        }
        List<String> roles = person.roles().stream().map(RoleNames::swedish).toList();
        return new SignatureOrder(
                SignatureFields.ofSignatory(number),
                signer,
                roles,
                "Justering av " + reasonFor(minutes),
                new KeyChoice(keySource(person), person.email(), keyAnswers));
    }

    private Identified identified(Identification identification) {
        return new Identified(
                identification.method(),
                identification.methodLabel(),
                identification.levelOfAssurance(),
                identification.by() == null ? address.origin() : identification.by(),
                identification.evidence(),
                identification.at());
    }

    /** One person signs once, with one key: where their capacities are set differently, another's key comes first. */
    private String keySource(Participant person) {
        AssociationRules rules = identifications.rules(person.tenant());
        return Needs.signing(person).stream()
                .map(rules::keySource)
                .filter(source -> !source.equals(AssociationRules.ONE_TIME_KEY))
                .findFirst()
                .orElse(AssociationRules.ONE_TIME_KEY);
    }

    private static String reasonFor(MinutesView minutes) {
        String title = MinutesTitle.of(minutes.draft());
        String lower = title.substring(0, 1).toLowerCase(Locale.forLanguageTag("sv")) + title.substring(1);
        var meeting = minutes.draft().meeting();
        return meeting == null || meeting.date() == null ? lower : lower + ", " + meeting.date();
    }
}
