package se.justera.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Item;

/** Reads one matter: its text, what was decided and how, and whether it was taken off the agenda. */
final class ItemReader {

    private static final Pattern WITHDRAWN =
            Pattern.compile("(?iu)(?:(?:punkten|ärendet|paragrafen|frågan) )?(?:utgår|utgick|har utgått)\\b.{0,120}");
    private static final Pattern HEADING_WITHDRAWN = Pattern.compile(
            "(?<heading>.{2,200}?)[ .,:–-]{1,5}(?<note>Utgår\\b.{0,80}|utgår\\.?|\\(utgår\\)|\\(utgick\\))");

    private final Wrapping wrapping;
    private final boolean headed;
    private final List<Block> blocks = new ArrayList<>();
    private final DecisionsTaken decisions = new DecisionsTaken(blocks);
    private final Deliberations deliberations;
    private final ProceedingsReader proceedings;
    private final MatterText text;

    private ItemReader(
            Section section, Wrapping wrapping, Findings findings, String at, Speakers speakers, boolean own) {
        String heading = section.heading();
        this.wrapping = wrapping;
        this.headed = !Notice.isHeading(heading) && (heading != null || section.number() != null);
        this.deliberations = new Deliberations(speakers);
        this.proceedings = new ProceedingsReader(deliberations, own);
        this.text = new MatterText(blocks, decisions, proceedings, findings, at, headed);
    }

    /**
     * @param at the JSON pointer that the item will have in the draft
     * @param speakers those who attended
     * @param own whether the text was taken out of our own pages
     */
    static Item read(Section section, Wrapping wrapping, Findings findings, String at, Speakers speakers, boolean own) {
        return new ItemReader(section, wrapping, findings, at, speakers, own).read(section);
    }

    private Item read(Section whole) {
        UnderHeading under = UnderHeading.of(whole);
        Section section = under.rest();
        String heading = section.heading();
        Matcher withdrawn = HEADING_WITHDRAWN.matcher(heading == null ? "" : heading);
        boolean off = withdrawn.matches() || (heading != null && heading.matches("(?iu)utgår\\.?"));
        if (off && !withdrawn.matches()) {
            blocks.add(Block.paragraph(String.valueOf(heading)));
            heading = null;
        }
        if (withdrawn.matches()) {
            heading = withdrawn.group("heading");
            blocks.add(Block.paragraph(withdrawn.group("note")));
        }
        List<Piece> pieces = Notice.isHeading(heading)
                ? Pieces.ofLines(NoticeFacts.of(section.blocks()), wrapping)
                : Pieces.of(section.blocks(), wrapping);
        if (!pieces.isEmpty() && pieces.get(0).text().equals("Utgår")) {
            off = true;
            pieces = pieces.subList(1, pieces.size());
        }
        readText(pieces);
        off |= pieces.size() == 1 && WITHDRAWN.matcher(pieces.get(0).text()).matches();
        return item(under, heading, off);
    }

    private void readText(List<Piece> pieces) {
        BitSet proposed = ProposedDecision.among(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            int understood = headed ? proceedings.read(pieces, i) : 0;
            if (understood > 0) {
                decisions.leave();
                i += understood;
            } else if (proposed.get(i)) {
                text.leave(pieces.get(i));
            } else {
                text.read(pieces.get(i), i + 1 < pieces.size() ? pieces.get(i + 1) : null);
            }
        }
        decisions.endIntroduction();
        decideByVote();
    }

    /** A vote whose result is the only decision that the matter has. */
    private void decideByVote() {
        String result = decisions.decisions().isEmpty() ? deliberations.takeDecision() : "";
        if (!result.isEmpty()) {
            decisions.leave();
            text.decideUnlabelled(result);
        }
    }

    private Item item(UnderHeading under, @Nullable String heading, boolean off) {
        return new Item(
                under.rest().number(),
                heading,
                under.kind(heading),
                under.presenter(heading),
                under.caseNumber(),
                blocks,
                deliberations.proposals(),
                deliberations.order(),
                deliberations.votes(),
                decisions.placed(),
                deliberations.reservations(),
                deliberations.conflicts(),
                deliberations.abstentions(),
                deliberations.attachments(),
                off ? true : null,
                null,
                List.of());
    }
}
