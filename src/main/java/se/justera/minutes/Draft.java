package se.justera.minutes;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The minutes as data, in the shape of the published contract. Absent means unknown; lists are never null.
 * Numbers of §§ and meetings are integers, dates and times ISO 8601.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "association",
    "kind",
    "body",
    "caseNumber",
    "pageFooter",
    "meeting",
    "attendance",
    "items",
    "footnotes",
    "nextMeetings",
    "signatories"
})
public record Draft(
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

    public Draft {
        attendance = listOf(attendance);
        items = listOf(items);
        footnotes = listOf(footnotes);
        nextMeetings = listOf(nextMeetings);
        signatories = listOf(signatories);
    }

    /** The same draft with other signatories. */
    public Draft withSignatories(List<Signatory> others) {
        return new Draft(
                association,
                kind,
                body,
                caseNumber,
                pageFooter,
                meeting,
                attendance,
                items,
                footnotes,
                nextMeetings,
                others);
    }

    /** Everything but the mail addresses, which never stand in a PDF, an embedded file or an export. */
    public Draft withoutAddresses() {
        return withSignatories(signatories.stream()
                .map(s -> new Signatory(s.name(), s.role(), s.title(), null))
                .toList());
    }

    private static <T> List<T> listOf(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** The association as the minutes write it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AssociationName(
            @Nullable String name, @Nullable String orgNumber) {}

    /** Protocol (KL 5:65–69) or notes, which are no protocol even when they are signed. */
    public enum MinutesKind {
        PROTOCOL,
        NOTES
    }

    /** When and where the meeting was. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Meeting(
            @Nullable Integer number,
            @Nullable Integer year,
            @Nullable LocalDate date,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime start,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime end,
            @Nullable String place,
            @Nullable MeetingMode mode) {}

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
            @Nullable String group,
            @Nullable AttendanceStatus status,
            @Nullable Boolean remote,
            List<List<Integer>> presentFor) {

        public Attendee {
            presentFor = listOf(presentFor);
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
     * @param withdrawn true where the matter was taken off the agenda
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            @Nullable Integer number,
            @Nullable String heading,
            List<Block> blocks,
            List<Decision> decisions,
            @Nullable Boolean withdrawn,
            List<Item> subItems) {

        public Item {
            blocks = listOf(blocks);
            decisions = listOf(decisions);
            subItems = listOf(subItems);
        }
    }

    /**
     * A piece of running text. A list (BULLETS, NUMBERS) holds its entries as PARAGRAPH children, a TABLE its rows as
     * children whose own children are the cells.
     *
     * @param text Markdown for inline emphasis, links and footnote marks
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Block(@Nullable BlockType type, @Nullable String text, List<Block> children) {

        public Block {
            children = listOf(children);
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

    /** One sentence or att-sats, without the label "Beslut". */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Decision(@Nullable String text) {}

    /** A note and the mark that points at it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Footnote(@Nullable String mark, @Nullable String text) {}

    /** A coming meeting, as written, and its date where it is known. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NextMeeting(
            @Nullable String text, @Nullable LocalDate date) {}

    /**
     * Who signs.
     *
     * @param title what other office they hold, as written
     * @param email where the link goes; never printed, embedded or exported
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Signatory(
            @Nullable String name,
            @Nullable SignatoryRole role,
            @Nullable String title,
            @Nullable String email) {}

    /** In what capacity somebody signs; SECRETARY is "Vid protokollet". */
    public enum SignatoryRole {
        SECRETARY,
        CHAIR,
        ADJUSTER
    }
}
