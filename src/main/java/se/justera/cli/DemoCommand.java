package se.justera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.justera.demo.DemoDrafts;
import se.justera.demo.WholeJourney;
import se.justera.demo.WholeJourney.Outcome;
import se.justera.minutes.BadDraft;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import se.justera.minutes.NotSubmittable;
import se.justera.validation.Verdict;

/** {@code demo --out DIR [DRAFT.json]}: the whole journey in one process, without a browser and without a port. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Takes a draft through review, signatures, archive time-stamp and validation; writes the PDFs.")
final class DemoCommand implements Callable<Integer> {

    private final Class<?> house;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder that gets the results")
    private Path out = Path.of(".");

    @Parameters(arity = "0..1", paramLabel = "DRAFT.json", description = "a draft; without it a built-in one")
    private @Nullable Path draftFile;

    /** @param house the application that is started */
    DemoCommand(Class<?> house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Draft> draft = draft();
        if (draft.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        Files.createDirectories(out.resolve("mails"));
        try (ConfigurableApplicationContext started = start()) {
            Outcome outcome = started.getBean(WholeJourney.class).run(draft.get(), out);
            return report(outcome);
        } catch (NotSubmittable lacking) {
            lacking.shortcomings()
                    .forEach(s -> complain("The draft cannot be sent: %s at %s."
                            .formatted(s.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), s.at())));
            return 1;
        }
    }

    private int report(Outcome outcome) {
        Verdict verdict = outcome.result().verdict();
        command()
                .getOut()
                .printf(
                        "Reviewed, sealed, signed by %d, time-stamped for the archive and validated: %s %s%n",
                        outcome.signatures(), verdict, out.resolve("final.pdf"));
        return verdict == Verdict.VALID ? 0 : 1;
    }

    private Optional<Draft> draft() {
        Path file = draftFile;
        if (file == null) {
            return Optional.of(DemoDrafts.read("board-draft"));
        }
        try {
            return Optional.of(DraftJson.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            complain("There is no file %s that can be read.".formatted(file));
        } catch (BadDraft e) {
            complain("%s: %s".formatted(file, e.sentence(Locale.ENGLISH)));
        }
        return Optional.empty();
    }

    private ConfigurableApplicationContext start() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        return new SpringApplicationBuilder(house)
                .web(WebApplicationType.NONE)
                .profiles("demo")
                .properties("justera.demo.seed=false")
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:journey;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                        "--justera.demo.mails=" + out.resolve("mails").toAbsolutePath());
    }

    private void complain(String sentence) {
        command().getErr().println(sentence);
    }

    private CommandLine command() {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return known.commandLine();
    }
}
