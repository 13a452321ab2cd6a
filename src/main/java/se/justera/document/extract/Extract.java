package se.justera.document.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Sha256;
import se.justera.minutes.BadDraft;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesTitle;
import tools.jackson.databind.JsonNode;

/**
 * Chosen matters of signed minutes with what proves that they stand in them, as it is embedded in an extract's PDF
 * ({@code extract.json}, see {@code docs/extract.md}). All that the extract's pages say comes from here.
 *
 * @param madeAt when the extract was made
 * @param trial true where the certificates are samples
 * @param minutes the head of the minutes: everything but the matters and what belongs to them
 * @param signatures who had signed the original when the extract was made, in the original's order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Extract(
        String format,
        Instant madeAt,
        boolean trial,
        Original original,
        Draft minutes,
        List<SignatureFact> signatures,
        List<ProvenItem> items) {

    /** What the name of every format begins with, before its number. */
    public static final String FORMATS = "justera-extract/";

    /** How many formats there have been. */
    public static final int NEWEST = 2;

    /** The format of new extracts. */
    public static final String FORMAT = FORMATS + NEWEST;

    public Extract {
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(original);
        Objects.requireNonNull(minutes);
        signatures = signatures == null ? List.of() : List.copyOf(signatures);
        items = List.copyOf(items);
        if (!isKnown(format) || items.isEmpty() || !minutes.equals(minutes.head())) {
            throw new IllegalArgumentException("no extract of a format up to " + FORMAT);
        }
    }

    private static boolean isKnown(@Nullable String format) {
        return IntStream.rangeClosed(1, NEWEST).anyMatch(number -> (FORMATS + number).equals(format));
    }

    /** The number of the format, from 1. */
    public int number() {
        return Integer.parseInt(format.substring(FORMATS.length()));
    }

    /**
     * The signed document that the matters were taken from.
     *
     * @param sha256 of its first {@code length} bytes: the whole of it when the extract was made
     * @param sealedSha256 of its first {@code sealedLength} bytes: the sealed revision 0, which everybody signed
     * @param verificationCode printed on its pages
     * @param checkAt where anybody validates it and the extract
     * @param adjustedOn the Stockholm date of the last person's signature
     * @param root of the tree over all its matters
     * @param size how many matters it has
     */
    public record Original(
            Sha256 sha256,
            int length,
            Sha256 sealedSha256,
            int sealedLength,
            String verificationCode,
            String checkAt,
            LocalDate adjustedOn,
            Sha256 root,
            int size) {

        public Original {
            Objects.requireNonNull(sha256);
            Objects.requireNonNull(sealedSha256);
            Objects.requireNonNull(verificationCode);
            Objects.requireNonNull(checkAt);
            Objects.requireNonNull(adjustedOn);
            Objects.requireNonNull(root);
        }
    }

    /**
     * One signature of the original.
     *
     * @param name as the certificate has it
     * @param role as the signature claims it
     * @param time when it was made, as the signature says
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record SignatureFact(
            String name, @Nullable String role, @Nullable Instant time) {}

    /**
     * One matter.
     *
     * @param position its place among the original's matters, from 0
     * @param item see {@link ItemData}
     * @param path the siblings up to the root
     */
    public record ProvenItem(int position, Salt salt, JsonNode item, List<Sha256> path) {

        public ProvenItem {
            path = List.copyOf(path);
        }

        boolean leadsTo(Sha256 root, int size) {
            return InclusionProof.rootFrom(ItemLeaf.of(salt, item), position, size, path)
                    .filter(root::equals)
                    .isPresent();
        }
    }

    /**
     * Takes matters out of minutes.
     *
     * @param salts of all the matters, as the original's tree was made with them
     * @param positions which ones, from 0, in the order of the minutes
     * @throws IllegalArgumentException if the matters and salts are not those of the original's tree
     */
    public static Extract from(
            Draft draft,
            List<Salt> salts,
            Original original,
            List<SignatureFact> signatures,
            List<Integer> positions,
            Instant madeAt,
            boolean trial) {
        ItemTree tree = ItemTree.over(draft, salts);
        if (!tree.root().equals(original.root())) {
            throw new IllegalArgumentException("the matters and salts are not those of the original");
        }
        List<JsonNode> items = ItemData.allOf(draft);
        List<ProvenItem> proven = positions.stream()
                .map(i -> new ProvenItem(i, salts.get(i), items.get(i), tree.path(i)))
                .toList();
        return new Extract(FORMAT, madeAt, trial, original, draft.head(), signatures, proven);
    }

    /** True if each matter leads to the root that the extract names, and they stand in the original's order. */
    public boolean leadsToItsRoot() {
        boolean ordered = IntStream.range(1, items.size())
                .allMatch(i -> items.get(i - 1).position() < items.get(i).position());
        return ordered && items.stream().allMatch(item -> item.leadsTo(original.root(), original.size()));
    }

    /** The head and the chosen matters as a draft that can be shown. */
    public Draft shown() {
        return ShownDraft.of(this);
    }

    /** True if the matters are of the published shape, so that they can be shown. */
    public boolean canBeShown() {
        try {
            return !shown().items().isEmpty();
        } catch (BadDraft | IllegalArgumentException e) {
            return false;
        }
    }

    /** The minutes as people call them. */
    public String title() {
        return MinutesTitle.of(minutes);
    }

    /** The matters as people call them: by number, else by heading; empty for one that has neither. */
    public List<String> names() {
        return shown().items().stream()
                .map(item -> item.number() != null
                        ? "§ " + item.number()
                        : Objects.requireNonNullElse(item.headingWithoutMarks(), "")
                                .strip())
                .toList();
    }
}
