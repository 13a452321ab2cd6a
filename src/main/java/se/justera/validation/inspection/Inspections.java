package se.justera.validation.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.justera.access.CurrentStaff;
import se.justera.validation.Verdict;
import se.justera.validation.batch.Archive;
import se.justera.validation.batch.Candidate;

/** What auditors have handed in: everybody sees their own, and nobody another's. */
@Component
public class Inspections {

    private final StoredInspections stored;
    private final InspectionSettings settings;
    private final Clock clock;

    Inspections(StoredInspections stored, InspectionSettings settings, Clock clock) {
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a ZIP to be worked through in the background.
     *
     * @param name as it came
     * @param locale the language of the sentences
     * @throws InspectionRefused where it is none, or asks for more than is given
     */
    @Transactional(rollbackFor = IOException.class)
    public Inspection handIn(CurrentStaff by, String name, Path uploadedZip, Locale locale) throws IOException {
        if (of(by).size() >= settings.most()) {
            throw new InspectionRefused.TooMany(settings.most());
        }
        int files = files(uploadedZip);
        Instant now = clock.instant();
        var inspection = new Inspection(
                UUID.randomUUID(), shortened(name), files, 0, Inspection.State.WAITING, now, now.plus(settings.kept()));
        stored.add(by, inspection, uploadedZip, locale);
        return inspection;
    }

    /** The names of files are anybody's. */
    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.substring(0, Math.min(plain.length(), 200));
    }

    private int files(Path zip) throws IOException {
        if (Files.size(zip) > settings.maxSize().toBytes()) {
            throw new InspectionRefused.TooLarge(settings.maxSizeInWords());
        }
        try (Archive archive = Archive.open("", zip)) {
            if (archive.isContainer()) {
                throw new InspectionRefused.OneContainer();
            }
            archive.refusal().ifPresent(why -> {
                throw new InspectionRefused.NotAnArchive(why);
            });
            List<Candidate> files = archive.candidates();
            if (files.size() > settings.maxFiles()) {
                throw new InspectionRefused.TooManyFiles(settings.maxFiles());
            }
            long unpacked = files.stream().mapToLong(Candidate::size).sum();
            if (unpacked > settings.maxUnpacked().toBytes()) {
                throw new InspectionRefused.TooLargeUnpacked(settings.maxUnpackedInWords());
            }
            return files.size();
        }
    }

    /** Newest first. */
    public List<Inspection> of(CurrentStaff staff) {
        return stored.of(staff, clock.instant());
    }

    public Optional<Inspection> find(CurrentStaff staff, UUID id) {
        return stored.find(staff, id, clock.instant());
    }

    /** How many files have got each verdict, worst first. */
    public Map<Verdict, Integer> verdicts(Inspection inspection) {
        return stored.verdicts(inspection.id());
    }

    /**
     * The lines in the order of the files.
     *
     * @param verdict only these; all if null
     * @param after the number of the line before the first one that is wanted; -1 to begin
     */
    public List<InspectionLine> lines(Inspection inspection, @Nullable Verdict verdict, int after, int most) {
        return stored.lines(inspection.id(), verdict, after, most);
    }

    /** The work stops and nothing of it is kept. */
    public void remove(CurrentStaff staff, Inspection inspection) {
        stored.remove(staff, inspection.id());
    }

    /** Removes those whose time is up. */
    public void removeExpired() {
        stored.removeExpired(clock.instant());
    }
}
