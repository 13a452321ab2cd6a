package se.justera.process;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * V57: the engine keeps no history any more. It compares its setting with what it noted at its first start, and would
 * refuse to start on a database of an older version.
 */
@Component
final class EngineWithoutHistory implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("57");
    }

    @Override
    public String getDescription() {
        return "engine without history";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement sql = context.getConnection().createStatement()) {
            sql.executeUpdate("update ACT_GE_PROPERTY set VALUE_ = '0' where NAME_ = 'historyLevel'");
        }
    }
}
