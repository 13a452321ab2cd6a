package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Decision;

/** What a matter decided, in the forms that it was written in: under a label, after one, or by its own words. */
final class DecisionsTaken {

    private final List<Block> blocks;
    private final List<Decision> decisions = new ArrayList<>();
    private Draft.DecisionForm form = Draft.DecisionForm.UNLABELLED;
    private boolean labelled;
    private boolean firstAfterLabel;
    private int firstOfLabel;
    private @Nullable String introduction;
    private String beforeEach = "";

    /** @param blocks the text of the matter so far, which says where each decision stands */
    DecisionsTaken(List<Block> blocks) {
        this.blocks = blocks;
    }

    void beginLabel(Draft.DecisionForm written) {
        endIntroduction();
        labelled = true;
        firstAfterLabel = true;
        form = written;
        firstOfLabel = decisions.size();
    }

    /** "Beslut:" before more than one paragraph is a label over clauses. */
    void listUnderLabel() {
        if (form == Draft.DecisionForm.RUN_IN) {
            form = Draft.DecisionForm.CLAUSE;
            for (int i = firstOfLabel; i < decisions.size(); i++) {
                Decision d = decisions.get(i);
                decisions.set(i, d.withForm(form));
            }
        }
    }

    /** "Styrelsen beslutar", which clauses follow. */
    void introduce(String text) {
        introduction = text;
    }

    void add(String text) {
        add(text, null);
    }

    /** The entries of a list, of which the numbers are kept. */
    void addAll(Piece list) {
        Boolean numbered = list.type() == BlockType.NUMBERS ? true : null;
        list.entries().forEach(entry -> add(entry, numbered));
    }

    private void add(String text, @Nullable Boolean numbered) {
        String lead = introduction;
        if (lead != null && lead.matches("(?su).* att[ :.…]*")) {
            beforeEach = "att ";
        } else if (lead == null) {
            beforeEach = "";
        }
        introduction = lead == null ? null : "";
        boolean bare = lead != null && lead.isEmpty() && Character.isLowerCase(text.codePointAt(0));
        String clause = bare && !DecisionForm.isClause(text) ? beforeEach + text : text;
        String whole = lead == null || lead.isEmpty() ? clause : joined(lead, text);
        decisions.add(new Decision(whole, form, blocks.size(), List.of(), numbered));
    }

    /** "Styrelsen beslutar" and its first clause are one sentence. */
    private static String joined(String introduction, String clause) {
        boolean isClause = DecisionForm.isClause(clause);
        if (Character.isUpperCase(clause.codePointAt(0)) && introduction.endsWith(":") && !isClause) {
            return introduction + " " + clause;
        }
        String start = introduction.replaceFirst("[ :.…]{1,20}$", "");
        boolean twice = start.endsWith(" att") && isClause;
        return (twice ? start.substring(0, start.length() - 4) : start) + " " + clause;
    }

    /** An introduction that nothing followed is text. */
    void endIntroduction() {
        String lead = introduction;
        if (lead != null && !lead.isEmpty()) {
            blocks.add(Block.paragraph(lead));
        }
        introduction = null;
    }

    /** What follows is text again. */
    void leave() {
        endIntroduction();
        labelled = false;
        firstAfterLabel = false;
        form = Draft.DecisionForm.UNLABELLED;
    }

    /** The first paragraph or list under a label has been read. */
    void passFirst() {
        firstAfterLabel = false;
    }

    boolean isLabelled() {
        return labelled;
    }

    boolean isFirstAfterLabel() {
        return firstAfterLabel;
    }

    boolean isIntroduced() {
        return introduction != null;
    }

    /** True where an introduction waits for what it introduces. */
    boolean awaitsFirst() {
        return introduction != null && !introduction.isEmpty();
    }

    boolean isRunIn() {
        return form == Draft.DecisionForm.RUN_IN;
    }

    boolean isUnlabelled() {
        return form == Draft.DecisionForm.UNLABELLED;
    }

    /** True where something was decided and no introduction waits for its first clause. */
    boolean areComplete() {
        return !decisions.isEmpty() && (introduction == null || introduction.isEmpty());
    }

    /** "… samt" or a comma at the end of the decision right above. */
    boolean goOn() {
        if (decisions.isEmpty()) {
            return false;
        }
        Decision last = decisions.get(decisions.size() - 1);
        return Integer.valueOf(blocks.size()).equals(last.after())
                && String.valueOf(last.text()).matches("(?su).*(?:,| samt| och|[^.!?])");
    }

    /** The decisions themselves, to be told whom they are sent to. */
    List<Decision> decisions() {
        return decisions;
    }

    /** The decisions with their places, which are worth saying only where text follows. */
    List<Decision> placed() {
        return decisions.stream()
                .map(d -> Integer.valueOf(blocks.size()).equals(d.after()) ? d.afterAll() : d)
                .toList();
    }
}
