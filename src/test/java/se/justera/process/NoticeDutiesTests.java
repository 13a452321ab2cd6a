package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.Role;
import se.justera.archive.Archive;
import se.justera.association.Associations;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.ceremony.SelfValidation;
import se.justera.desk.AdjustedMinutes;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.desk.SetClock;
import se.justera.desk.TestMinutes;
import se.justera.document.Conformance;
import se.justera.document.PdfTexts;
import se.justera.kernel.Actor;
import se.justera.minutes.Draft;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeBoard;
import se.justera.notice.NoticeBoards;
import se.justera.notice.ProofOfNotice;
import se.justera.notice.RegistrarLetters;
import se.justera.notice.Vouched;
import se.justera.signing.Signing;
import se.justera.trust.KeyRing;
import se.justera.validation.Validation;
import se.justera.validation.Verdict;

/** What the announcement's last steps make of what the registrar has recorded. */
@DeskTest
class NoticeDutiesTests {

    private static final Actor REGISTRAR = Actor.staff("registrar");
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Autowired
    private MinuteBook book;

    @Autowired
    private Archive archive;

    @Autowired
    private Associations associations;

    @Autowired
    private Signing signing;

    @Autowired
    private Validation validation;

    @Autowired
    private Announcements announcements;

    @Autowired
    private NoticeBoards boards;

    @Autowired
    private ProofOfNotice proofs;

    @Autowired
    private RegistrarLetters letters;

    @Autowired
    private KeyRing keys;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SetClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MockMvc web;

    private Duration ahead = Duration.ZERO;

    /** The clock is everybody's. */
    @AfterEach
    void turnTheClockBack() {
        clock.advance(ahead.negated());
    }

    @Test
    void theAppealTimeHasEndedWithItsLastDayInSweden() {
        MinutesView minutes = posted();
        Announcement announcement = announcements.of(minutes.id()).orElseThrow();
        LocalDate until = Objects.requireNonNull(announcement.appealUntil());
        Instant end = until.plusDays(1)
                .atStartOfDay(ZoneId.of("Europe/Stockholm"))
                .toInstant()
                .minusSeconds(1);

        laterThan(end.minusSeconds(1));
        assertThat(duties().examine(minutes.id())).isEqualTo(new AnnouncementSteps.Outlook(false, end));
        laterThan(end);
        assertThat(duties().examine(minutes.id())).isEqualTo(new AnnouncementSteps.Outlook(true, end));
    }

    @Test
    void theProofIsSealedAndTheProtocolFinal() throws Exception {
        MinutesView minutes = posted();
        byte[] undisturbed =
                archive.latest(minutes.id(), minutes.round()).orElseThrow().pdf();
        laterThan(clock.instant().plus(Duration.ofDays(30)));
        for (NoticeBoard board : boards.of(DeskHouse.TENANT)) {
            announcements.takeDown(
                    DeskHouse.TENANT,
                    REGISTRAR,
                    minutes.id(),
                    null,
                    new Vouched(board.id(), today(), "Tage Nedtagare"));
        }

        prove(minutes);
        prove(minutes);

        assertThat(book.view(minutes.id()).state()).isEqualTo(MinutesState.FINAL);
        assertThat(announcements.open(DeskHouse.TENANT))
                .noneMatch(open -> open.minutes().id().equals(minutes.id()));
        assertThat(trail.of(DeskHouse.TENANT, minutes.id()))
                .extracting(AuditEntry::type)
                .endsWith("notice.takenDown", "notice.proven", "minutes.final");
        assertThat(archive.latest(minutes.id(), minutes.round()).orElseThrow().pdf())
                .isEqualTo(undisturbed);
        byte[] proof = proofs.of(book.view(minutes.id())).orElseThrow();
        assertThat(PdfTexts.of(proof))
                .contains("Anslagsbevis: Protokoll styrelsen nr 4/2026", "2026-03-10", "§ 1")
                .contains("2026-03-12, Rut Registrator", "2026-04-11, Tage Nedtagare", minutes.verificationCode());
        assertThat(Conformance.faults(proof)).isEmpty();
        var result = validation.validate("bevis.pdf", proof, SWEDISH);
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures())
                .singleElement()
                .satisfies(seal -> assertThat(seal.reason()).isEqualTo("Sigill: anslagsbevis"));
        web.perform(get("/api/v1/minutes/" + minutes.id() + "/notice/proof")
                        .with(httpBasic(Role.AUDITOR.name(), DeskHouse.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(content().bytes(proof));
    }

    /** The protocol of the tests' own association, on all boards it has. */
    private MinutesView posted() {
        boards.add(DeskHouse.TENANT, Actor.staff("admin"), "Kommunen " + UUID.randomUUID(), null);
        var minutes = new AdjustedMinutes(book, archive, signing, transaction, clock).of(draft());
        for (NoticeBoard board : boards.of(DeskHouse.TENANT)) {
            announcements.post(
                    DeskHouse.TENANT,
                    REGISTRAR,
                    minutes.id(),
                    null,
                    new Vouched(board.id(), today(), "Rut Registrator"));
        }
        return book.view(minutes.id());
    }

    private void prove(MinutesView minutes) {
        transaction.executeWithoutResult(status -> duties().prove(minutes.id()));
    }

    private NoticeDuties duties() {
        return new NoticeDuties(
                announcements,
                letters,
                proofs,
                associations,
                signing,
                beans.createBean(SelfValidation.class),
                keys,
                trail,
                book,
                clock);
    }

    private void laterThan(Instant at) {
        Duration time = Duration.between(clock.instant(), at);
        clock.advance(time);
        ahead = ahead.plus(time);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Stockholm")).toLocalDate();
    }

    private static Draft draft() {
        Draft draft = TestMinutes.complete();
        return draft.withSignatories(List.of(draft.signatories().get(2)));
    }
}
