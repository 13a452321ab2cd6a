package se.justera.association;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.TenantId;

/** Logos in the database. */
@Repository
class StoredLogos implements Logos {

    private final JdbcClient database;
    private final Clock clock;

    StoredLogos(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Logo> of(TenantId tenant) {
        return database.sql("select png, width, height from association_logo where tenant_id = ?")
                .param(tenant.value())
                .query((row, n) -> new Logo(row.getBytes("png"), row.getInt("width"), row.getInt("height")))
                .optional();
    }

    @Override
    @Transactional
    public void set(TenantId tenant, byte[] uploadedPicture) {
        Logo logo = LogoPress.print(uploadedPicture);
        remove(tenant);
        database.sql("insert into association_logo (tenant_id, changed_at, width, height, png) values (?, ?, ?, ?, ?)")
                .param(tenant.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(logo.width())
                .param(logo.height())
                .param(logo.png())
                .update();
    }

    @Override
    @Transactional
    public void remove(TenantId tenant) {
        database.sql("delete from association_logo where tenant_id = ?")
                .param(tenant.value())
                .update();
    }
}
