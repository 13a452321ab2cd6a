package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service can stop between any two steps; the process goes on where it was. */
class RestartTests {

    @TempDir
    Path folder;

    @Test
    void goesOnAfterEachRestart() {
        var cast = new Cast();
        var minutes = cast.usual();

        during(cast, bench -> bench.submit(minutes, 1));
        during(cast, bench -> bench.sendBack(minutes));
        during(cast, bench -> {
            bench.work();
            assertThat(bench.steps.taken()).hasSize(4).allMatch(step -> step.startsWith("reportReturn"));
        });
        during(cast, bench -> bench.submit(minutes, 2));
        during(cast, bench -> bench.approve(minutes));
        for (String name : List.of("secretary", "adjuster2", "chair", "adjuster1")) {
            during(cast, bench -> bench.signs(minutes, name));
            during(cast, ProcessBench::work);
        }

        during(cast, bench -> {
            assertThat(bench.isRunning(minutes)).isFalse();
            assertThat(bench.ends(minutes)).contains("endEvent_minutesAdjusted");
        });
    }

    @Test
    void deploysTheModelOnceAndNotAtEachStart() {
        var cast = new Cast();
        for (int i = 0; i < 2; i++) {
            during(
                    cast,
                    bench -> assertThat(bench.engine
                                    .getRepositoryService()
                                    .createProcessDefinitionQuery()
                                    .count())
                            .isEqualTo(1));
        }
    }

    @Test
    void keepsARemindersDeadline() {
        var cast = new Cast();
        var minutes = cast.usual();
        var before = new java.util.ArrayList<ProcessStanding.Deadline>();

        during(cast, bench -> {
            bench.submit(minutes, 1);
            before.addAll(bench.standing(minutes).deadlines());
        });

        assertThat(before).hasSize(1);
        during(cast, bench -> assertThat(bench.standing(minutes).deadlines()).isEqualTo(before));
    }

    /** Starts the engine on the file, does something, and stops it. */
    private void during(Cast cast, Consumer<ProcessBench> what) {
        try (var context = new SpringApplicationBuilder(ProcessBench.Setting.class)
                .initializers(c -> c.getBeanFactory().registerSingleton("people", cast))
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=jdbc:h2:file:" + folder.resolve("justera") + ";DB_CLOSE_ON_EXIT=FALSE",
                        "spring.flyway.locations=classpath:none",
                        "spring.main.banner-mode=off",
                        "justera.process.job-executor=false")
                .run()) {
            what.accept(context.getBean(ProcessBench.class));
        }
    }
}
