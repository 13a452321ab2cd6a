package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;

/** A decision is told from the text about it (KL 5:67). */
final class MarkedDecisionCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        for (Matter matter : DraftCheck.matters(draft)) {
            Item item = matter.item();
            for (int j = 0; j < item.decisions().size(); j++) {
                if (item.decisions().get(j).form() == Draft.DecisionForm.UNLABELLED) {
                    String text = String.valueOf(item.decisions().get(j).text());
                    findings.add(
                            new Finding(matter.at() + "/decisions/" + j, "decision-unlabelled", Findings.start(text)));
                }
            }
            look(item, matter.at(), findings);
        }
        return findings;
    }

    /** A sentence of the text that says itself that the body decides. */
    private static void look(Item item, String at, List<Finding> findings) {
        for (int i = 0; i < item.blocks().size(); i++) {
            Draft.Block block = item.blocks().get(i);
            if (block.type() != null && block.type() != BlockType.PARAGRAPH) {
                continue;
            }
            String place = at + "/blocks/" + i;
            Sentences.of(block.text() == null ? "" : block.text()).stream()
                    .filter(DecisionForm::decides)
                    .findFirst()
                    .ifPresent(s -> findings.add(new Finding(place, "decision-in-text", Findings.start(s))));
        }
    }
}
