package se.justera.intake;

import java.util.List;
import se.justera.minutes.Draft;

/** A draft read from a file, and what the reader was not sure of. */
public record ImportedDraft(Draft draft, List<Remark> remarks) {

    public ImportedDraft {
        remarks = List.copyOf(remarks);
    }
}
