package se.justera.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;

/** Reads one matter: its paragraphs, lists and sub-headings, and what was decided. */
final class ItemReader {

    private static final Pattern WITHDRAWN =
            Pattern.compile("(?iu)(?:(?:punkten|ärendet|paragrafen|frågan) )?(?:utgår|utgick|har utgått)\\b.{0,120}");
    private static final Pattern HEADING_WITHDRAWN = Pattern.compile(
            "(?<heading>.{2,200}?)[ .,:–-]{1,5}(?<note>Utgår\\b.{0,80}|utgår\\.?|\\(utgår\\)|\\(utgick\\))");

    private final Wrapping wrapping;
    private final Findings findings;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final String at;
    private boolean headed;
    private boolean labelled;
    private boolean firstAfterLabel;
    private @Nullable String introduction;
    private String beforeEach = "";
    private Draft.DecisionForm form = Draft.DecisionForm.UNLABELLED;
    private int firstOfLabel;
    private final AddresseeReader addressees = new AddresseeReader();
    private final Deliberations deliberations;

    private ItemReader(Wrapping wrapping, Findings findings, String at, Speakers speakers) {
        this.deliberations = new Deliberations(speakers);
        this.wrapping = wrapping;
        this.findings = findings;
        this.at = at;
    }

    /**
     * @param at the JSON pointer that the item will have in the draft
     * @param speakers those who attended
     */
    static Item read(Section section, Wrapping wrapping, Findings findings, String at, Speakers speakers) {
        return new ItemReader(wrapping, findings, at, speakers).read(section);
    }

    private Item read(Section section) {
        String heading = section.heading();
        headed = !Notice.isHeading(heading) && (heading != null || section.number() != null);
        Matcher withdrawn = HEADING_WITHDRAWN.matcher(heading == null ? "" : heading);
        boolean off = withdrawn.matches();
        if (off) {
            heading = withdrawn.group("heading");
            blocks.add(Block.paragraph(withdrawn.group("note")));
        }
        List<Piece> pieces = Pieces.of(section.blocks(), wrapping);
        if (!pieces.isEmpty() && pieces.get(0).text().equals("Utgår")) {
            off = true;
            pieces = pieces.subList(1, pieces.size());
        }
        BitSet proposed = ProposedDecision.among(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            int understood = readProceedings(pieces, i);
            if (understood > 0) {
                i += understood;
            } else if (proposed.get(i)) {
                leaveDecisions();
                keep(pieces.get(i));
            } else {
                read(pieces.get(i), i + 1 < pieces.size() ? pieces.get(i + 1) : null);
            }
        }
        endIntroduction();
        decideByVote();
        off |= pieces.size() == 1 && WITHDRAWN.matcher(pieces.get(0).text()).matches();
        return new Item(
                section.number(),
                heading,
                HeadingWords.kind(heading),
                HeadingWords.presenter(heading),
                blocks,
                deliberations.proposals(),
                deliberations.order(),
                deliberations.votes(),
                placed(),
                deliberations.reservations(),
                deliberations.conflicts(),
                deliberations.abstentions(),
                deliberations.attachments(),
                off ? true : null,
                List.of());
    }

    /** A place is worth saying only where text follows. */
    private List<Decision> placed() {
        return decisions.stream()
                .map(d -> Integer.valueOf(blocks.size()).equals(d.after())
                        ? new Decision(d.text(), d.form(), null, d.sentTo())
                        : d)
                .toList();
    }

    /** How many pieces under the heading at this place say how the decision came about; 0 if it is no such heading. */
    private int readProceedings(List<Piece> pieces, int at) {
        ProceedingsPart part = pieces.get(at).type() == BlockType.SUBHEADING
                ? ProceedingsPart.of(pieces.get(at).text()).orElse(null)
                : null;
        if (part == null || !headed) {
            return 0;
        }
        int end = at + 1;
        while (end < pieces.size() && !endsProceedings(pieces.get(end), part)) {
            end++;
        }
        int understood = deliberations.read(part, pieces.get(at).text(), pieces.subList(at + 1, end));
        if (understood > 0) {
            leaveDecisions();
        }
        return understood;
    }

    private static boolean endsProceedings(Piece piece, ProceedingsPart part) {
        String text = piece.text();
        return piece.type() == BlockType.SUBHEADING
                || (piece.isParagraph()
                        && (DecisionForm.isLabel(text)
                                || (DecisionForm.decides(text)
                                        && (part != ProceedingsPart.VOTE
                                                || text.matches("(?su).{3,60} beslutar? att .*")))
                                || DecisionForm.afterLabel(text).isPresent()
                                || DecisionForm.isIntroduction(text)
                                || Addressees.in(text).isPresent()));
    }

    /** A vote whose result is the only decision that the matter has. */
    private void decideByVote() {
        String result = decisions.isEmpty() ? deliberations.takeDecision() : "";
        if (!result.isEmpty()) {
            findings.add(at + "/decisions/0", "import.unlabelled-decision", Findings.start(result));
            form = Draft.DecisionForm.UNLABELLED;
            decide(result);
        }
    }

    private void read(Piece piece, @Nullable Piece next) {
        boolean afterDecision = !decisions.isEmpty() && (introduction == null || introduction.isEmpty());
        if (afterDecision && addressees.read(piece, next, decisions)) {
            return;
        }
        if (piece.isParagraph()) {
            readParagraph(piece, next);
        } else if (piece.isList() && (introduction != null || (labelled && takesList(piece)))) {
            listUnderLabel();
            piece.entries().forEach(this::decide);
            firstAfterLabel = false;
        } else {
            leaveDecisions();
            keep(piece);
        }
    }

    private boolean takesList(Piece list) {
        return firstAfterLabel || list.entries().stream().allMatch(DecisionForm::isClause);
    }

    private void readParagraph(Piece piece, @Nullable Piece next) {
        String text = piece.text();
        String runIn = DecisionForm.afterLabel(text).orElse(null);
        if (DecisionForm.isLabel(text)) {
            readLabel(piece, next);
        } else if (runIn != null) {
            beginLabel(Draft.DecisionForm.RUN_IN);
            readUnderLabel(runIn, next);
        } else if (labelled && (firstAfterLabel || DecisionForm.isClause(text) || DecisionForm.decides(text))) {
            listUnderLabel();
            readUnderLabel(text, next);
        } else if (DecisionForm.isClause(text) && (introduction != null || lastDecisionGoesOn())) {
            listUnderLabel();
            decideClause(text);
        } else {
            leaveDecisions();
            readPlain(piece, next);
        }
    }

    /** "… samt" or a comma at the end of the decision right above. */
    private boolean lastDecisionGoesOn() {
        if (decisions.isEmpty()) {
            return false;
        }
        Decision last = decisions.get(decisions.size() - 1);
        return Integer.valueOf(blocks.size()).equals(last.after())
                && String.valueOf(last.text()).matches("(?su).*(?:,| samt| och|[^.!?])");
    }

    private void readLabel(Piece piece, @Nullable Piece next) {
        endIntroduction();
        if (next == null) {
            keep(piece);
            findings.add(at, "import.empty-decision");
            return;
        }
        beginLabel(Draft.DecisionForm.CLAUSE);
    }

    private void beginLabel(Draft.DecisionForm written) {
        endIntroduction();
        labelled = true;
        firstAfterLabel = true;
        form = written;
        firstOfLabel = decisions.size();
    }

    /** "Beslut:" before more than one paragraph is a label over clauses. */
    private void listUnderLabel() {
        if (form == Draft.DecisionForm.RUN_IN) {
            form = Draft.DecisionForm.CLAUSE;
            for (int i = firstOfLabel; i < decisions.size(); i++) {
                Decision d = decisions.get(i);
                decisions.set(i, new Decision(d.text(), form, d.after(), d.sentTo()));
            }
        }
    }

    private void readUnderLabel(String text, @Nullable Piece next) {
        firstAfterLabel = false;
        if (isIntroduction(text, next)) {
            introduction = text;
        } else if (DecisionForm.isClause(text)) {
            decide(text);
        } else {
            Sentences.of(text).forEach(this::decide);
        }
    }

    private static boolean isIntroduction(String text, @Nullable Piece next) {
        return next != null
                && (DecisionForm.isIntroduction(text) || (text.length() < 200 && text.endsWith(":")))
                && (next.isList() || DecisionForm.isClause(next.text()));
    }

    private void readPlain(Piece piece, @Nullable Piece next) {
        String text = piece.text();
        if (headed && readProceedings(text)) {
            return;
        }
        if (headed && isSubheading(piece, next)) {
            keep(piece.as(BlockType.SUBHEADING));
        } else if (isIntroduction(text, next) && DecisionForm.isIntroduction(text)) {
            introduction = text;
        } else {
            readUnlabelled(piece);
        }
    }

    private boolean readProceedings(String text) {
        ProceedingsPart.RunIn runIn = ProceedingsPart.runIn(text).orElse(null);
        return runIn == null
                ? deliberations.readSentence(text)
                : deliberations.read(runIn.part(), "", List.of(Piece.paragraph(runIn.text()))) > 0;
    }

    private static boolean isSubheading(Piece piece, @Nullable Piece next) {
        String text = piece.text();
        boolean announced =
                text.endsWith(":") && text.split(" ", -1).length <= 4 && !text.matches("(?iu).+ (?:om )?följande:");
        return piece.isLineOfItsOwn()
                && next != null
                && !DecisionForm.isLabel(next.text())
                && ((announced && Character.isUpperCase(text.codePointAt(0))) || HeadingStyle.looksLikeHeading(text));
    }

    /** Whole sentences that decide by their own words are decisions; what follows them in the paragraph stays text. */
    private void readUnlabelled(Piece piece) {
        List<String> sentences = Sentences.of(piece.text());
        int decided = 0;
        while (decided < sentences.size() && DecisionForm.decides(sentences.get(decided))) {
            decided++;
        }
        if (decided == 0 && sentences.size() == 1 && DecisionForm.decidesInverted(piece.text())) {
            decided = 1;
        }
        if (decided == 0) {
            keep(piece);
            return;
        }
        for (String sentence : sentences.subList(0, decided)) {
            findings.add(at + "/decisions/" + decisions.size(), "import.unlabelled-decision", Findings.start(sentence));
            decide(sentence);
        }
        if (decided < sentences.size()) {
            keep(new Piece(BlockType.PARAGRAPH, String.join(" ", sentences.subList(decided, sentences.size())), false));
        }
    }

    /** A clause, and what a further sentence after it says besides the decision. */
    private void decideClause(String text) {
        List<String> sentences = Sentences.of(text);
        boolean more = form == Draft.DecisionForm.UNLABELLED
                && sentences.size() > 1
                && sentences.stream().skip(1).noneMatch(DecisionForm::decides);
        decide(more ? sentences.get(0) : text);
        if (more) {
            leaveDecisions();
            keep(Piece.paragraph(String.join(" ", sentences.subList(1, sentences.size()))));
        }
    }

    private void decide(String text) {
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
        decisions.add(new Decision(whole, form, blocks.size(), List.of()));
    }

    /** "Styrelsen beslutar" and its first clause are one sentence. */
    private static String joined(String introduction, String clause) {
        if (Character.isUpperCase(clause.codePointAt(0))
                && introduction.endsWith(":")
                && !DecisionForm.isClause(clause)) {
            return introduction + " " + clause;
        }
        String start = introduction.replaceFirst("[ :.…]{1,20}$", "");
        boolean twice = start.endsWith(" att") && DecisionForm.isClause(clause);
        return (twice ? start.substring(0, start.length() - 4) : start) + " " + clause;
    }

    private void endIntroduction() {
        String lead = introduction;
        if (lead != null && !lead.isEmpty()) {
            blocks.add(Block.paragraph(lead));
        }
        introduction = null;
    }

    private void leaveDecisions() {
        endIntroduction();
        labelled = false;
        firstAfterLabel = false;
        form = Draft.DecisionForm.UNLABELLED;
    }

    private void keep(Piece piece) {
        blocks.add(piece.block());
    }
}
