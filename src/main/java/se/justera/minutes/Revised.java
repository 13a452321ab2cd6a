package se.justera.minutes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Attachment;
import se.justera.minutes.Draft.Footnote;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.NextMeeting;
import se.justera.minutes.Draft.Signatory;

/** A draft of which some parts are exchanged; the one place that lists all of them in order. */
final class Revised {

    private final Draft given;
    private @Nullable String title;
    private @Nullable String pageHeader;
    private @Nullable String pageFooter;
    private List<Item> items;
    private List<Footnote> footnotes;
    private List<Attachment> attachments;
    private List<NextMeeting> nextMeetings;
    private List<Signatory> signatories;

    Revised(Draft given) {
        this.given = given;
        this.title = given.title();
        this.pageHeader = given.pageHeader();
        this.pageFooter = given.pageFooter();
        this.items = given.items();
        this.footnotes = given.footnotes();
        this.attachments = given.attachments();
        this.nextMeetings = given.nextMeetings();
        this.signatories = given.signatories();
    }

    Revised title(String other) {
        title = other;
        return this;
    }

    Revised pageEdges(@Nullable String header, @Nullable String footer) {
        pageHeader = header;
        pageFooter = footer;
        return this;
    }

    Revised items(List<Item> others) {
        items = others;
        return this;
    }

    Revised footnotes(List<Footnote> others) {
        footnotes = others;
        return this;
    }

    Revised signatories(List<Signatory> others) {
        signatories = others;
        return this;
    }

    Revised withoutMatters() {
        items = List.of();
        footnotes = List.of();
        attachments = List.of();
        nextMeetings = List.of();
        return this;
    }

    Draft draft() {
        return new Draft(
                given.association(),
                given.kind(),
                title,
                given.subtitle(),
                given.body(),
                given.caseNumber(),
                pageHeader,
                pageFooter,
                given.meeting(),
                given.numbering(),
                given.attendance(),
                items,
                footnotes,
                attachments,
                nextMeetings,
                given.adjustmentDay(),
                given.adjustmentTime(),
                given.adjustmentPlace(),
                given.immediateAdjustment(),
                signatories,
                given.layout());
    }
}
