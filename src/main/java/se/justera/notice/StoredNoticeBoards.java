package se.justera.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.association.Associations;
import se.justera.audit.AuditTrail;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Shortcomings;

/** Notice boards in the database. */
@Repository
class StoredNoticeBoards implements NoticeBoards {

    private final JdbcClient database;
    private final Associations associations;
    private final AuditTrail audit;

    StoredNoticeBoards(JdbcClient database, Associations associations, AuditTrail audit) {
        this.database = database;
        this.associations = associations;
        this.audit = audit;
    }

    @Override
    public List<NoticeBoard> of(TenantId tenant) {
        return database.sql("select id, name, address from notice_board where tenant_id = ? order by name")
                .param(tenant.value())
                .query((row, n) -> new NoticeBoard(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("address")))
                .list();
    }

    @Override
    @Transactional
    public NoticeBoard add(TenantId tenant, Actor administrator, String name, @Nullable String address) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 200) {
            throw new BoardRefused.Nameless();
        }
        var board = new NoticeBoard(UUID.randomUUID(), called, web(address));
        try {
            database.sql("insert into notice_board (id, tenant_id, name, address) values (?, ?, ?, ?)")
                    .param(board.id())
                    .param(tenant.value())
                    .param(board.name())
                    .param(board.address())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new BoardRefused.Known();
        }
        record(tenant, administrator, "board.added", told(board));
        return board;
    }

    @Override
    @Transactional
    public void remove(TenantId tenant, Actor administrator, UUID board) {
        Optional<NoticeBoard> known =
                of(tenant).stream().filter(one -> one.id().equals(board)).findFirst();
        database.sql("delete from notice_board where tenant_id = ? and id = ?")
                .params(tenant.value(), board)
                .update();
        known.ifPresent(one -> record(tenant, administrator, "board.removed", told(one)));
    }

    @Override
    public Office office(TenantId tenant) {
        return database.sql("select kept_at, registrar_email from notice_office where tenant_id = ?")
                .param(tenant.value())
                .query((row, n) -> new Office(row.getString("kept_at"), row.getString("registrar_email")))
                .optional()
                .orElseGet(() -> new Office(associations.find(tenant).name(), null));
    }

    @Override
    @Transactional
    public void move(TenantId tenant, Actor administrator, Office office) {
        String keptAt = office.keptAt().strip();
        if (keptAt.isEmpty() || keptAt.length() > 300) {
            throw new BoardRefused.Nowhere();
        }
        String email =
                office.registrarEmail() == null ? "" : office.registrarEmail().strip();
        if (!email.isEmpty() && !Shortcomings.isAddress(email)) {
            throw new BoardRefused.Unreachable();
        }
        Office before = office(tenant);
        database.sql("delete from notice_office where tenant_id = ?")
                .param(tenant.value())
                .update();
        database.sql("insert into notice_office (tenant_id, kept_at, registrar_email) values (?, ?, ?)")
                .param(tenant.value())
                .param(keptAt)
                .param(email.isEmpty() ? null : email)
                .update();
        recordMove(tenant, administrator, before, office(tenant));
    }

    /** Of the mail address only that it is another. */
    private void recordMove(TenantId tenant, Actor administrator, Office before, Office now) {
        if (!before.keptAt().equals(now.keptAt())) {
            record(tenant, administrator, "office.moved", Map.of("keptAt", before.keptAt() + " → " + now.keptAt()));
        }
        if (!Objects.equals(before.registrarEmail(), now.registrarEmail())) {
            record(tenant, administrator, "office.registrarChanged", Map.of());
        }
    }

    private static Map<String, String> told(NoticeBoard board) {
        return board.address() == null
                ? Map.of("board", board.name())
                : Map.of("board", board.name(), "address", board.address());
    }

    private void record(TenantId tenant, Actor administrator, String type, Map<String, String> details) {
        audit.record(tenant, MinutesId.ofNone(tenant), administrator, type, details);
    }

    /** Readers follow it from a public page: nothing but the web. */
    private static @Nullable String web(@Nullable String address) {
        String typed = address == null ? "" : address.strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            URI uri = new URI(typed);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && typed.length() <= 500) {
                return typed;
            }
        } catch (URISyntaxException e) {
            throw new BoardRefused.NoAddress();
        }
        throw new BoardRefused.NoAddress();
    }
}
