package se.justera.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.association.Associations;
import se.justera.kernel.TenantId;
import se.justera.minutes.Shortcomings;

/** Notice boards in the database. */
@Repository
class StoredNoticeBoards implements NoticeBoards {

    private final JdbcClient database;
    private final Associations associations;

    StoredNoticeBoards(JdbcClient database, Associations associations) {
        this.database = database;
        this.associations = associations;
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
    public NoticeBoard add(TenantId tenant, String name, @Nullable String address) {
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
        return board;
    }

    @Override
    @Transactional
    public void remove(TenantId tenant, UUID board) {
        database.sql("delete from notice_board where tenant_id = ? and id = ?")
                .params(tenant.value(), board)
                .update();
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
    public void move(TenantId tenant, Office office) {
        String keptAt = office.keptAt().strip();
        if (keptAt.isEmpty() || keptAt.length() > 300) {
            throw new BoardRefused.Nowhere();
        }
        String email =
                office.registrarEmail() == null ? "" : office.registrarEmail().strip();
        if (!email.isEmpty() && !Shortcomings.isAddress(email)) {
            throw new BoardRefused.Unreachable();
        }
        database.sql("delete from notice_office where tenant_id = ?")
                .param(tenant.value())
                .update();
        database.sql("insert into notice_office (tenant_id, kept_at, registrar_email) values (?, ?, ?)")
                .param(tenant.value())
                .param(keptAt)
                .param(email.isEmpty() ? null : email)
                .update();
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
