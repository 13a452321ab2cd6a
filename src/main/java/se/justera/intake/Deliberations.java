package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Deliberation.Abstention;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Deliberation.Proposal;
import se.justera.minutes.Deliberation.Reservation;
import se.justera.minutes.Deliberation.Vote;
import se.justera.minutes.Draft.Attachment;

/**
 * Reads how a decision came about (KL 5:67, 6:28–30, 4:27). What is not understood is refused, so that it stays as the
 * text it is.
 */
final class Deliberations {

    private static final int LONGEST = 3000;
    private static final Pattern PROPOSES = Pattern.compile(
            "(?iu)(?<by>.{3,200}?) (?:yrkar|yrkade)(?<with>,? (?:med instämmande av|tillsammans med) .{3,200}?,)? (?<text>\\S.*)");
    private static final Pattern LABELLED = Pattern.compile("(?u)(?<by>\\p{Lu}.{2,200}?): (?<text>\\S.*)");
    private static final Pattern RESERVES =
            Pattern.compile("(?iu)(?<names>.{3,300}?) (?:reserverar|reserverade) sig\\b(?<text>.*)");
    private static final Pattern RESERVE_INVERTED = Pattern.compile(
            "(?iu)mot beslutet (?:reserverar|reserverade) sig (?<names>.{3,300}?)(?<text>\\.| till förmån .*| med .*)");
    private static final Pattern PLAIN_RESERVATION = Pattern.compile("(?iu) ?(?:mot beslutet)?\\.?");
    private static final Pattern CONFLICT = Pattern.compile(
            "(?iu)(?<name>.{3,200}?) (?<text>(?:anmäl|deltar inte|deltog inte|deltar ej|är jävig|lämna|förklarar sig jävig).*)");
    private static final Pattern REPLACED = Pattern.compile(
            "(?iu)(?:.{0,60}[:.] )?(?:ersätts av|ersattes av|"
                    + "(?:som ersättare|i (?:hans|hennes|dennes|deras) ställe) (?:tjänstgör|tjänstgjorde)) (?<by>.{3,100}?)\\.?");
    private static final Pattern ABSTAINS = Pattern.compile(
            "(?iu)(?<name>.{3,200}?) (?:deltar|deltog|avstår från att delta|avstod från att delta)(?: (?:inte|ej))? i beslutet(?<text>.*)");
    private static final Pattern ATTACHMENT =
            Pattern.compile("(?iu)(?<label>bilaga(?: [\\p{L}\\d]{1,4})?)(?: ?[:.–-] ?| )(?<title>\\S.{1,300})");

    private final Speakers speakers;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<VoteReader> votes = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final List<ConflictOfInterest> conflicts = new ArrayList<>();
    private final List<Abstention> abstentions = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<String> question = new ArrayList<>();
    private @Nullable String order;

    Deliberations(Speakers speakers) {
        this.speakers = speakers;
    }

    /** Takes in what stands under a heading, and says how many of the pieces it understood, counted from the first. */
    int read(ProceedingsPart part, String heading, List<Piece> under) {
        if (part == ProceedingsPart.VOTE) {
            beginVote(heading);
        }
        int read = 0;
        while (read < under.size() && read(part, under.get(read), read == 0)) {
            read++;
        }
        if (part == ProceedingsPart.VOTE && read == 0) {
            votes.remove(votes.size() - 1);
        }
        return read;
    }

    private boolean read(ProceedingsPart part, Piece piece, boolean first) {
        if (part == ProceedingsPart.VOTE) {
            return lastVote().read(piece);
        }
        if (piece.isList()) {
            return !piece.hasUnder() && piece.entries().stream().allMatch(entry -> read(part, entry, true));
        }
        return piece.isParagraph() && piece.text().length() <= LONGEST && read(part, piece.text(), first);
    }

    private boolean read(ProceedingsPart part, String text, boolean first) {
        return switch (part) {
            case PROPOSALS -> readProposals(text, first);
            case ORDER -> readOrder(text);
            case RESERVATIONS -> readReservation(text) || (!first && goOnReserving(text));
            case CONFLICTS -> readConflict(text) || readLabelledConflict(text);
            case ABSTENTIONS -> readAbstention(text) || readLabelledAbstention(text);
            case ATTACHMENTS -> readAttachment(text);
            case VOTE -> false;
        };
    }

    /** A paragraph without a heading that says one of these things by its own words. */
    boolean readSentence(String text) {
        if (text.length() > LONGEST || text.startsWith("*")) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("jäv") && readConflict(text)) {
            return true;
        }
        if (lower.contains("reservera") && !lower.contains(": ") && readReservation(text)) {
            return true;
        }
        return readBallots(text) || (lower.contains("i beslutet") && readAbstention(text));
    }

    /** "Nej: Bo Ask" where no heading says that a vote was taken. */
    private boolean readBallots(String text) {
        VoteReader vote = votes.isEmpty() ? new VoteReader(speakers) : lastVote();
        boolean read = vote.readBallots(text);
        if (read && votes.isEmpty()) {
            votes.add(vote);
        }
        return read;
    }

    private boolean readProposals(String text, boolean first) {
        boolean any = false;
        for (String sentence : Sentences.of(text)) {
            if (readProposal(sentence)) {
                any = true;
            } else if (any || (!first && !proposals.isEmpty())) {
                Proposal last = proposals.remove(proposals.size() - 1);
                proposals.add(new Proposal(last.by(), last.text() + " " + sentence));
                any = true;
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean readProposal(String sentence) {
        Matcher proposes = PROPOSES.matcher(sentence);
        if (proposes.matches() && isSomebody(proposes.group("by"))) {
            String with = proposes.group("with");
            String by = with == null
                    ? by(proposes.group("by"))
                    : proposes.group("by") + with.replaceFirst(",$", "");
            proposals.add(new Proposal(by, proposes.group("text")));
            return true;
        }
        Matcher labelled = LABELLED.matcher(sentence);
        if (labelled.matches() && isSomebody(labelled.group("by"))) {
            proposals.add(new Proposal(by(labelled.group("by")), labelled.group("text")));
            return true;
        }
        return false;
    }

    private boolean isSomebody(String phrase) {
        return phrase.equalsIgnoreCase("ordföranden") || !speakers.in(phrase).isEmpty();
    }

    private String by(String phrase) {
        List<String> names = speakers.in(phrase);
        return names.size() == 1 && !phrase.contains(",") ? names.get(0) : phrase;
    }

    /** What yes and no mean belongs to the vote that follows; how many voted which way begins one. */
    private boolean readOrder(String text) {
        if (VoteReader.tellsCounts(text)) {
            beginVote("");
        }
        if (!votes.isEmpty() && (VoteReader.tellsCounts(text) || !lastVote().saysNothing())) {
            return lastVote().read(Piece.paragraph(text));
        }
        List<String> sentences = Sentences.of(text);
        int asked = sentences.size();
        while (asked > 0 && VoteReader.isQuestion(sentences.get(asked - 1))) {
            asked--;
        }
        if (asked > 0) {
            question.forEach(this::putInOrder);
            question.clear();
            putInOrder(String.join(" ", sentences.subList(0, asked)));
        }
        question.addAll(sentences.subList(asked, sentences.size()));
        return true;
    }

    private void putInOrder(String text) {
        order = order == null ? text : order + " " + text;
    }

    private void beginVote(String heading) {
        if (votes.isEmpty() || !lastVote().saysNothing()) {
            votes.add(new VoteReader(speakers));
        }
        question.forEach(lastVote()::ask);
        question.clear();
        if (heading.toLowerCase(Locale.ROOT).startsWith("sluten")) {
            lastVote().beSecret();
        }
    }

    private VoteReader lastVote() {
        return votes.get(votes.size() - 1);
    }

    private boolean readReservation(String text) {
        for (Pattern pattern : List.of(RESERVE_INVERTED, RESERVES, LABELLED)) {
            Matcher m = pattern.matcher(text);
            List<String> names = m.matches() ? speakers.in(m.group(pattern == LABELLED ? "by" : "names")) : List.of();
            if (!names.isEmpty()) {
                reservations.add(new Reservation(names, reasons(text, m, pattern == LABELLED)));
                return true;
            }
        }
        List<String> alone = speakers.in(text);
        if (!alone.isEmpty()) {
            reservations.add(new Reservation(alone, null));
        }
        return !alone.isEmpty();
    }

    /** What is said besides who reserves themselves: all of the sentence, unless our pages say it in the same words. */
    private static @Nullable String reasons(String text, Matcher reservation, boolean labelled) {
        if (labelled) {
            return reservation.group("text").strip();
        }
        boolean plain = PLAIN_RESERVATION.matcher(reservation.group("text")).matches()
                && !text.toLowerCase(Locale.ROOT).contains("reserverade");
        return plain ? null : text;
    }

    /** A further paragraph of the last reservation's reasons. */
    private boolean goOnReserving(String text) {
        Reservation last = reservations.remove(reservations.size() - 1);
        reservations.add(new Reservation(last.names(), last.text() == null ? text : last.text() + " " + text));
        return true;
    }

    private boolean readConflict(String text) {
        Matcher m = CONFLICT.matcher(text);
        return m.matches() && addConflicts(speakers.in(m.group("name")), m.group("text"));
    }

    private boolean readLabelledConflict(String text) {
        Matcher m = LABELLED.matcher(text);
        if (m.matches()) {
            return addConflicts(speakers.in(m.group("by")), m.group("text"));
        }
        List<String> sentences = Sentences.of(text);
        String rest = String.join(" ", sentences.subList(1, sentences.size()));
        return addConflicts(speakers.in(sentences.get(0).replaceFirst("\\.$", "")), rest);
    }

    private boolean addConflicts(List<String> names, String text) {
        var reasons = new ArrayList<String>();
        String replacedBy = null;
        for (String sentence : Sentences.of(text)) {
            Matcher replaced = REPLACED.matcher(sentence);
            List<String> by = replaced.matches() ? speakers.in(replaced.group("by")) : List.of();
            if (by.size() == 1) {
                replacedBy = by.get(0);
            } else if (!sentence.isEmpty()) {
                reasons.add(sentence);
            }
        }
        String reason = reasons.isEmpty() ? null : String.join(" ", reasons);
        if (reason != null && replacedBy != null) {
            reason = reason.replaceFirst("\\.$", "");
        }
        for (String name : names) {
            conflicts.add(new ConflictOfInterest(name, reason, replacedBy));
        }
        return !names.isEmpty();
    }

    private boolean readAbstention(String text) {
        Matcher m = ABSTAINS.matcher(text);
        List<String> names = m.matches() ? speakers.in(m.group("name")) : List.of();
        String rest =
                names.isEmpty() ? "" : m.group("text").replaceFirst("^\\.$", "").strip();
        names.forEach(name -> abstentions.add(new Abstention(name, rest.isEmpty() ? null : rest)));
        return !names.isEmpty();
    }

    private boolean readLabelledAbstention(String text) {
        Matcher m = LABELLED.matcher(text);
        List<String> names = speakers.in(m.matches() ? m.group("by") : text);
        names.forEach(name -> abstentions.add(new Abstention(name, m.matches() ? m.group("text") : null)));
        return !names.isEmpty();
    }

    private boolean readAttachment(String text) {
        Matcher m = ATTACHMENT.matcher(text);
        if (m.matches()) {
            attachments.add(new Attachment(m.group("label").strip(), m.group("title")));
        }
        return m.matches();
    }

    List<Proposal> proposals() {
        return List.copyOf(proposals);
    }

    /** In what order the proposals were put, with what yes and no would have meant where nobody asked for a vote. */
    @Nullable
    String order() {
        question.forEach(this::putInOrder);
        question.clear();
        return order;
    }

    List<Vote> votes() {
        return votes.stream().map(VoteReader::vote).toList();
    }

    /** What came of the vote, taken out of it, where it says by its own words that it is the decision; else empty. */
    String takeDecision() {
        return votes.isEmpty() || !lastVote().decides() ? "" : lastVote().takeResult();
    }

    List<Reservation> reservations() {
        return List.copyOf(reservations);
    }

    List<ConflictOfInterest> conflicts() {
        return List.copyOf(conflicts);
    }

    List<Abstention> abstentions() {
        return List.copyOf(abstentions);
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }
}
