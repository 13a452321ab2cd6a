package se.justera.database;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.desk.SetClock;
import se.justera.kernel.TenantId;

/** H2 in memory with our own migrations and one association; what is to be tested runs in its transactions. */
public final class EmptyDatabase implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    /** With these as beans, and their transactions as in the service. */
    public EmptyDatabase(Class<?>... beans) {
        context.register(Setting.class);
        context.register(beans);
    }

    public <T> EmptyDatabase with(Class<T> type, Supplier<T> bean) {
        context.registerBean(type, bean);
        return this;
    }

    public EmptyDatabase start() {
        context.refresh();
        sql().sql("insert into association (id, name) values (?, 'Föreningen Exempel')")
                .param(tenant.value())
                .update();
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
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Setting {

        @Bean
        DataSource dataSource() {
            DataSource database = new EmbeddedDatabaseBuilder()
                    .generateUniqueName(true)
                    .setType(EmbeddedDatabaseType.H2)
                    .build();
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                    .load()
                    .migrate();
            return database;
        }

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
