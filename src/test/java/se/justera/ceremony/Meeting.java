package se.justera.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.document.Drafts;
import se.justera.identification.Browser;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;

/** Minutes of a board and its people, who may use any of the nodes that share a database. */
public final class Meeting {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Actor SECRETARY = Actor.staff("secretary");

    private final List<House> nodes;
    private final MinuteBook book;
    private final MinutesId id;

    /** What a person needs to sign: the link and the browser in which they are identified. */
    public record Seat(Participant person, Ceremony ceremony, String token, Browser browser) {

        public void sign() {
            var sealed = ceremony.look(token, browser).sealedSha256();
            ceremony.sign(token, browser, true, sealed == null ? "" : sealed.hex());
        }
    }

    private Meeting(List<House> nodes, MinutesId id) {
        this.nodes = nodes;
        this.book = nodes.get(0).bean(MinuteBook.class);
        this.id = id;
    }

    /** Submitted, approved by the chair, sealed, and signed by the secretary; the chair and {@code adjusters} are to sign. */
    public static Meeting waitingFor(List<House> nodes, int adjusters) {
        Meeting meeting = approved(nodes, adjusters);
        meeting.seat(0, meeting.person(Participant::isSecretary), "sign").sign();
        return meeting;
    }

    /** Submitted and approved by the chair: to be sealed. */
    static Meeting approved(List<House> nodes, int adjusters) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        nodes.get(0).bean(Associations.class).found(new Association(tenant, "Förbundet Exempel", null));
        String run = UUID.randomUUID().toString().substring(0, 8);
        MinutesId id = nodes.get(0)
                .bean(MinuteBook.class)
                .open(tenant, SECRETARY, draft(run, adjusters))
                .id();
        Meeting meeting = new Meeting(nodes, id);
        meeting.book.submit(tenant, SECRETARY, id, null);
        Seat chair = meeting.seat(0, meeting.person(Participant::reviewer), "review");
        chair.ceremony().approve(chair.token(), chair.browser());
        return meeting;
    }

    private static Draft draft(String run, int adjusters) {
        Stream<Signatory> writers = Stream.of(
                new Signatory("Sten Skrivare", SignatoryRole.SECRETARY, null, "sten." + run + "@forbundet.example"),
                new Signatory("Alva Ek", SignatoryRole.CHAIR, null, "alva." + run + "@forbundet.example"));
        Stream<Signatory> others = IntStream.rangeClosed(1, adjusters)
                .mapToObj(n -> new Signatory(
                        "Justerare Nummer" + n,
                        SignatoryRole.ADJUSTER,
                        null,
                        "j" + n + "." + run + "@forbundet.example"));
        return Drafts.read("board")
                .withSignatories(Stream.concat(writers, others).toList());
    }

    public MinutesId id() {
        return id;
    }

    public MinutesView view() {
        return book.view(id);
    }

    List<Participant> people() {
        return book.participants(id);
    }

    /** Everybody who has yet to sign, identified; they sit at the nodes in turn. */
    public List<Seat> seats() {
        List<Participant> unsigned = people().stream()
                .filter(person -> person.signs() && person.state() != ParticipantState.SIGNED)
                .toList();
        return IntStream.range(0, unsigned.size())
                .mapToObj(i -> seat(i % nodes.size(), unsigned.get(i), "sign"))
                .toList();
    }

    /** By the secretary. */
    void cancel(String reason) {
        book.cancel(view().tenant(), SECRETARY, id, null, reason);
    }

    private Seat seat(int node, Participant person, String template) {
        Ceremony ceremony = nodes.get(node).bean(Ceremony.class);
        String link = await(() -> nodes.stream()
                .flatMap(any -> any.fact(person, template, "link").stream())
                .findFirst());
        String token = link.substring(link.lastIndexOf('/') + 1);
        Browser browser = new Browser("browser-" + UUID.randomUUID() + UUID.randomUUID());
        ceremony.requestCode(token, browser);
        String code = await(() -> nodes.get(node).fact(person, "code", "code"));
        ceremony.identify(token, code, browser);
        return new Seat(person, ceremony, token, browser);
    }

    private Participant person(Predicate<Participant> which) {
        return people().stream().filter(which).findFirst().orElseThrow();
    }

    /** All at the same moment. @return what each got: null, or why it was refused */
    static List<Exception> together(List<Seat> seats) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(seats.size());
        CyclicBarrier now = new CyclicBarrier(seats.size());
        try {
            List<Callable<Exception>> acts = seats.stream()
                    .map(seat -> (Callable<Exception>) () -> {
                        now.await(60, TimeUnit.SECONDS);
                        try {
                            seat.sign();
                            return null;
                        } catch (RuntimeException refused) {
                            return refused;
                        }
                    })
                    .toList();
            List<Exception> outcomes = new ArrayList<>();
            for (Future<Exception> outcome : hands.invokeAll(acts)) {
                outcomes.add(outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            hands.shutdownNow();
        }
    }

    public void awaitAdjusted() {
        await(() -> Optional.of(view()).filter(minutes -> minutes.state().isAdjusted()), Duration.ofMillis(100));
    }

    /** Adjusted, and everybody has their letter about it. */
    public void awaitDelivered() {
        people().forEach(person -> await(() -> nodes.stream()
                .flatMap(any -> any.fact(person, "completed", "link").stream())
                .findFirst()));
        assertThat(view().state().isAdjusted()).isTrue();
    }

    static <T> T await(Supplier<Optional<T>> look) {
        return await(look, Duration.ofMillis(20));
    }

    private static <T> T await(Supplier<Optional<T>> look, Duration pause) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            assertThat(Instant.now()).as("waited in vain").isBefore(end);
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
