package se.justera.database;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.desk.SetClock;
import se.justera.kernel.TenantId;

/** H2 in memory (or PostgreSQL) with our own migrations and one association; what is to be tested runs in its transactions. */
public final class EmptyDatabase implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final TenantId tenant;
    private Runnable end = () -> {};

    /** With these as beans, and their transactions as in the service. */
    public EmptyDatabase(Class<?>... beans) {
        this(
                new EmbeddedDatabaseBuilder()
                        .generateUniqueName(true)
                        .setType(EmbeddedDatabaseType.H2)
                        .build(),
                beans);
    }

    private EmptyDatabase(EmbeddedDatabase database, Class<?>... beans) {
        this(database, "h2", beans);
        end = database::shutdown;
    }

    private EmptyDatabase(DataSource database, String kind, Class<?>... beans) {
        this(database, new TenantId(UUID.randomUUID()), beans);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + kind)
                .load()
                .migrate();
        JdbcClient.create(database)
                .sql("insert into association (id, name) values (?, 'Föreningen Exempel')")
                .param(tenant.value())
                .update();
    }

    private EmptyDatabase(DataSource database, TenantId tenant, Class<?>... beans) {
        this.tenant = tenant;
        context.register(Setting.class);
        context.register(beans);
        // who closes one application leaves the database to the others
        context.registerBean(DataSource.class, () -> new DelegatingDataSource(database));
    }

    /** The same in an empty PostgreSQL. */
    public static EmptyDatabase onPostgres(DataSource database, Class<?>... beans) {
        return new EmptyDatabase(database, "postgresql", beans);
    }

    /** Another application on the same database, as on another node or after a restart. */
    public EmptyDatabase beside(Class<?>... beans) {
        return new EmptyDatabase(bean(DataSource.class), tenant, beans);
    }

    public <T> EmptyDatabase with(Class<T> type, Supplier<T> bean) {
        context.registerBean(type, bean);
        return this;
    }

    public EmptyDatabase start() {
        context.refresh();
        return this;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    public TenantId tenant() {
        return tenant;
    }

    public SetClock clock() {
        return bean(SetClock.class);
    }

    public Instant now() {
        return clock().instant();
    }

    public void inTransaction(Runnable work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        context.close();
        end.run();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Setting {

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        SetClock clock() {
            return new SetClock();
        }
    }
}
