package se.justera.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

/** Reads the paragraphs and lists of a matter: what is text, what a sub-heading, and what was decided. */
final class MatterText {

    private final List<Block> blocks;
    private final DecisionsTaken decisions;
    private final ProceedingsReader proceedings;
    private final Findings findings;
    private final String at;
    private final boolean headed;
    private final AddresseeReader addressees = new AddresseeReader();

    /**
     * @param at the JSON pointer that the item will have in the draft
     * @param headed false for text that stands under no heading, where none is looked for
     */
    MatterText(
            List<Block> blocks,
            DecisionsTaken decisions,
            ProceedingsReader proceedings,
            Findings findings,
            String at,
            boolean headed) {
        this.blocks = blocks;
        this.decisions = decisions;
        this.proceedings = proceedings;
        this.findings = findings;
        this.at = at;
        this.headed = headed;
    }

    void read(Piece piece, @Nullable Piece next) {
        if (decisions.areComplete() && addressees.read(piece, next, decisions.decisions())) {
            return;
        }
        if (piece.isParagraph()) {
            readParagraph(piece, next);
        } else if (piece.isList() && (decisions.isIntroduced() || (decisions.isLabelled() && takesList(piece)))) {
            decisions.listUnderLabel();
            decisions.addAll(piece);
            decisions.passFirst();
        } else {
            decisions.leave();
            keep(piece);
        }
    }

    private boolean takesList(Piece list) {
        return decisions.isFirstAfterLabel() || list.entries().stream().allMatch(DecisionForm::isClause);
    }

    private void readParagraph(Piece piece, @Nullable Piece next) {
        String text = piece.text();
        String runIn = DecisionForm.afterLabel(text).orElse(null);
        if (DecisionForm.isLabel(text)) {
            readLabel(piece, next);
        } else if (runIn != null) {
            decisions.beginLabel(Draft.DecisionForm.RUN_IN);
            readUnderLabel(runIn, next);
        } else if (decisions.isLabelled()
                && (decisions.isFirstAfterLabel()
                        || DecisionForm.isClause(text)
                        || DecisionForm.decides(text)
                        || isNextLine(piece))) {
            decisions.listUnderLabel();
            readUnderLabel(text, next);
        } else if (decisions.awaitsFirst() && !DecisionForm.isClause(text)) {
            decisions.add(text);
            decisions.leave();
        } else if (DecisionForm.isClause(text) && (decisions.isIntroduced() || decisions.goOn())) {
            decisions.listUnderLabel();
            decideClause(text);
        } else {
            decisions.leave();
            readPlain(piece, next);
        }
    }

    /** Under "Beslut", the next of the lines that stand together there, each a sentence. */
    private boolean isNextLine(Piece piece) {
        return piece.isRightUnder()
                && !decisions.isRunIn()
                && piece.text().endsWith(".")
                && Addressees.in(piece.text()).isEmpty()
                && !ImmediateAdjustment.isWholeLine(piece.text())
                && !Pieces.LETTERED.matcher(piece.text()).matches()
                && ProceedingsPart.runIn(piece.text()).isEmpty();
    }

    private void readLabel(Piece piece, @Nullable Piece next) {
        decisions.endIntroduction();
        if (next == null) {
            keep(piece);
            findings.add(at, "import.empty-decision");
            return;
        }
        decisions.beginLabel(Draft.DecisionForm.CLAUSE);
    }

    private void readUnderLabel(String text, @Nullable Piece next) {
        decisions.passFirst();
        if (isIntroduction(text, next)) {
            decisions.introduce(text);
        } else if (DecisionForm.isClause(text)) {
            decisions.add(text);
        } else {
            Sentences.of(text).forEach(decisions::add);
        }
    }

    private static boolean isIntroduction(String text, @Nullable Piece next) {
        return next != null
                && (DecisionForm.isIntroduction(text)
                        || (text.length() < 200 && text.endsWith(":"))
                        || (text.endsWith(" att") && next.isList()))
                && (next.isList() || DecisionForm.isClause(next.text()) || isOrder(text, next));
    }

    /** "Direktionen beslutar:" over "Fastställa föredragningslistan.", where "att" is left out. */
    private static boolean isOrder(String introduction, Piece next) {
        return introduction.endsWith(":")
                && DecisionForm.isIntroduction(introduction)
                && next.isParagraph()
                && next.text().matches("(?su)(?:Ge|Ta|\\p{Lu}\\p{Ll}{1,20}(?:a|se|stå|ge|ta|få|be)) .+")
                && !next.text().matches("(?su)(?:Denna|Dessa|Alla|Båda|Flera|Följande|Detta) .+");
    }

    private void readPlain(Piece piece, @Nullable Piece next) {
        String text = piece.text();
        if (headed && proceedings.read(text)) {
            return;
        }
        if (headed && isSubheading(piece, next)) {
            keep(new Piece(BlockType.SUBHEADING, withoutEmphasis(text), true));
        } else if (next != null
                && DecisionForm.isClause(next.text())
                && !DecisionForm.introductionAtEnd(text).isEmpty()) {
            introduceAtEnd(text);
        } else if (isIntroduction(text, next)
                && (DecisionForm.isIntroduction(text) || (text.endsWith(" att") && DecisionForm.decides(text)))) {
            decisions.introduce(text);
        } else {
            readUnlabelled(piece);
        }
    }

    /** What stands before the sentence that clauses follow is text, or how the decision came about. */
    private void introduceAtEnd(String text) {
        String lead = DecisionForm.introductionAtEnd(text);
        String before = text.substring(0, text.length() - lead.length()).strip();
        if (!before.isEmpty()) {
            readPlain(Piece.paragraph(before), null);
        }
        decisions.introduce(lead);
    }

    private static boolean isSubheading(Piece piece, @Nullable Piece next) {
        String text = withoutEmphasis(piece.text());
        boolean announced = text.endsWith(":")
                && Character.isUpperCase(text.codePointAt(0))
                && text.split(" ", -1).length <= 4
                && !text.matches("(?iu).+ (?:om )?följande:|att .+")
                && (text.startsWith("Följande ") || HeadingStyle.hasNoVerb(text.substring(0, text.length() - 1)));
        return next != null
                && (piece.isLineOfItsOwn() || (announced && next.isList()))
                && !DecisionForm.isLabel(next.text())
                && (announced || HeadingStyle.looksLikeHeading(text));
    }

    /** "*Större händelser:*" heads what follows without its asterisks as well. */
    private static String withoutEmphasis(String text) {
        boolean whole = text.length() < 100 && text.matches("\\*[^*]+\\*");
        return whole ? text.substring(1, text.length() - 1) : text;
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
        sentences.subList(0, decided).forEach(this::decideUnlabelled);
        if (decided < sentences.size()) {
            keep(Piece.paragraph(String.join(" ", sentences.subList(decided, sentences.size()))));
        }
    }

    /** A decision that only its own words show, with a remark that it was taken for one. */
    void decideUnlabelled(String sentence) {
        int place = decisions.decisions().size();
        findings.add(at + "/decisions/" + place, "import.unlabelled-decision", Findings.start(sentence));
        decisions.add(sentence);
    }

    /** A clause, and what a further sentence after it says besides the decision. */
    private void decideClause(String text) {
        List<String> sentences = Sentences.of(text);
        boolean more = decisions.isUnlabelled()
                && sentences.size() > 1
                && sentences.stream().skip(1).noneMatch(DecisionForm::decides);
        decisions.add(more ? sentences.get(0) : text);
        if (more) {
            decisions.leave();
            keep(Piece.paragraph(String.join(" ", sentences.subList(1, sentences.size()))));
        }
    }

    /** A piece that is text whatever it says. */
    void leave(Piece piece) {
        decisions.leave();
        keep(piece);
    }

    private void keep(Piece piece) {
        blocks.add(piece.block());
    }
}
