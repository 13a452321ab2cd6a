package se.justera.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.MinutesFact.AddressCorrected;
import se.justera.minutes.MinutesFact.InvitationRequested;
import se.justera.minutes.MinutesFact.MinutesApproved;
import se.justera.minutes.MinutesFact.MinutesCancelled;
import se.justera.minutes.MinutesFact.MinutesClosed;
import se.justera.minutes.MinutesFact.MinutesDeclined;
import se.justera.minutes.MinutesFact.MinutesReturned;
import se.justera.minutes.MinutesFact.MinutesSigned;
import se.justera.minutes.MinutesFact.MinutesSubmitted;

/** The minutes of one meeting: answers in verbs, refuses in words, and says what has happened. */
final class Minutes {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final MinutesId id;
    private final TenantId tenant;
    private final String verificationCode;
    private final Instant createdAt;
    private final Draft draftBefore;
    private final List<Participant> participantsBefore;
    private MinutesState state;
    private long version;
    private int round;
    private Draft draft;
    private List<Participant> participants;
    private @Nullable String note;
    private @Nullable LocalDate adjustedOn;
    private Instant changedAt;

    Minutes(MinutesView stored, List<Participant> participants) {
        this.id = stored.id();
        this.tenant = stored.tenant();
        this.verificationCode = stored.verificationCode();
        this.createdAt = stored.createdAt();
        this.state = stored.state();
        this.version = stored.version();
        this.round = stored.round();
        this.draft = stored.draft();
        this.participants = List.copyOf(participants);
        this.draftBefore = draft;
        this.participantsBefore = this.participants;
        this.note = stored.note();
        this.adjustedOn = stored.adjustedOn();
        this.changedAt = stored.changedAt();
    }

    static Minutes open(MinutesId id, TenantId tenant, String verificationCode, Draft draft, Instant at) {
        DraftSize.check(draft);
        return new Minutes(
                new MinutesView(id, tenant, MinutesState.DRAFT, 1, 0, draft, verificationCode, null, null, at, at),
                List.of());
    }

    MinutesView view() {
        return new MinutesView(
                id, tenant, state, version, round, draft, verificationCode, note, adjustedOn, createdAt, changedAt);
    }

    List<Participant> participants() {
        return participants;
    }

    /** Who took part when the minutes were read. */
    List<Participant> participantsBefore() {
        return participantsBefore;
    }

    /** Whether the draft says something else than when the minutes were read. */
    boolean hasOtherDraft() {
        return !draft.equals(draftBefore);
    }

    void expect(@Nullable Long expectedVersion) {
        if (expectedVersion != null && expectedVersion != version) {
            throw new MinutesRefused.Stale(expectedVersion, version);
        }
    }

    void revise(Draft revised, Instant at) {
        require(state == MinutesState.DRAFT, "revise");
        DraftSize.check(revised);
        draft = revised;
        changed(at);
    }

    MinutesSubmitted submit(Function<String, Optional<String>> addressOf, PeopleOfARound people, Instant at) {
        require(state == MinutesState.DRAFT, "submit");
        List<Shortcoming> shortcomings = Shortcomings.of(draft, addressOf);
        if (!shortcomings.isEmpty()) {
            throw new NotSubmittable(shortcomings);
        }
        participants = people.of(this, addressOf);
        state = MinutesState.REVIEW;
        round++;
        note = null;
        changed(at);
        return new MinutesSubmitted(tenant, id, round);
    }

    MinutesApproved approve(ParticipantId chair, Instant at) {
        requireReviewer(chair, "approve");
        state = MinutesState.ADJUSTMENT;
        changed(at);
        return new MinutesApproved(tenant, id);
    }

    MinutesReturned sendBack(ParticipantId chair, String comment, Instant at) {
        requireReviewer(chair, "return");
        note = wanted(comment, "/comment", "a comment is needed");
        state = MinutesState.DRAFT;
        changed(at);
        return new MinutesReturned(tenant, id);
    }

    MinutesSigned sign(ParticipantId signatory, Instant at) {
        requireSignatory(signatory, "sign");
        replace(signatory, p -> p.signed(at));
        return new MinutesSigned(tenant, id, signatory);
    }

    MinutesDeclined decline(ParticipantId signatory, String reason, Instant at) {
        requireSignatory(signatory, "decline");
        String why = wanted(reason, "/reason", "a reason is needed");
        replace(signatory, p -> p.declined(why));
        note = why;
        state = MinutesState.DRAFT;
        changed(at);
        return new MinutesDeclined(tenant, id, signatory);
    }

    MinutesCancelled cancel(String reason, Instant at) {
        require(!state.isEnded(), "cancel");
        note = wanted(reason, "/reason", "a reason is needed");
        state = MinutesState.CANCELLED;
        changed(at);
        return new MinutesCancelled(tenant, id);
    }

    void invited(ParticipantId participant, Instant at) {
        boolean toSign = state == MinutesState.ADJUSTMENT;
        replace(participant, p -> p.invited(at, toSign));
    }

    void opened(ParticipantId participant, Instant at) {
        replace(participant, p -> p.opened(at));
    }

    /** Empty while nobody has been asked to take part. */
    Optional<AddressCorrected> correctAddress(int n, String email, Instant at) {
        require(!state.isEnded(), "correct an address");
        if (!Shortcomings.isAddress(email)) {
            throw new MinutesRefused.Wanting("/email", "this is no mail address");
        }
        Draft.Signatory line = line(n);
        var lines = new ArrayList<>(draft.signatories());
        Optional<Participant> person = state == MinutesState.DRAFT ? Optional.empty() : person(n);
        for (int i = 0; i < lines.size(); i++) {
            Draft.Signatory other = lines.get(i);
            boolean samePerson = i == n
                    || (person.isPresent() && person(i).equals(person))
                    || (Objects.equals(other.name(), line.name()) && Objects.equals(other.email(), line.email()));
            if (samePerson) {
                lines.set(i, new Draft.Signatory(other.name(), other.role(), other.title(), email));
            }
        }
        draft = draft.withSignatories(lines);
        changed(at);
        person.ifPresent(p -> replace(p.id(), one -> one.reachedAt(email)));
        return person.map(p -> new AddressCorrected(tenant, id, p.id()));
    }

    InvitationRequested requestInvitation(int n) {
        line(n);
        boolean running = state == MinutesState.REVIEW || state == MinutesState.ADJUSTMENT;
        require(running, "invite again");
        Participant person = person(n).orElseThrow(() -> new MinutesRefused.Unknown("signatory"));
        boolean awaited = state == MinutesState.REVIEW
                ? person.reviewer()
                : person.state() == ParticipantState.INVITED || person.state() == ParticipantState.WAITING;
        if (!awaited) {
            throw new MinutesRefused.AlreadyDone("what this person was asked for");
        }
        return new InvitationRequested(tenant, id, person.id());
    }

    MinutesClosed close(Instant at) {
        require(state == MinutesState.ADJUSTMENT, "close");
        List<Participant> signing =
                participants.stream().filter(Participant::signs).toList();
        require(signing.stream().allMatch(p -> p.state() == ParticipantState.SIGNED), "close before all have signed");
        adjustedOn = signing.stream()
                .map(Participant::signedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(last -> last.atZone(STOCKHOLM).toLocalDate())
                .orElse(null);
        state = draft.kind() == MinutesKind.NOTES ? MinutesState.FINAL : MinutesState.ADJUSTED;
        changed(at);
        return new MinutesClosed(tenant, id);
    }

    /** The time of the change stays that of the closing: the people's links are open for so long from then on. */
    void announce() {
        require(state == MinutesState.ADJUSTED, "announce");
        state = MinutesState.ANNOUNCED;
        version++;
    }

    void gainLegalForce() {
        require(state == MinutesState.ANNOUNCED, "gain legal force");
        state = MinutesState.FINAL;
        version++;
    }

    Optional<Participant> participant(ParticipantId wanted) {
        return participants.stream().filter(p -> p.id().equals(wanted)).findFirst();
    }

    /** The participant behind a line of the draft's signatories. */
    Optional<Participant> person(int n) {
        Draft.Signatory line = line(n);
        List<Participant> ofThatName = participants.stream()
                .filter(p -> p.signs() && p.name().equals(line.name()))
                .toList();
        return ofThatName.size() == 1
                ? ofThatName.stream().findFirst()
                : ofThatName.stream()
                        .filter(p -> p.email().equalsIgnoreCase(line.email()))
                        .findFirst();
    }

    private Draft.Signatory line(int n) {
        if (n < 0 || n >= draft.signatories().size()) {
            throw new MinutesRefused.Unknown("signatory");
        }
        return draft.signatories().get(n);
    }

    private void requireReviewer(ParticipantId participant, String verb) {
        Participant person = participant(participant).orElseThrow(() -> new MinutesRefused.Unknown("participant"));
        if (!person.reviewer()) {
            throw new MinutesRefused.NotTheirs(verb);
        }
        require(state == MinutesState.REVIEW, verb);
    }

    private void requireSignatory(ParticipantId participant, String verb) {
        Participant person = participant(participant).orElseThrow(() -> new MinutesRefused.Unknown("participant"));
        if (!person.signs()) {
            throw new MinutesRefused.NotTheirs(verb);
        }
        if (person.state() == ParticipantState.SIGNED) {
            throw new MinutesRefused.AlreadyDone("this person's signature");
        }
        require(state == MinutesState.ADJUSTMENT && person.state() == ParticipantState.INVITED, verb);
    }

    private void replace(ParticipantId wanted, Function<Participant, Participant> change) {
        participants = participants.stream()
                .map(p -> p.id().equals(wanted) ? change.apply(p) : p)
                .toList();
    }

    private void require(boolean allowed, String verb) {
        if (!allowed) {
            throw new MinutesRefused.WrongState(state, verb);
        }
    }

    private static String wanted(String text, String at, String what) {
        if (text.isBlank()) {
            throw new MinutesRefused.Wanting(at, what);
        }
        return text.strip();
    }

    private void changed(Instant at) {
        version++;
        changedAt = at;
    }
}
