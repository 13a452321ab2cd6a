package se.justera.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.justera.ceremony.Ceremony;
import se.justera.identification.Browser;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;

/**
 * Takes minutes through the adjustment as people would: reads each person's mail, follows the link, types the code and
 * acts behind it. Nothing here knows a way round the ceremony.
 */
@Component
@Profile("demo")
public class Journey {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Actor SECRETARY = Actor.staff("secretary");

    private final MinuteBook minuteBook;
    private final Ceremony ceremony;
    private final MailFolder mails;
    private final Clock clock;

    Journey(MinuteBook minuteBook, Ceremony ceremony, MailFolder mails, Clock clock) {
        this.minuteBook = minuteBook;
        this.ceremony = ceremony;
        this.mails = mails;
        this.clock = clock;
    }

    public MinutesId open(TenantId tenant, Draft draft) {
        return minuteBook.open(tenant, SECRETARY, draft).id();
    }

    public void submit(MinutesId id) {
        MinutesView minutes = minuteBook.view(id);
        minuteBook.submit(minutes.tenant(), SECRETARY, id, null);
    }

    /** Once the chair has been asked: the process is not interrupted in the middle of a step. */
    public void cancel(MinutesId id, String reason) {
        Participant chair = person(id, Participant::reviewer);
        await(() -> Optional.ofNullable(minuteBook.participant(chair.id()).invitedAt()));
        MinutesView minutes = minuteBook.view(id);
        minuteBook.cancel(minutes.tenant(), SECRETARY, id, null, reason);
    }

    /** The chair reads the mail and approves. */
    public void approve(MinutesId id) {
        Participant chair = person(id, Participant::reviewer);
        Door door = enter(chair, "Att granska");
        ceremony.approve(door.token(), door.browser());
    }

    /** The chair reads the mail and sends the draft back. */
    public void sendBack(MinutesId id, String comment) {
        Participant chair = person(id, Participant::reviewer);
        Door door = enter(chair, "Att granska");
        ceremony.sendBack(door.token(), door.browser(), comment);
    }

    /** The next person whose turn it is reads the mail and signs; empty if nobody is left. */
    public Optional<Participant> signNext(MinutesId id) {
        if (unsigned(id).isEmpty()) {
            return Optional.empty();
        }
        Participant person = await(() -> unsigned(id).stream()
                .filter(p -> p.state() == ParticipantState.INVITED)
                .findFirst());
        Door door = enter(person, "Att underteckna");
        var sealed = ceremony.look(door.token(), door.browser()).sealedSha256();
        ceremony.sign(door.token(), door.browser(), true, sealed == null ? "" : sealed.hex());
        return Optional.of(person);
    }

    /** Waits until all is done, the archive time-stamp and the last mail included. */
    public MinutesView awaitAdjusted(MinutesId id) {
        return await(() -> {
            MinutesView minutes = minuteBook.view(id);
            List<Participant> people = minuteBook.participants(id);
            boolean told = minutes.state().isAdjusted()
                    && people.stream()
                            .allMatch(p -> mails.newest(p.email(), "Justerat", minutes.changedAt())
                                    .isPresent());
            return told ? Optional.of(minutes) : Optional.empty();
        });
    }

    public MinutesView awaitState(MinutesId id, MinutesState state) {
        return await(() -> Optional.of(minuteBook.view(id)).filter(m -> m.state() == state));
    }

    private record Door(String token, Browser browser) {}

    private Door enter(Participant person, String subjectStart) {
        Instant since = minuteBook.view(person.minutes()).createdAt();
        // the same person may have been asked about other minutes since
        String link = await(() -> mails.to(person.email(), subjectStart, since)
                .flatMap(mail -> mail.link().stream())
                .filter(found -> leadsTo(person, found))
                .findFirst());
        var door = new Door(token(link), new Browser("journey-" + UUID.randomUUID() + UUID.randomUUID()));
        Instant asked = clock.instant();
        ceremony.requestCode(door.token(), door.browser());
        String code = await(() -> mails.newest(person.email(), "Din engångskod", asked.minusMillis(1))
                .flatMap(CaughtMail::code));
        ceremony.identify(door.token(), code, door.browser());
        return door;
    }

    private boolean leadsTo(Participant person, String link) {
        return ceremony.look(token(link), new Browser("")).participant().id().equals(person.id());
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private List<Participant> unsigned(MinutesId id) {
        return minuteBook.participants(id).stream()
                .filter(p -> p.signs() && p.state() != ParticipantState.SIGNED)
                .toList();
    }

    private Participant person(MinutesId id, java.util.function.Predicate<Participant> which) {
        return minuteBook.participants(id).stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the round has no such person"));
    }

    private <T> T await(Supplier<Optional<T>> look) {
        Instant patience = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(patience)) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            pause();
        }
        throw new IllegalStateException("the journey waited " + PATIENCE.toSeconds() + " s in vain");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
