package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

/** The engine refuses to start where its history level is not the one it noted at its first start. */
class EngineWithoutHistoryTests {

    private record Migrating(Connection connection) implements Context {

        @Override
        public Configuration getConfiguration() {
            return new FluentConfiguration();
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }

    @Test
    void changesWhatAnOlderVersionHasNoted() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:");
                Statement sql = database.createStatement()) {
            var context = new Migrating(database);
            new EngineTables().migrate(context);
            sql.executeUpdate("insert into ACT_GE_PROPERTY (NAME_, VALUE_, REV_) values ('historyLevel', '1', 1)");
            new EngineWithoutHistory().migrate(context);
            try (ResultSet level =
                    sql.executeQuery("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'historyLevel'")) {
                level.next();
                assertThat(level.getString(1)).isEqualTo("0");
            }
        }
    }
}
