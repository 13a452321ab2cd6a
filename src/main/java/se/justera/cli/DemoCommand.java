package se.justera.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.justera.Justera;
import se.justera.demo.DemoDrafts;
import se.justera.demo.WholeJourney;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import se.justera.minutes.MinutesRefused;
import se.justera.validation.Verdict;

/** {@code demo --out DIR [DRAFT.json]}: the whole journey in one process, without a browser and without a port. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Takes a draft through review, signatures, archive time-stamp and validation, and writes the PDFs.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder that gets the results")
    private Path out = Path.of(".");

    @Parameters(arity = "0..1", paramLabel = "DRAFT.json", description = "a draft; without it a built-in one")
    private @Nullable Path draftFile;

    @Override
    public Integer call() throws IOException {
        Draft draft = draftFile == null ? DemoDrafts.read("board-draft") : DraftJson.read(Files.readString(draftFile));
        Files.createDirectories(out.resolve("mails"));
        try (ConfigurableApplicationContext house = start()) {
            WholeJourney.Outcome outcome = house.getBean(WholeJourney.class).run(draft, out);
            System.out.println(outcome.signatures() + " signatures, archive time-stamp, validation: "
                    + outcome.result().verdict() + " – " + out.resolve("final.pdf"));
            return outcome.result().verdict() == Verdict.VALID ? 0 : 1;
        } catch (MinutesRefused refusal) {
            PrintStream err = System.err;
            err.println("The draft cannot be submitted: " + String.join(", ", WholeJourney.lacks(refusal)));
            return 1;
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Justera.class)
                .web(WebApplicationType.NONE)
                .profiles("demo")
                .properties(
                        "spring.datasource.url=jdbc:h2:mem:journey;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                        "justera.demo.mails=" + out.resolve("mails").toAbsolutePath(),
                        "justera.demo.seed=false",
                        "logging.level.root=error")
                .run();
    }
}
