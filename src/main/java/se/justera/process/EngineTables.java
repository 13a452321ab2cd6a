package se.justera.process;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * V1: the engine's own tables, by the scripts in the engine's jar and in its own order. Flyway runs them rather than
 * the engine ({@code databaseSchemaUpdate=true}), because several nodes that start at once on an empty database would
 * race and crash, and because the service then needs no right to change tables while it runs.
 *
 * <p>A bean, since its class name is not one that Flyway would read a version from.
 */
@Component
final class EngineTables implements JavaMigration {

    private static final List<String> COMPONENTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "Camunda 7.24.0";
    }

    @Override
    public Integer getChecksum() {
        return 72400;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String database = databaseOf(connection.getMetaData().getDatabaseProductName());
        for (String component : COMPONENTS) {
            var script = new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti." + database + ".create." + component + ".sql");
            ScriptUtils.executeSqlScript(connection, new EncodedResource(script, StandardCharsets.UTF_8));
        }
    }

    private static String databaseOf(@Nullable String product) {
        String name = String.valueOf(product).toLowerCase(Locale.ROOT);
        if (name.contains("postgres")) {
            return "postgres";
        }
        if (name.contains("h2")) {
            return "h2";
        }
        throw new IllegalStateException("Justera keeps its data in PostgreSQL or H2, not in " + product);
    }
}
