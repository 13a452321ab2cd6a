package se.justera.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.justera.document.DocumentOrder;
import se.justera.document.Letterhead;
import se.justera.document.Typesetter;
import se.justera.intake.DraftReader;
import se.justera.intake.ImportedDraft;
import se.justera.intake.NotADraft;
import se.justera.intake.Preflight;
import se.justera.intake.Remark;
import se.justera.kernel.MinutesId;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesState;
import se.justera.minutes.Shortcomings;
import se.justera.process.Adjustments;
import se.justera.process.ProcessStanding;

/** Plays the modules whose own work is tested elsewhere: intake, document and process. */
public final class Players implements DraftReader, Preflight, Typesetter, Adjustments {

    private final List<MinutesId> retried = new ArrayList<>();
    private volatile List<ProcessStanding.Incident> incidents = List.of();

    /** From now on these steps have failed. */
    public void stumble(ProcessStanding.Incident... failed) {
        incidents = List.of(failed);
    }

    /** The minutes whose failed steps somebody wanted tried again. */
    public List<MinutesId> retried() {
        return retried;
    }

    /** The file's first line becomes the body of a draft; a file that says nothing is none. */
    @Override
    public ImportedDraft read(String fileName, byte[] uploadedBytes, Locale locale) {
        String text = new String(uploadedBytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new NotADraft("Filen är tom.");
        }
        Draft draft =
                new Draft(null, null, text, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
        return new ImportedDraft(
                draft, List.of(new Remark("/body", Remark.Severity.REMARK, "Oklart organ.", "Se efter.")));
    }

    @Override
    public List<Remark> remarks(Draft draft, Function<String, Optional<String>> addressOf, Locale locale) {
        return Shortcomings.of(draft, addressOf).stream()
                .map(lack -> new Remark(
                        lack.at(), Remark.Severity.BLOCKING, lack.kind().name(), locale.getLanguage()))
                .toList();
    }

    @Override
    public byte[] draftPdf(Draft draft, @Nullable Letterhead letterhead) {
        return ("%PDF-1.7 Utkast " + draft.hashCode()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] sealablePdf(DocumentOrder order) {
        throw new UnsupportedOperationException("nothing is sealed here");
    }

    @Override
    public String html(Draft draft, Locale locale) {
        throw new UnsupportedOperationException("nothing is read here");
    }

    @Override
    public ProcessStanding standing(MinutesId minutes, MinutesState state) {
        return new ProcessStanding(state, List.of("userTask_reviewDraft"), List.of(), incidents);
    }

    @Override
    public void retryFailedSteps(MinutesId minutes) {
        retried.add(minutes);
    }
}
