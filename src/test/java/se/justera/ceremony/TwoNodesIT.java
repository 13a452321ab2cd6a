package se.justera.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of the whole house on one PostgreSQL: people at both sign the same minutes at the same moment. */
class TwoNodesIT {

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static List<House> nodes = List.of();

    @BeforeAll
    static void start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException | IllegalStateException e) {
            assumeTrue(System.getenv("CI") != null, "no PostgreSQL can be started on this machine: " + e.getMessage());
            throw new IllegalStateException("CI is to have PostgreSQL", e);
        }
        String url = postgres.getJdbcUrl("postgres", "postgres");
        nodes = List.of(
                House.on(url, "postgres", folder.resolve("one")), House.on(url, "postgres", folder.resolve("two")));
    }

    @AfterAll
    static void stop() throws IOException {
        nodes.forEach(House::close);
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void tenPeopleSignAtTheSameMomentOnTwoNodes() throws Exception {
        Meeting meeting = Meeting.waitingFor(nodes, 9);
        List<Meeting.Seat> seats = meeting.seats();
        assertThat(seats.stream().map(Meeting.Seat::ceremony).distinct()).hasSize(2);

        assertThat(Meeting.together(seats)).containsOnlyNulls();

        meeting.awaitAdjusted();
        SignedTogether.check(nodes.get(1), meeting);
    }
}
