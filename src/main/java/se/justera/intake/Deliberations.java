package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final Pattern ATTACHMENT =
            Pattern.compile("(?iu)(?<label>bilaga(?: [\\p{L}\\d]{1,4})?)(?: ?[:.–-] ?| )(?<title>\\S.{1,300})");

    private final ProposalReader proposals;
    private final PropositionReader propositions;
    private final ReservationReader reservations;
    private final ConflictReader conflicts;
    private final AbstentionReader abstentions;
    private final List<Attachment> attachments = new ArrayList<>();

    Deliberations(Speakers speakers) {
        this.proposals = new ProposalReader(speakers);
        this.propositions = new PropositionReader(speakers);
        this.reservations = new ReservationReader(speakers);
        this.conflicts = new ConflictReader(speakers);
        this.abstentions = new AbstentionReader(speakers);
    }

    /** Takes in what stands under a heading, and says how many of the pieces it understood, counted from the first. */
    int read(ProceedingsPart part, String heading, List<Piece> under) {
        if (part == ProceedingsPart.VOTE) {
            propositions.begin(heading);
        }
        int read = 0;
        while (read < under.size() && read(part, under.get(read), read == 0)) {
            read++;
        }
        if (part == ProceedingsPart.VOTE && read == 0) {
            propositions.takeBack();
        }
        return read;
    }

    private boolean read(ProceedingsPart part, Piece piece, boolean first) {
        if (part == ProceedingsPart.VOTE) {
            return propositions.readVote(piece);
        }
        if (piece.isList()) {
            return !piece.hasUnder() && piece.entries().stream().allMatch(entry -> read(part, entry, true));
        }
        return piece.isParagraph() && piece.text().length() <= LONGEST && read(part, piece.text(), first);
    }

    private boolean read(ProceedingsPart part, String text, boolean first) {
        return switch (part) {
            case PROPOSALS -> proposals.read(text, first);
            case ORDER -> readOrder(proposals.readLeading(text));
            case RESERVATIONS -> reservations.read(text) || (!first && reservations.goOn(text));
            case CONFLICTS -> conflicts.read(text) || conflicts.readLabelled(text);
            case ABSTENTIONS -> abstentions.read(text) || abstentions.readLabelled(text);
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
        if (lower.contains("jäv") && conflicts.read(text)) {
            return true;
        }
        if (lower.contains("reservera") && !lower.contains(": ") && reservations.read(text)) {
            return true;
        }
        if (proposals.areProposals(text)) {
            return proposals.read(text, true);
        }
        if (PropositionReader.isOrder(text)) {
            return propositions.readOrder(text);
        }
        return propositions.readBallots(text) || (lower.contains("i beslutet") && abstentions.read(text));
    }

    private boolean readOrder(String text) {
        return text.isEmpty() || propositions.readOrder(text);
    }

    private boolean readAttachment(String text) {
        Optional<Attachment> attachment = attachment(text);
        attachment.ifPresent(attachments::add);
        return attachment.isPresent();
    }

    /** "Bilaga 1: Ansökan". */
    static Optional<Attachment> attachment(String text) {
        Matcher m = ATTACHMENT.matcher(text);
        return m.matches() ? Optional.of(new Attachment(m.group("label").strip(), m.group("title"))) : Optional.empty();
    }

    List<Proposal> proposals() {
        return proposals.proposals();
    }

    /** In what order the proposals were put. */
    @Nullable
    String order() {
        return propositions.order();
    }

    List<Vote> votes() {
        return propositions.votes();
    }

    /** What came of the vote, taken out of it, where it says by its own words that it is the decision; else empty. */
    String takeDecision() {
        return propositions.takeDecision();
    }

    List<Reservation> reservations() {
        return reservations.reservations();
    }

    List<ConflictOfInterest> conflicts() {
        return conflicts.conflicts();
    }

    List<Abstention> abstentions() {
        return abstentions.abstentions();
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }
}
