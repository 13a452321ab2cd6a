package se.justera.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft.SignatoryRole;

/** Minutes and their participants in the database. */
@Repository
class MinutesStore {

    private final JdbcClient database;

    MinutesStore(JdbcClient database) {
        this.database = database;
    }

    /** Reads the minutes and keeps everybody else from changing them until the transaction ends. */
    Optional<Minutes> lock(MinutesId id) {
        return lock("select * from minutes where id = ? for update", id.value());
    }

    /** As {@link #lock}: the minutes that this person takes part in, or took part in. */
    Optional<Minutes> lockOf(ParticipantId participant) {
        return lock(
                "select * from minutes where id = (select minutes_id from participant where id = ?) for update",
                participant.value());
    }

    private Optional<Minutes> lock(String sql, UUID key) {
        return database.sql(sql)
                .param(key)
                .query(this::view)
                .optional()
                .map(view -> new Minutes(view, participants(view.id())));
    }

    Optional<MinutesView> find(MinutesId id) {
        return database.sql("select * from minutes where id = ?")
                .param(id.value())
                .query(this::view)
                .optional();
    }

    Optional<MinutesView> withCode(String verificationCode) {
        return database.sql("select * from minutes where verification_code = ?")
                .param(verificationCode)
                .query(this::view)
                .optional();
    }

    List<MinutesId> in(List<MinutesState> states) {
        return database.sql("select id from minutes where state in (:states) order by changed_at")
                .param("states", states.stream().map(MinutesState::name).toList())
                .query((row, n) -> new MinutesId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Participant> participants(MinutesId minutes) {
        return database.sql("select * from participant where minutes_id = ? and active order by position")
                .param(minutes.value())
                .query(this::participant)
                .list();
    }

    Optional<Participant> active(ParticipantId id) {
        return database.sql("select * from participant where id = ? and active")
                .param(id.value())
                .query(this::participant)
                .optional();
    }

    MinutesPage list(TenantId tenant, @Nullable MinutesState state, @Nullable String q, int page) {
        String where = " from minutes where tenant_id = :tenant"
                + (state == null ? "" : " and state = :state")
                + (q == null || q.isBlank() ? "" : " and search_text like :words escape '!'");
        String words = q == null ? "" : "%" + q.strip().toLowerCase(Locale.ROOT).replaceAll("([%_!])", "!$1") + "%";
        int total = database.sql("select count(*)" + where)
                .param("tenant", tenant.value())
                .param("state", state == null ? "" : state.name())
                .param("words", words)
                .query(Integer.class)
                .single();
        List<MinutesSummary> lines = database.sql("select id, state, version, title, meeting_date" + where
                        + " order by meeting_date desc nulls first, changed_at desc, id limit :size offset :from")
                .param("tenant", tenant.value())
                .param("state", state == null ? "" : state.name())
                .param("words", words)
                .param("size", MinutesPage.SIZE)
                .param("from", (long) page * MinutesPage.SIZE)
                .query((row, n) -> new MinutesSummary(
                        new MinutesId(row.getObject("id", UUID.class)),
                        MinutesState.valueOf(row.getString("state")),
                        row.getLong("version"),
                        row.getString("title"),
                        row.getObject("meeting_date", LocalDate.class)))
                .list();
        return new MinutesPage(lines, page, total);
    }

    void insert(Minutes minutes) {
        withDraft(INSERT_MINUTES, minutes.view())
                .param("tenant", minutes.view().tenant().value())
                .param("code", minutes.view().verificationCode())
                .param("created", utc(minutes.view().createdAt()))
                .update();
    }

    /** Writes what is not as it was read: long texts and the index of their words are most of what an update costs. */
    void update(Minutes minutes) {
        MinutesView view = minutes.view();
        (minutes.hasOtherDraft() ? withDraft(UPDATE_WITH_DRAFT, view) : write(UPDATE_MINUTES, view)).update();
        List<Participant> before = minutes.participantsBefore();
        List<Participant> now = minutes.participants();
        if (!ids(now).containsAll(ids(before))) {
            database.sql("update participant set active = false where minutes_id = ?")
                    .param(view.id().value())
                    .update();
            before = List.of();
        }
        for (int i = 0; i < now.size(); i++) {
            if (i >= before.size() || !now.get(i).equals(before.get(i))) {
                save(now.get(i), i);
            }
        }
    }

    private static Set<ParticipantId> ids(List<Participant> people) {
        return people.stream().map(Participant::id).collect(Collectors.toSet());
    }

    private static final String INSERT_MINUTES = "insert into minutes (id, tenant_id, state, version, round, title,"
            + " meeting_date, draft, search_text, verification_code, note, adjusted_on, created_at, changed_at)"
            + " values (:id, :tenant, :state, :version, :round, :title, :date, :draft, :words, :code, :note,"
            + " :adjusted, :created, :changed)";

    private static final String UPDATE_MINUTES = "update minutes set state = :state, version = :version,"
            + " round = :round, note = :note, adjusted_on = :adjusted, changed_at = :changed where id = :id";

    private static final String UPDATE_WITH_DRAFT = UPDATE_MINUTES.replace(
            " where", ", title = :title, meeting_date = :date, draft = :draft, search_text = :words where");

    private JdbcClient.StatementSpec write(String sql, MinutesView view) {
        return database.sql(sql)
                .param("id", view.id().value())
                .param("state", view.state().name())
                .param("version", view.version())
                .param("round", view.round())
                .param("note", view.note())
                .param("adjusted", view.adjustedOn())
                .param("changed", utc(view.changedAt()));
    }

    private JdbcClient.StatementSpec withDraft(String sql, MinutesView view) {
        return write(sql, view)
                .param("title", MinutesTitle.of(view.draft()))
                .param("date", dateOf(view.draft()))
                .param("draft", DraftJson.write(view.draft()))
                .param("words", SearchText.of(view.draft()));
    }

    private void save(Participant person, int position) {
        if (write(UPDATE_PARTICIPANT, person, position) == 0) {
            write(INSERT_PARTICIPANT, person, position);
        }
    }

    private static final String UPDATE_PARTICIPANT = "update participant set position = :position, active = true,"
            + " name = :name, email = :email, roles = :roles, title = :title, signature_number = :number,"
            + " reviewer = :reviewer, state = :state, invited_at = :invited, opened_at = :opened,"
            + " signed_at = :signed, reason = :reason"
            + " where id = :id and tenant_id = :tenant and minutes_id = :minutes";

    private static final String INSERT_PARTICIPANT = "insert into participant (id, tenant_id, minutes_id, position,"
            + " active, name, email, roles, title, signature_number, reviewer, state, invited_at, opened_at,"
            + " signed_at, reason) values (:id, :tenant, :minutes, :position, true, :name, :email, :roles, :title,"
            + " :number, :reviewer, :state, :invited, :opened, :signed, :reason)";

    private int write(String sql, Participant person, int position) {
        return database.sql(sql)
                .param("id", person.id().value())
                .param("tenant", person.tenant().value())
                .param("minutes", person.minutes().value())
                .param("position", position)
                .param("name", person.name())
                .param("email", person.email())
                .param("roles", person.roles().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .param("title", person.title())
                .param("number", person.signatureNumber())
                .param("reviewer", person.reviewer())
                .param("state", person.state().name())
                .param("invited", utc(person.invitedAt()))
                .param("opened", utc(person.openedAt()))
                .param("signed", utc(person.signedAt()))
                .param("reason", person.reason())
                .update();
    }

    private MinutesView view(ResultSet row, int n) throws SQLException {
        return new MinutesView(
                new MinutesId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                MinutesState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getInt("round"),
                DraftJson.read(row.getString("draft")),
                row.getString("verification_code"),
                row.getString("note"),
                row.getObject("adjusted_on", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private Participant participant(ResultSet row, int n) throws SQLException {
        String roles = row.getString("roles");
        return new Participant(
                new ParticipantId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new MinutesId(row.getObject("minutes_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                roles.isEmpty()
                        ? List.of()
                        : Arrays.stream(roles.split(" ", -1))
                                .map(SignatoryRole::valueOf)
                                .toList(),
                row.getString("title"),
                row.getObject("signature_number", Integer.class),
                row.getBoolean("reviewer"),
                ParticipantState.valueOf(row.getString("state")),
                instant(row, "invited_at"),
                instant(row, "opened_at"),
                instant(row, "signed_at"),
                row.getString("reason"));
    }

    private static @Nullable LocalDate dateOf(Draft draft) {
        return draft.meeting() == null ? null : draft.meeting().date();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
