package se.justera.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.document.extract.Extract;
import se.justera.document.extract.ItemData;
import se.justera.document.extract.ItemTree;
import se.justera.minutes.Draft;
import tools.jackson.databind.JsonNode;

/** What a signed document of ours itself says of the minutes in it, for comparison with an extract. */
public final class OriginalContents {

    private final @Nullable ItemTree tree;
    private final @Nullable Draft draft;

    private OriginalContents(@Nullable ItemTree tree, @Nullable Draft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    /** Read from the revision that everybody signed. Never throws for what is in the bytes. */
    public static OriginalContents of(byte[] signedRevision) {
        return new OriginalContents(
                new EmbeddedProofs().tree(signedRevision).orElse(null),
                minutes(signedRevision).orElse(null));
    }

    private static Optional<Draft> minutes(byte[] signedRevision) {
        try {
            return new EmbeddedMinutes().read(signedRevision);
        } catch (UnreadableMinutes e) {
            return Optional.empty();
        }
    }

    /** Whether its tree over all matters is the one that the extract names. */
    public boolean hasTheRootOf(Extract extract) {
        return tree != null
                && tree.root().equals(extract.original().root())
                && tree.leaves().size() == extract.original().size();
    }

    /** Whether the extract's matters stand in it word for word, each at its place. */
    public boolean hasTheItemsOf(Extract extract) {
        if (draft == null) {
            return false;
        }
        List<JsonNode> items = ItemData.allOf(draft);
        return extract.items().stream()
                .allMatch(item -> item.position() < items.size()
                        && items.get(item.position()).equals(item.item()));
    }

    /** Whether association, meeting, attendance and signatories read the same. */
    public boolean hasTheHeadOf(Extract extract) {
        return draft != null && draft.head().equals(extract.minutes());
    }

    /** Whether so many signatures of persons are all that it has room for. */
    public boolean isSignedByAllWith(int signatures) {
        return draft != null && signatures >= SignatureSpace.allOf(draft).size();
    }
}
