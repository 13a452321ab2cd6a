package se.justera.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.minutes.MinutesView;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/** The result of validating a document whenever it was preserved, kept beside it, and what holds today. */
@Component
public class KeptProof {

    private static final String SIMPLE = "simple-report.xml";

    /** What else is kept beside a document, such as the salts of its items, is nobody's to fetch. */
    private static final Set<String> REPORTS = Set.of(SIMPLE, "etsi-report.xml");

    private final Archive archive;
    private final Validation validation;

    KeptProof(Archive archive, Validation validation) {
        this.archive = archive;
        this.validation = validation;
    }

    /** One kept result: of which revision, and when. */
    public record Check(int revision, Instant at, boolean isSound) {}

    /** All kept results of the present round, oldest first. */
    public List<Check> of(MinutesView minutes) {
        if (!minutes.state().isAdjusted()) {
            return List.of();
        }
        return revisions(minutes)
                .boxed()
                .flatMap(number -> check(minutes, number).stream())
                .toList();
    }

    private Optional<Check> check(MinutesView minutes, int number) {
        return archive.evidence(minutes.id(), minutes.round(), number, SIMPLE)
                .flatMap(KeptReport::read)
                .map(report -> new Check(
                        number, report.at(), report.signatures() > 0 && report.valid() == report.signatures()));
    }

    /**
     * A kept report.
     *
     * @param kind simple-report.xml or etsi-report.xml; there are no others
     * @param revision null for the newest that has one
     */
    public Optional<byte[]> report(MinutesView minutes, String kind, @Nullable Integer revision) {
        if (!REPORTS.contains(kind)) {
            return Optional.empty();
        }
        IntStream numbers = revision == null ? revisions(minutes) : IntStream.of(revision);
        return numbers.boxed()
                .flatMap(number -> archive.evidence(minutes.id(), minutes.round(), number, kind).stream())
                .reduce((older, newer) -> newer);
    }

    private IntStream revisions(MinutesView minutes) {
        return IntStream.range(0, archive.hashes(minutes.id(), minutes.round()).size());
    }

    /** What validating the newest revision says now; null while nobody has adjusted it. */
    public @Nullable ValidationResult today(MinutesView minutes, Locale locale) {
        return !minutes.state().isAdjusted()
                ? null
                : archive.latest(minutes.id(), minutes.round())
                        .map(revision -> validation.validate("", revision.pdf(), locale))
                        .orElse(null);
    }
}
