package se.justera.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.Role;
import se.justera.access.SignedIn;
import se.justera.archive.Archive;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeBoard;
import se.justera.notice.NoticeBoards;
import se.justera.notice.Office;
import se.justera.notice.Vouched;
import se.justera.signing.Signing;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.AdjustedDocument.Notice;
import se.justera.validation.Validation;

/** An adjusted protocol on its way to legal force: what the registrar records, what everybody sees of it. */
@DeskTest
class NoticeTests {

    private static final Actor ADMINISTRATOR = Actor.staff("admin");
    private static final Actor REGISTRAR = Actor.staff("registrar");
    private static final String RUT = "Rut Registrator";

    @Autowired
    private MockMvc web;

    @Autowired
    private TestMinutes drafts;

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
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SetClock clock;

    private Duration ahead = Duration.ZERO;

    /** The clock is everybody's. */
    @AfterEach
    void turnTheClockBack() {
        clock.advance(ahead.negated());
    }

    // posting

    @Test
    void theLastOfSeveralBoardsAnnouncesAndStartsTheAppealTime() {
        House house = house("Kommunen", "Regionen");
        MinutesView minutes = adjusted(house);
        later(Duration.ofDays(2));
        Announcement half = post(house, minutes, 0, today().minusDays(1));

        assertThat(half.appealUntil()).isNull();
        assertThat(book.view(minutes.id()).state()).isEqualTo(MinutesState.ADJUSTED);
        assertThat(announcements.current(house.tenant)).isEmpty();

        Announcement whole = post(house, minutes, 1, today());

        assertThat(book.view(minutes.id()).state()).isEqualTo(MinutesState.ANNOUNCED);
        // posted on a Saturday; three weeks later is Easter Saturday
        assertThat(today()).isEqualTo("2026-03-14");
        assertThat(whole.appealUntil()).isEqualTo("2026-04-07");
        assertThat(whole.inForceFrom()).isEqualTo("2026-04-08");
        assertThat(trail.of(house.tenant, minutes.id()))
                .extracting(AuditEntry::type)
                .endsWith("notice.posted", "notice.posted", "minutes.announced");
    }

    @Test
    void aBoardThatIsAddedLaterIsNoLongerWaitedFor() {
        House house = house("Kommunen");
        MinutesView minutes = adjusted(house);
        post(house, minutes, 0, today());

        boards.add(house.tenant, ADMINISTRATOR, "Regionen", null);

        assertThat(announcements.of(house.tenant, minutes.id()).isPosted()).isTrue();
    }

    @Test
    void withoutABoardNothingIsAnnounced() {
        House house = house();
        MinutesView minutes = adjusted(house);

        assertThat(announcements.of(house.tenant, minutes.id()).isPosted()).isFalse();
        assertThatThrownBy(() -> announcements.post(
                        house.tenant, REGISTRAR, minutes.id(), null, new Vouched(UUID.randomUUID(), today(), RUT)))
                .isInstanceOf(MinutesRefused.Unknown.class);
    }

    @Test
    void aDayThatWasWrongIsPutRightUntilTheNoticeIsTakenDown() {
        House house = house("Kommunen");
        MinutesView minutes = adjusted(house);
        later(Duration.ofDays(1));
        LocalDate first =
                Objects.requireNonNull(post(house, minutes, 0, today()).appealUntil());

        Announcement right = post(house, minutes, 0, today().minusDays(1));

        assertThat(right.postings())
                .singleElement()
                .satisfies(p -> assertThat(p.postedOn()).isEqualTo(today().minusDays(1)));
        assertThat(right.appealUntil()).isBeforeOrEqualTo(first);
        later(Duration.ofDays(60));
        takeDown(house, minutes, 0, today());
        assertThatThrownBy(() -> post(house, minutes, 0, today())).isInstanceOf(MinutesRefused.AlreadyDone.class);
    }

    @Test
    void refusesDaysThatCannotBe() {
        House house = house("Kommunen");
        MinutesView minutes = adjusted(house);
        LocalDate adjustedOn = Objects.requireNonNull(minutes.adjustedOn());

        assertThatThrownBy(() -> post(house, minutes, 0, adjustedOn.minusDays(1)))
                .isInstanceOf(MinutesRefused.Wanting.class);
        assertThatThrownBy(() -> post(house, minutes, 0, today().plusDays(1)))
                .isInstanceOf(MinutesRefused.Wanting.class);
        LocalDate until =
                Objects.requireNonNull(post(house, minutes, 0, adjustedOn).appealUntil());
        later(Duration.ofDays(60));
        assertThatThrownBy(() -> takeDown(house, minutes, 0, until)).isInstanceOf(MinutesRefused.Wanting.class);
        assertThat(takeDown(house, minutes, 0, until.plusDays(1)).isTakenDown()).isTrue();
    }

    @Test
    void nobodysNoticeIsTakenDownBeforeItIsUpEverywhere() {
        House house = house("Kommunen", "Regionen");
        MinutesView minutes = adjusted(house);
        post(house, minutes, 0, today());
        later(Duration.ofDays(60));

        assertThatThrownBy(() -> takeDown(house, minutes, 0, today())).isInstanceOf(MinutesRefused.WrongState.class);
    }

    @Test
    void notesAreFinalAtOnceAndHaveNoNotice() {
        House house = house("Kommunen");
        MinutesView notes = minutes().of(house.tenant, byTheChair(MinutesKind.NOTES));

        assertThat(notes.state()).isEqualTo(MinutesState.FINAL);
        assertThat(announcements.of(notes.id())).isEmpty();
        assertThat(announcements.open(house.tenant)).isEmpty();
        assertThatThrownBy(() -> announcements.of(house.tenant, notes.id()))
                .isInstanceOf(MinutesRefused.WrongState.class);
    }

    @Test
    void nobodySeesAnotherAssociationsNotice() {
        House house = house("Kommunen");
        MinutesView minutes = adjusted(house);

        assertThatThrownBy(() -> announcements.of(house("Annan").tenant, minutes.id()))
                .isInstanceOf(MinutesRefused.Unknown.class);
    }

    // the API

    @Test
    void theApiRecordsWithTheVersionLastSeen() throws Exception {
        House house = ours();
        MinutesView minutes = adjusted(house);
        String address = "/api/v1/minutes/" + minutes.id() + "/notice";
        String board = address + "/boards/" + house.boards.get(0).id() + "/posting";
        String day = "{\"postedOn\":\"" + today() + "\",\"vouchedBy\":\"" + RUT + "\"}";
        // other tests have hung up boards of their own
        String own = "$.boards[?(@.name == '" + house.boards.get(0).name() + "')]";

        web.perform(get(address).with(staff(Role.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.state").value("ADJUSTED"))
                .andExpect(jsonPath("$.latestPosting")
                        .value(Objects.requireNonNull(minutes.adjustedOn())
                                .plusDays(2)
                                .toString()))
                .andExpect(jsonPath(own).isNotEmpty())
                .andExpect(jsonPath("$.appealUntil").isEmpty());
        record(board, null, day).andExpect(status().is(428));
        record(board, "\"7\"", day).andExpect(status().is(412));
        record(board, "\"0\"", "{\"postedOn\":\"" + today() + "\"}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].at").value("/vouchedBy"));
        record(board, "\"0\"", "{\"postedOn\":\"i går\",\"vouchedBy\":\"Rut\"}").andExpect(status().is4xxClientError());
        record(board, "\"0\"", day)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath(own + ".postedBy").value(RUT));
        record(address + "/boards/ingen/posting", "*", day).andExpect(status().isNotFound());
        web.perform(get(address + "/proof").with(staff(Role.AUDITOR))).andExpect(status().isNotFound());
        web.perform(get("/api/v1/minutes/" + drafts.draft().id() + "/notice").with(staff(Role.AUDITOR)))
                .andExpect(status().isConflict());
    }

    // the pages

    @Test
    void theRegistrarRecordsOnThePageAndGetsTheTextToCopy() throws Exception {
        House house = ours();
        MinutesView minutes = adjusted(house);
        String address = "/desk/minutes/" + minutes.id() + "/notice";

        assertThat(page("/desk/notices", Role.REGISTRAR)).contains(address, "senast");
        assertThat(page(address, Role.REGISTRAR))
                .contains("ANSLAG – justerat protokoll", "Justerat: " + minutes.adjustedOn())
                .contains("Anteckna som uppsatt");
        assertThat(page(address, Role.AUDITOR)).doesNotContain("Anteckna som uppsatt");
        String again = web.perform(recording(address, house, "2019-01-01", RUT))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(again).contains("Dagen då anslaget sattes upp går inte.", "value=\"2019-01-01\"", RUT);
        web.perform(recording(address, house, today().toString(), RUT)).andExpect(redirectedUrl(address));
        assertThat(page(address, Role.REGISTRAR)).contains("Uppsatt " + today() + ", intygas av " + RUT);
    }

    @Test
    void whatWasAdjustedAtTheMeetingIsAnnouncedWithoutWaitingForTheRest() throws Exception {
        String draft = """
                {"kind": "PROTOCOL", "body": "Styrelsen", "meeting": {"date": "2026-03-10"},
                 "items": [{"number": 1, "heading": "Öppnande"},
                           {"number": 2, "heading": "Avtal", "immediateAdjustment": true},
                           {"number": 3, "heading": "Lån", "immediateAdjustment": true}]}
                """;

        assertThat(page(written(draft), Role.SECRETARY))
                .contains("§§ 2–3 har justerats omedelbart och anslås för sig, senast 12 mars 2026")
                .contains("ANSLAG – omedelbart justerat", "Paragrafer: §§ 2–3", "Justerat: 2026-03-10");
        assertThat(page(written(draft.replace("PROTOCOL", "NOTES")), Role.SECRETARY))
                .doesNotContain("ANSLAG");
        assertThat(page(written(draft.replace("true", "false")), Role.SECRETARY))
                .doesNotContain("ANSLAG");
    }

    private String written(String draft) throws Exception {
        String location = web.perform(MockMvcRequestBuilders.post("/api/v1/minutes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(draft)
                        .with(staff(Role.SECRETARY)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return Objects.requireNonNull(location).replaceFirst(".*/api/v1", "/desk");
    }

    @Test
    void theAdministratorSaysOnWhichBoardsAndWhereTheMinutesAreKept() throws Exception {
        boards("/desk/boards", "name", "").andExpect(status().is(422));
        boards("/desk/boards", "name", "Tavlan", "address", "javascript:alert(1)")
                .andExpect(status().is(422));
        boards("/desk/boards/office", "keptAt", "Kansliet", "registrarEmail", "ingen")
                .andExpect(status().is(422));
        String name = "Bortanby kommun";
        boards("/desk/boards", "name", name, "address", "https://bortanby.example/anslag")
                .andExpect(status().is3xxRedirection());
        boards("/desk/boards", "name", name).andExpect(status().is(422));
        assertThat(page("/desk/boards", Role.ADMIN)).contains(name, "https://bortanby.example/anslag");
        NoticeBoard board = boards.of(DeskHouse.TENANT).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        boards("/desk/boards/removal", "board", board.id().toString()).andExpect(status().is3xxRedirection());
        assertThat(boards.of(DeskHouse.TENANT)).doesNotContain(board);
    }

    @Test
    void everyChangeOfTheBoardsStandsInTheAssociationsTrail() {
        House house = house("Kommunen");

        boards.remove(house.tenant, ADMINISTRATOR, house.boards.get(0).id());
        boards.remove(house.tenant, ADMINISTRATOR, house.boards.get(0).id());
        boards.move(house.tenant, ADMINISTRATOR, new Office("Kansliet på Torget", "registrator@forbundet.example"));

        List<AuditEntry> entries = trail.of(house.tenant, new MinutesId(house.tenant.value()));
        assertThat(entries)
                .extracting(AuditEntry::type)
                .containsExactly("office.moved", "board.added", "board.removed", "office.registrarChanged");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(ADMINISTRATOR.toString()));
        assertThat(entries.get(2).details()).containsEntry("board", "Kommunen");
        assertThat(entries.toString()).doesNotContain("registrator@");
    }

    @Test
    void theAdministratorSeesWhoChangedTheBoards() throws Exception {
        boards.add(DeskHouse.TENANT, ADMINISTRATOR, "Nykommun " + UUID.randomUUID(), null);

        assertThat(page("/desk/boards", Role.ADMIN)).contains("Anslagstavlan lades till", "admin");
    }

    // what everybody sees

    @Test
    void thePublicBoardShowsWhatIsAnnouncedAndNothingElse() throws Exception {
        House house = house("Kommunen");
        MinutesView waiting = adjusted(house);
        assertThat(page("/board/" + house.slug, null)).contains("Inget är anslaget just nu.");

        MinutesView minutes = adjusted(house);
        Announcement announcement = post(house, minutes, 0, today());

        String shown = page("/board/" + house.slug, null);
        assertThat(shown)
                .contains("Styrelsen", "2026-03-10", "§ 1", "Kansliet på Torget", "Kommunen", "förvaltningsrätten")
                .contains(Objects.requireNonNull(announcement.appealUntil()).toString())
                .doesNotContain(RUT, "Öppnande", "Alva Ek", minutes.verificationCode())
                .doesNotContain(minutes.id().toString(), waiting.id().toString());
        assertThat(page("/board/" + house.slug + "?lang=en", null)).contains("Last day to appeal");
        assertThat(page("/board", null)).contains("/board/" + house.slug);
        web.perform(get("/board/nobody")).andExpect(status().isNotFound());

        later(Duration.ofDays(60));
        takeDown(house, minutes, 0, today());
        assertThat(page("/board/" + house.slug, null)).contains("Inget är anslaget just nu.");
    }

    @Test
    void aValidationTellsWhatTheBoardsSayAndUntilWhenToAppeal() {
        House house = house("Kommunen", "Regionen");
        MinutesView minutes = adjusted(house);
        post(house, minutes, 0, today());
        Notice half = Objects.requireNonNull(own(minutes).notice());
        assertThat(half.boards()).extracting(AdjustedDocument.Board::postedOn).containsExactly(today(), null);
        assertThat(half.latestPosting())
                .isEqualTo(Objects.requireNonNull(minutes.adjustedOn()).plusDays(2));
        assertThat(half.appealUntil()).isNull();

        Announcement whole = post(house, minutes, 1, today());

        Notice notice = Objects.requireNonNull(own(minutes).notice());
        assertThat(notice.appealUntil()).isEqualTo(whole.appealUntil());
        assertThat(notice.inForceFrom()).isEqualTo(whole.inForceFrom());
        MinutesView notes = minutes().of(house.tenant, byTheChair(MinutesKind.NOTES));
        assertThat(own(notes).notice()).isNull();
    }

    private record House(TenantId tenant, String slug, List<NoticeBoard> boards) {}

    /** An association of its own with these boards. */
    private House house(String... names) {
        var tenant = new TenantId(UUID.randomUUID());
        associations.found(new Association(tenant, "Förbundet " + tenant, null));
        boards.move(tenant, ADMINISTRATOR, new Office("Kansliet på Torget", null));
        return new House(
                tenant,
                "forbundet-" + tenant,
                List.of(names).stream()
                        .map(name -> boards.add(tenant, ADMINISTRATOR, name, null))
                        .toList());
    }

    /** The association whose staff have accounts, with a board more. */
    private House ours() {
        NoticeBoard board = boards.add(DeskHouse.TENANT, ADMINISTRATOR, "Kommunen " + UUID.randomUUID(), null);
        return new House(DeskHouse.TENANT, "", List.of(board));
    }

    private MinutesView adjusted(House house) {
        return minutes().of(house.tenant, byTheChair(MinutesKind.PROTOCOL));
    }

    private Announcement post(House house, MinutesView minutes, int board, LocalDate day) {
        return announcements.post(
                house.tenant,
                REGISTRAR,
                minutes.id(),
                null,
                new Vouched(house.boards.get(board).id(), day, RUT));
    }

    private Announcement takeDown(House house, MinutesView minutes, int board, LocalDate day) {
        return announcements.takeDown(
                house.tenant,
                REGISTRAR,
                minutes.id(),
                null,
                new Vouched(house.boards.get(board).id(), day, RUT));
    }

    private AdjustedDocument own(MinutesView minutes) {
        byte[] pdf = archive.latest(minutes.id(), minutes.round()).orElseThrow().pdf();
        return Objects.requireNonNull(validation
                        .report("p.pdf", pdf, Locale.forLanguageTag("sv"))
                        .own())
                .document();
    }

    private ResultActions record(String address, @Nullable String ifMatch, String body) throws Exception {
        var call = put(address)
                .with(staff(Role.REGISTRAR))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return web.perform(ifMatch == null ? call : call.header("If-Match", ifMatch));
    }

    private static MockHttpServletRequestBuilder recording(String address, House house, String day, String voucher) {
        return MockMvcRequestBuilders.post(address + "/posting")
                .with(SignedIn.as(Role.REGISTRAR))
                .with(csrf())
                .param("version", "0")
                .param("board", house.boards.get(0).id().toString())
                .param("day", day)
                .param("vouchedBy", voucher);
    }

    private ResultActions boards(String address, String... typed) throws Exception {
        var call = MockMvcRequestBuilders.post(address)
                .with(SignedIn.as(Role.ADMIN))
                .with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            call.param(typed[i], typed[i + 1]);
        }
        return web.perform(call);
    }

    private String page(String address, @Nullable Role role) throws Exception {
        var call = get(address);
        return web.perform(role == null ? call : call.with(SignedIn.as(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor staff(Role role) {
        return httpBasic(role.name(), DeskHouse.PASSWORD);
    }

    private AdjustedMinutes minutes() {
        return new AdjustedMinutes(book, archive, signing, transaction, clock);
    }

    private void later(Duration time) {
        clock.advance(time);
        ahead = ahead.plus(time);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Stockholm")).toLocalDate();
    }

    private static Draft byTheChair(MinutesKind kind) {
        Draft draft = TestMinutes.complete();
        return new Draft(
                draft.association(),
                kind,
                draft.body(),
                draft.caseNumber(),
                null,
                new Meeting(4, 2026, LocalDate.of(2026, 3, 10), null, null, "Kommunhuset", null),
                draft.attendance(),
                draft.items(),
                List.of(),
                List.of(),
                List.of(new Signatory("Alva Ek", SignatoryRole.CHAIR, null, "alva@forbundet.example")));
    }
}
