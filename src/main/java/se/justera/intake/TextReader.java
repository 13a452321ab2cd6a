package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignaturePlace;

/** Reads minutes written as plain text, also text that was taken out of a PDF with its page headers and broken lines. */
final class TextReader {

    static final int MOST_ITEMS = 5000;
    static final int MOST_LINES = 100_000;

    private final Wording wording;
    private final Findings findings;
    private boolean own;

    TextReader(Wording wording) {
        this.wording = wording;
        this.findings = new Findings(wording);
    }

    ImportedDraft read(String text) {
        OwnSignatures.Left left = OwnSignatures.leftOf(SourceLines.clean(text));
        return read(SourceLines.of(left.text()), left.signatures());
    }

    /** Reads lines that are clean already; Markdown comes this way. */
    ImportedDraft read(List<Line> source) {
        return read(source, OwnSignatures.NONE);
    }

    private ImportedDraft read(List<Line> source, OwnSignatures places) {
        if (source.stream().noneMatch(Line::hasText)) {
            throw wording.refusal("import.empty");
        }
        if (source.size() > MOST_LINES) {
            throw wording.refusal("import.too-many-lines", MOST_LINES);
        }
        SigningPage.Left unsigned = SigningPage.leftOf(source);
        if (!unsigned.taken().isEmpty()) {
            findings.add("", "import.signing-page", unsigned.taken());
        }
        OwnWords.Left left = OwnWords.leftOf(unsigned.lines());
        if (left.found()) {
            findings.add("", "import.own-words");
        }
        own = left.found();
        PageFurniture.Stripped stripped = PageFurniture.strip(loosened(unsigned.lines(), left));
        Contents.Left text = Contents.leftOf(stripped.lines());
        if (text.found()) {
            findings.add("", "import.contents");
        }
        FootnoteTies.Tied tied = FootnoteTies.tie(text.lines(), own);
        Wrapping wrapping = own ? Wrapping.ofOwn(tied.lines()) : Wrapping.of(tied.lines());
        Outline.Divided divided = Outline.of(blocks(tied.lines()), wrapping);
        if (divided.sections().size() > MOST_ITEMS) {
            throw wording.refusal("import.too-many-items", MOST_ITEMS);
        }
        var head = new HeadReader();
        head.read(stripped.headers(), divided.head(), wrapping);
        requireMinutes(head, divided);
        return assemble(stripped, tied, divided, head, wrapping, places);
    }

    /** Our own pages set little space between a sub-heading and its text, which tools show as none. */
    private static List<Line> loosened(List<Line> source, OwnWords.Left left) {
        List<Line> whole = left.found() ? RaisedNotes.withCallsInLine(left.lines()) : left.lines();
        if (TightText.is(source)) {
            return TightText.loosened(OwnAttendance.joined(whole));
        }
        if (!left.found()) {
            return whole;
        }
        List<Line> lines = OwnAttendance.joined(whole);
        return TightText.withSubheadingsApart(KeptGaps.areIn(source) ? KeptGaps.marked(lines) : lines);
    }

    /** Where no numbers tell matters, cells of tables that our pages left in lines of their own are no headings of matters. */
    private List<TextBlock> blocks(List<Line> lines) {
        List<TextBlock> blocks = TextBlock.of(lines);
        boolean numbered =
                lines.stream().anyMatch(line -> Headline.of(line.text()).isPresent());
        return own && !numbered ? CellsApart.joined(blocks) : blocks;
    }

    /** A text without a single matter, person or fact of a meeting is something else than minutes. */
    private void requireMinutes(HeadReader head, Outline.Divided divided) {
        boolean nothing = divided.sections().isEmpty()
                && head.facts().attendance().names().isEmpty()
                && head.facts().meeting().date() == null
                && head.facts().identity().kind() == null;
        if (nothing) {
            throw wording.refusal("import.no-minutes");
        }
    }

    private ImportedDraft assemble(
            PageFurniture.Stripped stripped,
            FootnoteTies.Tied tied,
            Outline.Divided divided,
            HeadReader head,
            Wrapping wrapping,
            OwnSignatures places) {
        var signatures = new SignatureReader(
                head.facts().names(), head.facts().attendance().roles());
        signatures.read(places);
        signatures.read(head.signatures());
        List<TextBlock> afterCover = signatures.unread();
        boolean signedFirst = signatures.namesAnybody() && !places.areLast();
        signatures.read(AdjustmentLines.takenFrom(divided.signatures(), head.facts()));
        List<Signatory> signatories = Signatories.complete(signatures.signatories(), head.facts());
        var coming = new ComingMeetings(head.facts().meeting().date(), own);
        var attachments = new AttachmentList();
        List<Item> items = items(head, divided, afterCover, signatures, coming, attachments, wrapping);
        List<Integer> numbers =
                items.stream().map(Item::number).filter(Objects::nonNull).toList();
        int first = numbers.isEmpty() ? 1 : numbers.get(0);
        int last = numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1);
        List<Attendee> attendees = head.facts().attendance().attendees(signatories, first, last);
        String body = body(head, coming);
        Draft.Meeting meeting = meeting(head, divided.year(), attendees);
        var draft = new Draft(
                head.facts().identity().association(),
                kind(head, numbers),
                head.facts().identity().title(),
                head.facts().identity().subtitle(),
                body,
                head.facts().caseNumber(),
                header(stripped, wrapping, head.facts(), body, meeting),
                footer(stripped),
                meeting,
                NumberingForm.of(
                        numbers,
                        divided.spaced(),
                        head.facts().paragraphs(),
                        head.facts().identity().number(),
                        !items.isEmpty()),
                attendees,
                items,
                tied.notes(),
                attachments.attachments(),
                coming.meetings(),
                head.facts().adjustment().date(),
                head.facts().adjustment().start(),
                head.facts().adjustment().place(),
                isAdjustedAtOnce(head, items) ? true : null,
                signatories,
                LayoutForm.of(
                        place(signedFirst, signatures),
                        attendees,
                        head.hasTable(),
                        !tied.notes().isEmpty()));
        new ImportFindings(findings).look(draft, stripped, tied, head, signatures);
        return new ImportedDraft(draft, findings.remarks());
    }

    private List<Item> items(
            HeadReader head,
            Outline.Divided divided,
            List<TextBlock> afterCover,
            SignatureReader signatures,
            ComingMeetings coming,
            AttachmentList attachments,
            Wrapping wrapping) {
        var sections = new ArrayList<Section>();
        if (!head.facts().unread().isEmpty()) {
            sections.add(new Section(null, null, paragraphs(head.facts().unread())));
        }
        if (!afterCover.isEmpty()) {
            sections.add(new Section(null, null, afterCover));
        }
        Notice.sections(head.notice()).forEach(sections::add);
        sections.addAll(divided.sections());
        List<TextBlock> afterEnd = signatures
                .unread()
                .subList(afterCover.size(), signatures.unread().size());
        if (!afterEnd.isEmpty()) {
            sections.add(new Section(null, null, afterEnd));
        }
        var items = new ArrayList<Item>();
        var speakers = new Speakers(head.facts().attendance());
        for (Section section : sections) {
            Section rest =
                    AdjustmentLines.takenFrom(attachments.takenFrom(coming.read(section), wrapping), head.facts());
            boolean nothingLeft = rest.blocks().isEmpty() && rest.number() == null && rest.heading() == null;
            if (!nothingLeft) {
                items.add(ItemReader.read(rest, wrapping, findings, "/items/" + items.size(), speakers, own));
            }
        }
        head.facts().adjournments().readFrom(items);
        return AdjustedAtOnce.marked(items, head.facts().adjustedAtOnce());
    }

    private static boolean isAdjustedAtOnce(HeadReader head, List<Item> items) {
        return head.facts().allAdjustedAtOnce() || AdjustedAtOnce.saidIn(items).all();
    }

    private static List<TextBlock> paragraphs(List<String> texts) {
        return texts.stream()
                .map(t -> new TextBlock(List.of(Line.of(t)), 1, false, false))
                .toList();
    }

    private static @Nullable MinutesKind kind(HeadReader head, List<Integer> numbers) {
        MinutesKind kind = head.facts().identity().kind();
        return kind == null && !numbers.isEmpty() ? MinutesKind.PROTOCOL : kind;
    }

    /** The body as the title says it, or as the word for its next meeting does: "Nästa styrelsemöte". */
    private static @Nullable String body(HeadReader head, ComingMeetings coming) {
        String body = head.facts().identity().body();
        boolean board = coming.meetings().stream()
                .anyMatch(m -> String.valueOf(m.text())
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith("nästa styrelsemöte"));
        return body == null && board ? "styrelse" : body;
    }

    private static @Nullable SignaturePlace place(boolean first, SignatureReader signatures) {
        if (first) {
            return SignaturePlace.FIRST;
        }
        return signatures.namesAnybody() ? SignaturePlace.LAST : null;
    }

    /** The text that stood at the head of the pages, line by line; one that was broken in two ways counts once. */
    private static @Nullable String header(
            PageFurniture.Stripped stripped,
            Wrapping wrapping,
            HeadFacts facts,
            @Nullable String body,
            Draft.@Nullable Meeting meeting) {
        return Letterhead.of(
                stripped.headers().stream().flatMap(block -> HeadLines.joined(block, wrapping).texts().stream()),
                facts.identity().title(),
                body,
                facts.caseNumber(),
                meeting);
    }

    private static @Nullable String footer(PageFurniture.Stripped stripped) {
        String footer = stripped.footers().stream().collect(Collectors.joining(" · "));
        return footer.isEmpty() ? null : footer;
    }

    private static Draft.@Nullable Meeting meeting(
            HeadReader head, @Nullable Integer yearOfItems, List<Attendee> attendees) {
        List<Attendee> present = attendees.stream()
                .filter(a -> a.status() == Draft.AttendanceStatus.PRESENT)
                .toList();
        boolean some = present.stream().anyMatch(a -> Boolean.TRUE.equals(a.remote()));
        boolean all = some && present.stream().allMatch(a -> Boolean.TRUE.equals(a.remote()));
        MeetingFacts facts = head.facts().meeting();
        var meeting = new Draft.Meeting(
                head.facts().identity().number(),
                year(head.facts().identity(), yearOfItems),
                facts.date(),
                facts.start(),
                facts.end(),
                facts.place(),
                facts.mode(some, all),
                head.facts().bodySize(),
                head.facts().remoteDecision(),
                head.facts().adjournments().all());
        return meeting.equals(new Draft.Meeting(null, null, null, null, null, null, null)) ? null : meeting;
    }

    /** The year beside the meeting's number, as the head writes it or the numbers of the matters do. */
    private static @Nullable Integer year(Identity identity, @Nullable Integer ofItems) {
        return identity.year() == null && identity.number() != null ? ofItems : identity.year();
    }
}
