package se.justera.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/** What PostgreSQL was asked for, by its own count ({@code pg_stat_statements}), and what it wrote. */
record DatabaseWork(long statements, long transactions, long logBytes, long flushes) {

    private static final String COUNTS = "select"
            + " (select coalesce(sum(calls), 0) from pg_stat_statements) as statements,"
            + " (select sum(xact_commit + xact_rollback) from pg_stat_database) as transactions,"
            + " pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as log_bytes,"
            + " (select wal_sync from pg_stat_wal) as flushes";

    private static final String DEAREST = "select calls, rows, total_exec_time, wal_bytes, wal_records,"
            + " regexp_replace(query, '\\s+', ' ', 'g') as query from pg_stat_statements order by ";

    static DatabaseWork of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(COUNTS)) {
            row.next();
            return new DatabaseWork(
                    row.getLong("statements"),
                    row.getLong("transactions"),
                    row.getLong("log_bytes"),
                    row.getLong("flushes"));
        }
    }

    /** The statements that were executed most often, and those that took most time, a journey. */
    static String dearest(DataSource database, int journeys) throws SQLException {
        return table(database, "most often", "calls desc limit 60", journeys)
                + table(database, "longest together", "total_exec_time desc limit 30", journeys)
                + table(database, "most written", "wal_bytes desc limit 15", journeys);
    }

    static void begin(DataSource database) throws SQLException {
        run(database, "create extension if not exists pg_stat_statements");
    }

    static void forget(DataSource database) throws SQLException {
        run(database, "select pg_stat_statements_reset()");
    }

    String since(DatabaseWork before, int journeys) {
        return String.format(
                Locale.ROOT,
                "    of PostgreSQL: %d statements, %d transactions, %d times waited for the disk, %d kB of log%n",
                (statements - before.statements) / journeys,
                (transactions - before.transactions) / journeys,
                (flushes - before.flushes) / journeys,
                (logBytes - before.logBytes) / 1024 / journeys);
    }

    private static void run(DataSource database, String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String table(DataSource database, String title, String order, int journeys) throws SQLException {
        StringBuilder lines = new StringBuilder("-- statements " + title + "\n");
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(DEAREST + order)) {
            while (row.next()) {
                lines.append(String.format(
                        Locale.ROOT,
                        "%7.1f calls %8.2f ms %8.1f rows %8.1f kB of log  %.150s%n",
                        row.getDouble("calls") / journeys,
                        row.getDouble("total_exec_time") / journeys,
                        row.getDouble("rows") / journeys,
                        row.getDouble("wal_bytes") / 1024 / journeys,
                        row.getString("query")));
            }
        }
        return lines.toString();
    }
}
