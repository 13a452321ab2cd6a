package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.justera.process.ProcessStanding.Deadline;

/** The service can stop between any two steps; the process goes on where it was. */
class RestartTests {

    @TempDir
    Path folder;

    @Test
    void goesOnWhereItWasAfterEachRestart() {
        var cast = new Cast();
        var minutes = cast.usual();
        var deadlines = new ArrayList<Deadline>();

        during(cast, bench -> {
            bench.submit(minutes, 1);
            deadlines.addAll(bench.standing(minutes).deadlines());
        });
        during(cast, bench -> {
            assertThat(bench.standing(minutes).deadlines()).hasSize(1).isEqualTo(deadlines);
            bench.sendBack(minutes);
        });
        during(cast, bench -> {
            bench.work();
            assertThat(bench.steps.taken()).hasSize(4).allMatch(step -> step.startsWith("reportReturn"));
            bench.submit(minutes, 2);
            bench.publishApproval(minutes);
        });
        during(cast, bench -> {
            bench.work();
            bench.signs(minutes, "secretary");
        });
        during(cast, bench -> {
            bench.work();
            bench.signs(minutes, "adjuster2");
            bench.signs(minutes, "chair");
            bench.signs(minutes, "adjuster1");
        });
        during(cast, bench -> {
            bench.work();
            assertThat(bench.isRunning(minutes)).isFalse();
            assertThat(bench.ends(minutes)).contains("endEvent_minutesAdjusted");
            assertThat(deployedVersions(bench)).isEqualTo(1);
        });
    }

    private static long deployedVersions(ProcessBench bench) {
        return bench.engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(Model.PROCESS)
                .count();
    }

    /** Starts the engine on the file, does something, and stops it. */
    private void during(Cast cast, Consumer<ProcessBench> what) {
        try (var context = new SpringApplicationBuilder(ProcessBench.Setting.class)
                .initializers(c -> c.getBeanFactory().registerSingleton("people", cast))
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("justera") + ";DB_CLOSE_ON_EXIT=FALSE",
                        "--spring.flyway.locations=classpath:none",
                        "--spring.main.banner-mode=off",
                        "--justera.process.job-executor=false")) {
            what.accept(context.getBean(ProcessBench.class));
        }
    }
}
