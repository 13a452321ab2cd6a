package se.justera.minutes;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.justera.association.Associations;
import se.justera.audit.AuditTrail;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;

/**
 * The minute book: one transaction per verb, with the row of the minutes locked, the audit entry and the fact. What one
 * statement answers needs no transaction of its own.
 */
@Service
@Transactional
class StoredMinuteBook implements MinuteBook {

    private final MinutesStore store;
    private final Associations associations;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final SecureRandom random;

    StoredMinuteBook(
            MinutesStore store,
            Associations associations,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.associations = associations;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public MinutesView open(TenantId tenant, Actor secretary, Draft draft) {
        var minutes = Minutes.open(
                new MinutesId(UUID.randomUUID()), tenant, VerificationCode.fresh(random), draft, clock.instant());
        store.insert(minutes);
        record(minutes, secretary, "minutes.opened", Map.of());
        return minutes.view();
    }

    @Override
    public MinutesView revise(
            TenantId tenant, Actor secretary, MinutesId id, @Nullable Long expectedVersion, Draft draft) {
        Minutes minutes = lock(tenant, id, expectedVersion);
        minutes.revise(draft, clock.instant());
        return save(minutes, secretary, "minutes.revised", Map.of());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public MinutesView view(TenantId tenant, MinutesId id) {
        return store.find(id)
                .filter(view -> view.tenant().equals(tenant))
                .orElseThrow(() -> new MinutesRefused.Unknown("minutes"));
    }

    @Override
    @Transactional(readOnly = true)
    public MinutesPage list(TenantId tenant, @Nullable MinutesState state, @Nullable String q, int page) {
        return store.list(tenant, state, q, Math.max(page, 0));
    }

    @Override
    public MinutesView submit(TenantId tenant, Actor secretary, MinutesId id, @Nullable Long expectedVersion) {
        Minutes minutes = lock(tenant, id, expectedVersion);
        MinutesFact fact = minutes.submit(addressOf(tenant), new PeopleOfARound(UUID::randomUUID), clock.instant());
        MinutesView view = save(
                minutes,
                secretary,
                "minutes.submitted",
                Map.of("round", "" + minutes.view().round()));
        facts.publishEvent(fact);
        return view;
    }

    @Override
    public MinutesView cancel(
            TenantId tenant, Actor secretary, MinutesId id, @Nullable Long expectedVersion, String reason) {
        Minutes minutes = lock(tenant, id, expectedVersion);
        MinutesFact fact = minutes.cancel(reason, clock.instant());
        MinutesView view = save(minutes, secretary, "minutes.cancelled", Map.of("reason", reason));
        facts.publishEvent(fact);
        return view;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SignatoryView> signatories(TenantId tenant, MinutesId id) {
        MinutesView view = view(tenant, id);
        var minutes = new Minutes(view, store.participants(id));
        return IntStream.range(0, view.draft().signatories().size())
                .mapToObj(n -> line(minutes, n))
                .toList();
    }

    private SignatoryView line(Minutes minutes, int n) {
        MinutesView view = minutes.view();
        Draft.Signatory line = view.draft().signatories().get(n);
        Optional<Participant> person = minutes.person(n);
        String known = line.email() != null || line.name() == null
                ? line.email()
                : associations.addressOf(view.tenant(), line.name()).orElse(null);
        return new SignatoryView(
                line.name(),
                line.role(),
                person.map(Participant::state).orElse(ParticipantState.WAITING),
                view.state() == MinutesState.DRAFT
                        ? known
                        : person.map(Participant::email).orElse(known),
                person.map(Participant::invitedAt).orElse(null),
                person.map(Participant::openedAt).orElse(null),
                person.map(Participant::signedAt).orElse(null),
                person.map(Participant::reason).orElse(null));
    }

    @Override
    public MinutesView correctAddress(
            TenantId tenant, Actor secretary, MinutesId id, @Nullable Long expectedVersion, int n, String email) {
        Minutes minutes = lock(tenant, id, expectedVersion);
        Optional<MinutesFact.AddressCorrected> fact = minutes.correctAddress(n, email, clock.instant());
        MinutesView view = save(minutes, secretary, "signatory.addressCorrected", Map.of("signatory", "" + n));
        fact.ifPresent(facts::publishEvent);
        return view;
    }

    @Override
    public void requestInvitation(
            TenantId tenant, Actor secretary, MinutesId id, @Nullable Long expectedVersion, int n) {
        Minutes minutes = lock(tenant, id, expectedVersion);
        MinutesFact fact = minutes.requestInvitation(n);
        record(minutes, secretary, "signatory.invitationRequested", Map.of("signatory", "" + n));
        facts.publishEvent(fact);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Participant participant(ParticipantId id) {
        return store.active(id).orElseThrow(() -> new MinutesRefused.Unknown("participant"));
    }

    @Override
    public void awaitOthers(MinutesId minutes) {
        store.lock(minutes);
    }

    @Override
    public void opened(ParticipantId participant) {
        Minutes minutes = lockOf(participant);
        Instant before =
                minutes.participant(participant).map(Participant::openedAt).orElse(null);
        if (before == null && !minutes.view().state().isEnded()) {
            minutes.opened(participant, clock.instant());
            save(minutes, Actor.participant(participant), "participant.opened", Map.of());
        }
    }

    @Override
    public void approve(ParticipantId chair) {
        Minutes minutes = lockOf(chair);
        MinutesFact fact = minutes.approve(chair, clock.instant());
        save(minutes, Actor.participant(chair), "minutes.approved", Map.of());
        facts.publishEvent(fact);
    }

    @Override
    public void sendBack(ParticipantId chair, String comment) {
        Minutes minutes = lockOf(chair);
        MinutesFact fact = minutes.sendBack(chair, comment, clock.instant());
        save(minutes, Actor.participant(chair), "minutes.returned", Map.of("comment", comment));
        facts.publishEvent(fact);
    }

    @Override
    public void sign(ParticipantId signatory, Sha256 revision) {
        Minutes minutes = lockOf(signatory);
        MinutesFact fact = minutes.sign(signatory, clock.instant());
        save(minutes, Actor.participant(signatory), "minutes.signed", Map.of("revision", revision.hex()));
        facts.publishEvent(fact);
    }

    @Override
    public void decline(ParticipantId signatory, String reason) {
        Minutes minutes = lockOf(signatory);
        MinutesFact fact = minutes.decline(signatory, reason, clock.instant());
        save(minutes, Actor.participant(signatory), "minutes.declined", Map.of("reason", reason));
        facts.publishEvent(fact);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<MinutesView> adjustedWithCode(String verificationCode) {
        return store.withCode(verificationCode).filter(view -> view.state().isAdjusted());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<MinutesId> closed() {
        return store.in(Arrays.stream(MinutesState.values())
                .filter(MinutesState::isAdjusted)
                .toList());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public MinutesView view(MinutesId id) {
        return store.find(id).orElseThrow(() -> new MinutesRefused.Unknown("minutes"));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Participant> participants(MinutesId id) {
        return store.participants(id);
    }

    @Override
    public void invited(ParticipantId participant) {
        Minutes minutes = lockOf(participant);
        minutes.invited(participant, clock.instant());
        save(minutes, Actor.system("invitation"), "participant.invited", Map.of("participant", "" + participant));
    }

    @Override
    public MinutesView close(MinutesId id) {
        Minutes minutes = store.lock(id).orElseThrow(() -> new MinutesRefused.Unknown("minutes"));
        if (minutes.view().state().isAdjusted()) {
            return minutes.view();
        }
        MinutesFact fact = minutes.close(clock.instant());
        MinutesView view = save(minutes, Actor.system("close"), "minutes.adjusted", Map.of());
        facts.publishEvent(fact);
        return view;
    }

    @Override
    public MinutesView announce(TenantId tenant, Actor registrar, MinutesId id) {
        Minutes minutes = lock(tenant, id, null);
        minutes.announce();
        return save(minutes, registrar, "minutes.announced", Map.of());
    }

    @Override
    public MinutesView gainLegalForce(MinutesId id) {
        Minutes minutes = store.lock(id).orElseThrow(() -> new MinutesRefused.Unknown("minutes"));
        if (minutes.view().state() == MinutesState.FINAL) {
            return minutes.view();
        }
        minutes.gainLegalForce();
        return save(minutes, Actor.system("notice"), "minutes.final", Map.of());
    }

    private Minutes lock(TenantId tenant, MinutesId id, @Nullable Long expectedVersion) {
        Minutes minutes = store.lock(id)
                .filter(m -> m.view().tenant().equals(tenant))
                .orElseThrow(() -> new MinutesRefused.Unknown("minutes"));
        minutes.expect(expectedVersion);
        return minutes;
    }

    private Minutes lockOf(ParticipantId participant) {
        return store.lockOf(participant)
                .filter(m -> m.participant(participant).isPresent())
                .orElseThrow(() -> new MinutesRefused.Unknown("participant"));
    }

    private MinutesView save(Minutes minutes, Actor actor, String type, Map<String, String> details) {
        store.update(minutes);
        record(minutes, actor, type, details);
        return minutes.view();
    }

    private void record(Minutes minutes, Actor actor, String type, Map<String, String> details) {
        audit.record(minutes.view().tenant(), minutes.view().id(), actor, type, details);
    }

    private Function<String, Optional<String>> addressOf(TenantId tenant) {
        return name -> associations.addressOf(tenant, name);
    }
}
