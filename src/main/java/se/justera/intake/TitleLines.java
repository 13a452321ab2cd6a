package se.justera.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines without labels that say whose minutes these are and of what day. */
final class TitleLines {

    private static final Pattern TWO_FACTS = Pattern.compile("(?iu)(?<first>.{3,60}?) "
            + "(?<second>(?:sammanträdesdatum|mötesdatum|datum|dnr|diarienummer|protokollsnummer)\\b.{0,60})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?iu)(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? ?,? (?:den )?|den )\\d{1,2}\\b.*"
                    + "|\\d{4}-\\d{2}-\\d{2},? (?:kl\\b|klockan).*");

    private static final Pattern WEEKDAY_AT_END =
            Pattern.compile("(?iu)[ ,]{1,3}(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?[ ,]*$");

    private static final Pattern MEETING_OF_DAY =
            Pattern.compile("(?iu)(?:ordinarie |extra )?(?:sammanträde|möte)(?: den)? (?<when>.{6,60})");

    /** "SFN-2026:3", under which the minutes are registered. */
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{2,8}[ -]?(?:19|20)\\d{2} ?[:/-] ?\\d{1,5}");

    private final HeadFacts facts;
    private final Identity identity;
    private final MeetingFacts meeting;

    TitleLines(HeadFacts facts) {
        this.facts = facts;
        this.identity = facts.identity();
        this.meeting = facts.meeting();
    }

    /** What stands on every page says whose minutes these are, or says nothing that is missed. */
    void readPageHeader(TextBlock header, Wrapping wrapping) {
        HeadLabel.Found waiting = null;
        for (String line : HeadLines.joined(header, wrapping).texts()) {
            for (String text : SignatureReader.COLUMNS.splitAsStream(line).toList()) {
                HeadLabel.Found label = HeadLabel.in(text).orElse(null);
                if (label != null && !label.value().isEmpty()) {
                    facts.assign(label);
                } else if (label != null) {
                    waiting = label;
                } else if (waiting != null && waiting.label().accepts(text)) {
                    facts.assign(new HeadLabel.Found(waiting.label(), waiting.written(), text));
                    waiting = null;
                } else if (!PageNumber.is(text) && !readIdentity(text) && !identity.readOwner(text)) {
                    readDayOfHeader(text);
                }
            }
        }
    }

    /** The day or the code of the minutes alone at the head of pages, which the text may not say again. */
    private void readDayOfHeader(String text) {
        if (CODE.matcher(text).matches()) {
            facts.readCode(text);
            return;
        }
        boolean day = text.length() < 40
                && meeting.date() == null
                && Dates.first(text).isPresent();
        if (day && MeetingFacts.isFiller(new MeetingFacts().readWhen(text))) {
            meeting.readWhen(text);
        }
    }

    boolean read(String line) {
        return readIdentity(line)
                || (line.length() < 200 && readIdentity(PageNumber.without(line)))
                || readTwoFacts(line)
                || (CODE.matcher(line).matches() && facts.readCode(line));
    }

    private boolean readIdentity(String line) {
        return identity.read(withoutDate(line)) || identity.read(line);
    }

    /** "Styrelsen Sammanträdesdatum 2022-06-13", whose gap was lost; the date may stand elsewhere. */
    private boolean readTwoFacts(String line) {
        Matcher m = TWO_FACTS.matcher(line);
        HeadLabel.Found second = m.matches() ? HeadLabel.in(m.group("second")).orElse(null) : null;
        if (second == null || !identity.read(m.group("first"))) {
            return false;
        }
        if (!second.value().isEmpty()) {
            facts.assign(second);
        }
        return true;
    }

    /** A title with its meeting's date in it: "Protokoll styrelsemöte 2022-06-13". */
    private String withoutDate(String line) {
        Dates.Found found = line.length() < 300 ? Dates.first(line).orElse(null) : null;
        if (found == null) {
            return "";
        }
        String front = line.substring(0, found.from()).replaceFirst("(?iu)[ ,(-]*(?:den)? *$", "");
        String back = line.substring(found.to()).replaceFirst("^[ ,)]+", "");
        String rest = (front + " " + back).strip();
        String before = titleBefore(line, front, found);
        if (!before.isEmpty() || !new Identity().read(rest)) {
            return before;
        }
        meeting.readWhen(found.date().toString());
        return rest;
    }

    /** "Protokoll fört vid styrelsens möte den 3 maj 2024, kl 9-12, Folkets hus": what follows the title is when and where. */
    private String titleBefore(String line, String front, Dates.Found found) {
        String title = WEEKDAY_AT_END.matcher(front).replaceFirst("");
        boolean more = line.substring(found.to()).matches("(?iu),? ?(?:kl\\b|klockan).*");
        if (!more || meeting.date() != null || !new Identity().read(title)) {
            return "";
        }
        facts.readPlaceAndWhen(line.substring(found.from()));
        return title;
    }

    /** "Kommunstyrelsen        Sammanträdesdatum": facts and labels beside each other; empty for any other line. */
    List<String> labelsBesideIdentity(String line) {
        List<String> cells = SignatureReader.COLUMNS.splitAsStream(line).toList();
        boolean labels = cells.size() > 1
                && cells.stream()
                        .skip(1)
                        .allMatch(c ->
                                HeadLabel.in(c).isPresent() || Dates.first(c).isPresent())
                && identity.read(cells.get(0));
        if (cells.size() > 1 && !labels && cells.stream().allMatch(this::isOfHeader)) {
            cells.stream().filter(c -> !PageNumber.is(c)).forEach(this::readOfHeader);
            return List.of("");
        }
        return labels ? cells.subList(1, cells.size()) : List.of();
    }

    /** Whose minutes, of what body and kind, of what day, on which page: what the head of a page says in a row. */
    private boolean isOfHeader(String cell) {
        return PageNumber.is(cell)
                || MeetingBody.is(cell)
                || IdentityForm.TITLE.matcher(cell).matches()
                || AssociationReader.isOwner(cell)
                || MeetingFacts.isFiller(new MeetingFacts().readWhen(cell));
    }

    private void readOfHeader(String cell) {
        if (!identity.read(cell) && !identity.readOwner(cell) && !readBareWhen(cell)) {
            facts.keep(cell);
        }
    }

    /** True for a line that begins with the day of a meeting. */
    static boolean isDay(String line) {
        return line.length() < 120 && DAY_FIRST.matcher(line).matches();
    }

    /** "tisdagen den 12 mars 2024 kl. 09.00 i Brandstationen": a day, perhaps with a time and a place after it. */
    boolean readBareWhen(String line) {
        if (meeting.date() != null && line.equals(meeting.date().toString())) {
            return true;
        }
        if (line.length() >= 120 || meeting.date() != null || Dates.first(line).isEmpty()) {
            return false;
        }
        if (DAY_FIRST.matcher(line).matches()) {
            return facts.readPlaceAndWhen(line);
        }
        Matcher named = MEETING_OF_DAY.matcher(line);
        if (named.matches()) {
            return readBareWhen(named.group("when"));
        }
        return MeetingFacts.isFiller(new MeetingFacts().readWhen(line)) && facts.readWhen(line);
    }

    /** The first line of a head that names nobody else. */
    boolean readUnknownName(String line) {
        return identity.association() == null && facts.unread().isEmpty() && identity.readUnknownName(line);
    }
}
