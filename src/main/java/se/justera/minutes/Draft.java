package se.justera.minutes;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Deliberation.Abstention;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Deliberation.Proposal;
import se.justera.minutes.Deliberation.Reservation;
import se.justera.minutes.Deliberation.Vote;

/**
 * The minutes as data, in the shape of the published contract. Absent means unknown; lists are never null.
 * Numbers of §§ and meetings are integers, dates and times ISO 8601.
 *
 * @param immediateAdjustment true where all of it was adjusted at the meeting (omedelbar justering)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Draft(
        @Nullable AssociationName association,
        @Nullable MinutesKind kind,
        @Nullable String title,
        @Nullable String subtitle,
        @Nullable String body,
        @Nullable String caseNumber,
        @Nullable String pageHeader,
        @Nullable String pageFooter,
        @Nullable Meeting meeting,
        @Nullable Numbering numbering,
        List<Attendee> attendance,
        List<Item> items,
        List<Footnote> footnotes,
        List<Attachment> attachments,
        List<NextMeeting> nextMeetings,
        @Nullable LocalDate adjustmentDay,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime adjustmentTime,
        @Nullable String adjustmentPlace,
        @Nullable Boolean immediateAdjustment,
        List<Signatory> signatories,
        @Nullable Layout layout) {

    public Draft {
        attendance = listOf(attendance);
        items = listOf(items);
        footnotes = listOf(footnotes);
        attachments = listOf(attachments);
        nextMeetings = listOf(nextMeetings);
        signatories = listOf(signatories);
    }

    /** A draft without what only some minutes have. */
    public Draft(
            @Nullable AssociationName association,
            @Nullable MinutesKind kind,
            @Nullable String body,
            @Nullable String caseNumber,
            @Nullable String pageFooter,
            @Nullable Meeting meeting,
            List<Attendee> attendance,
            List<Item> items,
            List<Footnote> footnotes,
            List<NextMeeting> nextMeetings,
            List<Signatory> signatories) {
        this(
                association,
                kind,
                null,
                null,
                body,
                caseNumber,
                null,
                pageFooter,
                meeting,
                null,
                attendance,
                items,
                footnotes,
                List.of(),
                nextMeetings,
                null,
                null,
                null,
                null,
                signatories,
                null);
    }

    /** The same draft with other signatories. */
    public Draft withSignatories(List<Signatory> others) {
        return new Revised(this).signatories(others).draft();
    }

    /** The same draft with other matters and the notes that they call. */
    public Draft withItems(List<Item> others, List<Footnote> notes) {
        return new Revised(this).items(others).footnotes(notes).draft();
    }

    /** The same draft with these texts at the head and foot of every page. */
    public Draft withPageEdges(@Nullable String header, @Nullable String footer) {
        return new Revised(this).pageEdges(header, footer).draft();
    }

    /** The same draft under another title. */
    public Draft withTitle(String other) {
        return new Revised(this).title(other).draft();
    }

    /** What identifies the minutes, who attended and who signs: no matters and nothing that belongs to them, no addresses. */
    public Draft head() {
        return new Revised(withoutAddresses()).withoutMatters().draft();
    }

    /** Everything but the mail addresses, which never stand in a PDF, an embedded file or an export. */
    public Draft withoutAddresses() {
        return withSignatories(signatories.stream()
                .map(s -> new Signatory(s.name(), s.role(), s.title(), s.label(), null))
                .toList());
    }

    private static <T> List<T> listOf(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** The association as the minutes write it; {@code shortName} where they use a shorter one besides. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AssociationName(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String orgNumber) {

        public AssociationName(@Nullable String name, @Nullable String orgNumber) {
            this(name, null, orgNumber);
        }
    }

    /**
     * How the matters are numbered.
     *
     * @param spaced true for "§ 1", false for "§1"
     * @param first the first § that the head of the minutes names
     * @param last the last § that the head of the minutes names
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Numbering(
            @Nullable NumberingPolicy policy,
            @Nullable Boolean spaced,
            @Nullable Integer first,
            @Nullable Integer last) {}

    /** Whether §§ begin anew at each meeting, each year, never, or are not used. */
    public enum NumberingPolicy {
        RESTART,
        PER_YEAR,
        CONTINUOUS,
        NONE
    }

    /** How the document is to be laid out; absent means the service's choice. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Layout(
            @Nullable SignaturePlace signatures,
            @Nullable AttendanceForm attendance,
            @Nullable FootnotePlace footnotes) {}

    /** The signatures on the first page, after the attendance, or after the text. */
    public enum SignaturePlace {
        FIRST,
        LAST
    }

    /** One name a line, a heading for each group, or a table with columns. */
    public enum AttendanceForm {
        LIST,
        GROUPS,
        TABLE
    }

    /** At the foot of the page where the mark stands, or at the end of the matter. */
    public enum FootnotePlace {
        PAGE,
        ITEM
    }

    /** A document that belongs to the minutes, as they call it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Attachment(
            @Nullable String label, @Nullable String title) {}

    /** Protocol (KL 5:65–69) or notes, which are no protocol even when they are signed. */
    public enum MinutesKind {
        PROTOCOL,
        NOTES
    }

    /**
     * When and where the meeting was.
     *
     * @param bodySize how many ordinary members the body has, for its quorum (KL 6:27)
     * @param remoteDecision the decision that lets members attend at a distance, as written (FinsamL 19 a §)
     * @param adjournments in the order in which they were
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Meeting(
            @Nullable Integer number,
            @Nullable Integer year,
            @Nullable LocalDate date,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime start,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime end,
            @Nullable String place,
            @Nullable MeetingMode mode,
            @Nullable Integer bodySize,
            @Nullable String remoteDecision,
            List<Adjournment> adjournments) {

        public Meeting {
            adjournments = listOf(adjournments);
        }

        public Meeting(
                @Nullable Integer number,
                @Nullable Integer year,
                @Nullable LocalDate date,
                @Nullable LocalTime start,
                @Nullable LocalTime end,
                @Nullable String place,
                @Nullable MeetingMode mode) {
            this(number, year, date, start, end, place, mode, null, null, List.of());
        }
    }

    /**
     * A break in the meeting (ajournering).
     *
     * @param afterItem the § that was dealt with before it
     * @param beforeItem the § that was dealt with after it; the same one where the break fell into it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Adjournment(
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime start,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime end,
            @Nullable Integer afterItem,
            @Nullable Integer beforeItem) {}

    /** How people attended. */
    public enum MeetingMode {
        ON_SITE,
        HYBRID,
        REMOTE
    }

    /**
     * One person in the attendance list.
     *
     * @param represents the member organisation, as written
     * @param abbreviation of that organisation, without brackets
     * @param serving true for a substitute who served (KL 5:66)
     * @param group the heading the name stands under, as written
     * @param presentFor pairs of first and last § where it was not the whole meeting
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Attendee(
            @Nullable String name,
            @Nullable AttendeeRole role,
            @Nullable String title,
            @Nullable String party,
            @Nullable String represents,
            @Nullable String abbreviation,
            @Nullable String group,
            @Nullable AttendanceStatus status,
            @Nullable Boolean serving,
            @Nullable Boolean remote,
            List<List<Integer>> presentFor) {

        public Attendee {
            presentFor = listOf(presentFor);
        }

        public Attendee(
                @Nullable String name,
                @Nullable AttendeeRole role,
                @Nullable String title,
                @Nullable String party,
                @Nullable String represents,
                @Nullable String group,
                @Nullable AttendanceStatus status,
                @Nullable Boolean remote,
                List<List<Integer>> presentFor) {
            this(name, role, title, party, represents, null, group, status, null, remote, presentFor);
        }
    }

    /** The office somebody attends in. */
    public enum AttendeeRole {
        CHAIR,
        FIRST_VICE_CHAIR,
        SECOND_VICE_CHAIR,
        VICE_CHAIR,
        MEMBER,
        SUBSTITUTE,
        SECRETARY,
        OFFICER,
        AUDITOR,
        GUEST
    }

    /** Present, absent with notice, absent without. */
    public enum AttendanceStatus {
        PRESENT,
        EXCUSED,
        ABSENT
    }

    /**
     * A matter (§) or an unnumbered heading.
     *
     * @param number the bare number, absent for headings without §
     * @param presenter who presented the matter, as written
     * @param caseNumber its registration number (diarienummer), as written, without "Dnr"
     * @param withdrawn true where the matter was taken off the agenda
     * @param proposals those not withdrawn (KL 5:67)
     * @param propositionOrder the order in which the proposals were put to the vote
     * @param attachments what belongs to this matter
     * @param immediateAdjustment true where this matter was adjusted at the meeting (omedelbar justering)
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            @Nullable Integer number,
            @Nullable String heading,
            @Nullable ItemKind kind,
            @Nullable String presenter,
            @Nullable String caseNumber,
            List<Block> blocks,
            List<Proposal> proposals,
            @Nullable String propositionOrder,
            List<Vote> votes,
            List<Decision> decisions,
            List<Reservation> reservations,
            List<ConflictOfInterest> conflictsOfInterest,
            List<Abstention> abstentions,
            List<Attachment> attachments,
            @Nullable Boolean withdrawn,
            @Nullable Boolean immediateAdjustment,
            List<Item> subItems) {

        public Item {
            blocks = listOf(blocks);
            decisions = listOf(decisions);
            proposals = listOf(proposals);
            votes = listOf(votes);
            reservations = listOf(reservations);
            conflictsOfInterest = listOf(conflictsOfInterest);
            abstentions = listOf(abstentions);
            attachments = listOf(attachments);
            subItems = listOf(subItems);
        }

        /** The heading as a list of matters shows it: {@code [^1]} calls a note only where the heading itself stands. */
        public @Nullable String headingWithoutMarks() {
            return heading == null ? null : heading.replaceAll("\\[\\^[^\\]\\s]{1,20}+]", "");
        }

        /** A matter without what only some have. */
        public Item(
                @Nullable Integer number,
                @Nullable String heading,
                List<Block> blocks,
                List<Decision> decisions,
                @Nullable Boolean withdrawn,
                List<Item> subItems) {
            this(
                    number, heading, null, null, null, blocks, List.of(), null, List.of(), decisions, List.of(),
                    List.of(), List.of(), List.of(), withdrawn, null, subItems);
        }
    }

    /** What a matter is for. */
    public enum ItemKind {
        INFORMATION,
        DISCUSSION,
        DECISION,
        ELECTION
    }

    /**
     * A piece of running text. A list (BULLETS, NUMBERS) holds its entries as PARAGRAPH children, a TABLE its rows as
     * children whose own children are the cells.
     *
     * @param text Markdown for inline emphasis, links and footnote marks
     * @param lettered true for NUMBERS that count a, b, c
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Block(
            @Nullable BlockType type,
            @Nullable String text,
            @Nullable Boolean lettered,
            List<Block> children) {

        public Block {
            children = listOf(children);
        }

        public Block(@Nullable BlockType type, @Nullable String text, List<Block> children) {
            this(type, text, null, children);
        }

        public static Block paragraph(String text) {
            return new Block(BlockType.PARAGRAPH, text, List.of());
        }
    }

    /** The form of a {@link Block}. */
    public enum BlockType {
        PARAGRAPH,
        BULLETS,
        NUMBERS,
        QUOTE,
        SUBHEADING,
        TABLE
    }

    /**
     * One sentence or att-sats, without the label "Beslut".
     *
     * @param form how it is written; absent means a clause
     * @param after after how many of the matter's blocks it stands; absent means after all
     * @param sentTo who gets it, as written
     * @param numbered true where it is counted 1, 2, 3 among those beside it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Decision(
            @Nullable String text,
            @Nullable DecisionForm form,
            @Nullable Integer after,
            List<String> sentTo,
            @Nullable Boolean numbered) {

        public Decision {
            sentTo = listOf(sentTo);
        }

        public Decision(
                @Nullable String text, @Nullable DecisionForm form, @Nullable Integer after, List<String> sentTo) {
            this(text, form, after, sentTo, null);
        }

        public Decision(@Nullable String text) {
            this(text, null, null, List.of());
        }

        public Decision withForm(DecisionForm written) {
            return new Decision(text, written, after, sentTo, numbered);
        }

        public Decision afterAll() {
            return new Decision(text, form, null, sentTo, numbered);
        }

        public Decision withSentTo(List<String> who) {
            return new Decision(text, form, after, who, numbered);
        }
    }

    /** "Beslut: …" in one line, clauses under a heading "Beslut", or a sentence of the text. */
    public enum DecisionForm {
        RUN_IN,
        CLAUSE,
        UNLABELLED
    }

    /** A note and the mark that points at it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Footnote(@Nullable String mark, @Nullable String text) {}

    /** A coming meeting, as written, and its date and times where they are known. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NextMeeting(
            @Nullable String text,
            @Nullable LocalDate date,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime start,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime end) {

        public NextMeeting(@Nullable String text, @Nullable LocalDate date) {
            this(text, date, null, null);
        }
    }

    /**
     * Who signs.
     *
     * @param title what other office they hold, as written
     * @param label what stands above the name, as written, e.g. "Justeras"
     * @param email where the link goes; never printed, embedded or exported
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Signatory(
            @Nullable String name,
            @Nullable SignatoryRole role,
            @Nullable String title,
            @Nullable String label,
            @Nullable String email) {

        public Signatory(
                @Nullable String name, @Nullable SignatoryRole role, @Nullable String title, @Nullable String email) {
            this(name, role, title, null, email);
        }
    }

    /** In what capacity somebody signs; SECRETARY is "Vid protokollet". */
    public enum SignatoryRole {
        SECRETARY,
        CHAIR,
        ADJUSTER
    }
}
