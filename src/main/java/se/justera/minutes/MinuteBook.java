package se.justera.minutes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;

/**
 * The book in which all minutes are kept: the one way to change them. Every change is one transaction with its audit
 * entry and its published fact ({@link MinutesFact}); a refusal is a {@link MinutesRefused} and changes nothing.
 *
 * <p>{@code expectedVersion} is the version last seen; null means "whatever it is now".
 */
public interface MinuteBook {

    // the secretary's and other staff's

    MinutesView open(TenantId tenant, Actor secretary, Draft draft);

    /** @throws MinutesRefused in any state but DRAFT, or if somebody else has changed them meanwhile */
    MinutesView revise(
            TenantId tenant, Actor secretary, MinutesId minutes, @Nullable Long expectedVersion, Draft draft);

    /** @throws MinutesRefused if there are no such minutes in this association */
    MinutesView view(TenantId tenant, MinutesId minutes);

    /** @param q words of the title, the case number or the text; null or blank for all */
    MinutesPage list(TenantId tenant, @Nullable MinutesState state, @Nullable String q, int page);

    /** Sends the draft to the chair. @throws NotSubmittable if something is missing without which signing makes no sense */
    MinutesView submit(TenantId tenant, Actor secretary, MinutesId minutes, @Nullable Long expectedVersion);

    MinutesView cancel(
            TenantId tenant, Actor secretary, MinutesId minutes, @Nullable Long expectedVersion, String reason);

    /** In the order and number of the draft's signatories. */
    List<SignatoryView> signatories(TenantId tenant, MinutesId minutes);

    /** @param n the index in the draft's signatories, from 0 */
    MinutesView correctAddress(
            TenantId tenant, Actor secretary, MinutesId minutes, @Nullable Long expectedVersion, int n, String email);

    /**
     * Asks for the mail to go out again, with a fresh link.
     *
     * @param n the index in the draft's signatories, from 0
     */
    void requestInvitation(TenantId tenant, Actor secretary, MinutesId minutes, @Nullable Long expectedVersion, int n);

    // the participants', behind their links

    /** @throws MinutesRefused if there is no such participant */
    Participant participant(ParticipantId participant);

    /** Returns when whoever is changing these minutes just now has finished, so that a look after it sees the change. */
    void awaitOthers(MinutesId minutes);

    /** Notes that the person has opened the page; the first time counts. */
    void opened(ParticipantId participant);

    void approve(ParticipantId chair);

    void sendBack(ParticipantId chair, String comment);

    /** Records a signature that has been made, validated and stored as a revision with this hash. */
    void sign(ParticipantId signatory, Sha256 revision);

    void decline(ParticipantId signatory, String reason);

    // the registrar's

    /** Notes that the notice is posted on every board: ADJUSTED becomes ANNOUNCED. */
    MinutesView announce(TenantId tenant, Actor registrar, MinutesId minutes);

    // everybody's

    /** The adjusted minutes of any association with this code printed on them; others are not told of (TF 2:10). */
    Optional<MinutesView> adjustedWithCode(String verificationCode);

    // the process's

    MinutesView view(MinutesId minutes);

    /** All who take part in the present round, signatories in the order of the draft, then a mere reviewer. */
    List<Participant> participants(MinutesId minutes);

    /** Notes that an invitation has been sent. */
    void invited(ParticipantId participant);

    /** Closes minutes that all have signed and that are preserved: protocols become ADJUSTED, notes FINAL. */
    MinutesView close(MinutesId minutes);

    /** All minutes of any association that have been closed. */
    List<MinutesId> closed();

    /** Notes that the appeal time has ended and the notice is proven: ANNOUNCED becomes FINAL. Safe to run twice. */
    MinutesView gainLegalForce(MinutesId minutes);
}
