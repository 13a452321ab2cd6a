package se.justera.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.association.Person;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesView;
import se.justera.minutes.NotSubmittable;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import tools.jackson.databind.json.JsonMapper;

/** Takes one draft through everything and writes what came of it to a folder: {@code demo --out DIR}. */
@Component
@Profile("demo")
public class WholeJourney {

    private final Associations associations;
    private final Journey journey;
    private final Archive archive;
    private final Validation validation;

    WholeJourney(Associations associations, Journey journey, Archive archive, Validation validation) {
        this.associations = associations;
        this.journey = journey;
        this.archive = archive;
        this.validation = validation;
    }

    /**
     * What came of it.
     *
     * @param signatures how many people signed
     */
    public record Outcome(int signatures, ValidationResult result) {}

    /**
     * Writes {@code after-1.pdf} … {@code final.pdf} and {@code report.json}.
     *
     * @throws NotSubmittable if the draft cannot be submitted
     */
    public Outcome run(Draft draft, Path out) throws IOException {
        TenantId tenant = foundFor(draft);
        MinutesId minutes = journey.open(tenant, draft);
        journey.submit(minutes);
        journey.approve(minutes);
        int signatures = 0;
        while (journey.signNext(minutes).isPresent()) {
            signatures++;
        }
        MinutesView done = journey.awaitAdjusted(minutes);
        return write(done, signatures, out);
    }

    private Outcome write(MinutesView minutes, int signatures, Path out) throws IOException {
        for (int n = 1; n <= signatures; n++) {
            Files.write(out.resolve("after-" + n + ".pdf"), revision(minutes, n).pdf());
        }
        byte[] last = archive.latest(minutes.id(), minutes.round())
                .map(Revision::pdf)
                .orElseThrow(() -> new IllegalStateException("adjusted minutes have a document"));
        Path finalPdf = out.resolve("final.pdf");
        Files.write(finalPdf, last);
        ValidationResult result = validation.validate(finalPdf.toString(), last, Locale.forLanguageTag("sv"));
        Files.writeString(
                out.resolve("report.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        return new Outcome(signatures, result);
    }

    private Revision revision(MinutesView minutes, int number) {
        return archive.revision(minutes.id(), minutes.round(), number)
                .orElseThrow(() -> new IllegalStateException("each signature is a revision"));
    }

    private TenantId foundFor(Draft draft) {
        var tenant = new TenantId(UUID.randomUUID());
        var name = draft.association();
        associations.found(new Association(
                tenant,
                name == null || name.name() == null ? "Demo" : name.name(),
                name == null ? null : name.orgNumber()));
        for (String person : names(draft)) {
            associations.register(tenant, new Person(person, DemoDrafts.address(person), null));
        }
        return tenant;
    }

    private static Set<String> names(Draft draft) {
        var names = new HashSet<String>();
        draft.attendance().stream().map(Draft.Attendee::name).forEach(n -> add(names, n));
        draft.signatories().stream().map(Draft.Signatory::name).forEach(n -> add(names, n));
        return names;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && !name.isBlank() && name.length() <= 300) {
            names.add(name);
        }
    }
}
