package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;

/** What the labels in the head of minutes say: whose they are, when and where, who adjusts, which §§. */
final class HeadFacts {

    private final Identity identity = new Identity();
    private final MeetingFacts meeting = new MeetingFacts();
    private final MeetingFacts adjustment = new MeetingFacts();
    private final Adjournments adjournments = new Adjournments();
    private final Set<Integer> adjustedAtOnce = new TreeSet<>();
    private boolean allAdjustedAtOnce;
    private final Attendance attendance = new Attendance();
    private final List<Person> adjusters = new ArrayList<>();
    private final List<Person> secretaries = new ArrayList<>();
    private final List<Person> chairs = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private @Nullable String caseNumber;
    private @Nullable String paragraphs;
    private @Nullable Integer bodySize;
    private @Nullable String remoteDecision;
    private @Nullable String adjusterLabel;

    /** Takes in what stands after a label; what is no such fact is kept as text. */
    void assign(HeadLabel.Found found) {
        if (!read(found)) {
            unread.add(found.written().isEmpty() ? found.value() : found.written() + ": " + found.value());
        }
    }

    private boolean read(HeadLabel.Found found) {
        String value = found.value();
        return switch (found.label()) {
            case DATE -> readWhen(value);
            case TIME -> readWhen(value.matches("\\d{1,2}[.:]\\d{2}") ? "kl. " + value : value);
            case PLACE_AND_TIME -> readPlaceAndWhen(value);
            case PLACE -> {
                meeting.readPlace(value);
                yield true;
            }
            case CASE_NUMBER -> readCaseNumber(value);
            case NUMBER, SESSION -> {
                identity.readTitleLabel(found.written());
                yield identity.readNumber(value)
                        || identity.readNumberThenBody(value)
                        || identity.read(found.written() + " " + value);
            }
            case MODE -> {
                meeting.readMode(value);
                yield true;
            }
            case MEMBERS -> {
                bodySize = Integer.valueOf(value);
                yield true;
            }
            case REMOTE_DECISION -> {
                remoteDecision = value;
                yield true;
            }
            case BODY -> identity.readBodyLabel(value);
            case PARAGRAPHS -> readParagraphs(value);
            case ADJUSTER -> readAdjusters(found);
            case SECRETARY -> readSecretary(found);
            case ADJUSTMENT, ADJUSTMENT_PLACE -> readAdjustment(value);
            case ADJOURNMENT -> adjournments.read(value);
            case IMMEDIATE_ADJUSTMENT -> readImmediateAdjustment(value);
            case SIGNATURES, PART -> false;
        };
    }

    /** Takes the meeting's date and time; what is left over is kept as text. */
    boolean readWhen(String value) {
        String left = meeting.readWhen(value);
        if (left.equals(value)) {
            return false;
        }
        if (!left.isEmpty() && !identity.read(left)) {
            unread.add(left);
        }
        return true;
    }

    boolean readPlaceAndWhen(String value) {
        String left = meeting.readPlaceAndWhen(value);
        if (!left.isEmpty() && !adjournments.read(left)) {
            unread.add(left);
        }
        return true;
    }

    private boolean readCaseNumber(String value) {
        if (caseNumber != null && !caseNumber.equals(value)) {
            return false;
        }
        caseNumber = value;
        return true;
    }

    /** The number of the minutes in the register, which stands there without a label. */
    boolean readCode(String code) {
        return readCaseNumber(code);
    }

    private boolean readParagraphs(String value) {
        if (!HeadLabel.PARAGRAPHS.accepts(value)) {
            return false;
        }
        paragraphs = value;
        return true;
    }

    private boolean readAdjusters(HeadLabel.Found found) {
        boolean read = readPersons(found.value(), adjusters);
        if (read && SignatureForm.label(found.written()).isPresent()) {
            adjusterLabel = found.written();
        }
        return read;
    }

    /** Day, time and place of the adjustment; false if the text says anything besides, or another day. */
    boolean readAdjustment(String value) {
        var read = new MeetingFacts();
        String left = read.readPlaceAndWhen(value);
        boolean known = (read.date() != null && adjustment.date() != null)
                || (read.start() != null && adjustment.start() != null)
                || (read.place() != null && adjustment.place() != null);
        if (!left.isEmpty() || read.end() != null || known) {
            return false;
        }
        adjustment.readPlaceAndWhen(value);
        return true;
    }

    private boolean readImmediateAdjustment(String value) {
        ImmediateAdjustment found = ImmediateAdjustment.ofFact(value).orElse(null);
        if (found == null) {
            return false;
        }
        allAdjustedAtOnce |= found.all();
        adjustedAtOnce.addAll(found.numbers());
        return true;
    }

    private boolean readSecretary(HeadLabel.Found found) {
        boolean read = readPersons(found.value(), secretaries);
        if (read) {
            secretaries.forEach(p -> attendance.add(p, found.written(), AttendeeRole.SECRETARY));
        }
        return read;
    }

    /** Who adjusts with whom, and who kept the minutes, where sentences say so. */
    void sign(List<Person> asChair, List<Person> asAdjusters, List<Person> asSecretaries) {
        chairs.addAll(asChair);
        adjusters.addAll(asAdjusters);
        secretaries.addAll(asSecretaries);
        asSecretaries.forEach(p -> attendance.add(p, "Sekreterare", AttendeeRole.SECRETARY));
    }

    private static boolean readPersons(String value, List<Person> persons) {
        People people = People.of(value);
        persons.addAll(people.all());
        return !people.all().isEmpty() && people.unread().isEmpty();
    }

    /** Keeps a text that says nothing that is known here. */
    void keep(String text) {
        unread.add(text);
    }

    Identity identity() {
        return identity;
    }

    MeetingFacts meeting() {
        return meeting;
    }

    Attendance attendance() {
        return attendance;
    }

    List<Person> adjusters() {
        return List.copyOf(adjusters);
    }

    List<Person> secretaries() {
        return List.copyOf(secretaries);
    }

    /** Everybody whom the head names. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(attendance.names());
        adjusters.forEach(p -> names.add(p.name()));
        return names;
    }

    /** Whoever adjusts as chair, where a sentence says so. */
    List<Person> chairs() {
        return List.copyOf(chairs);
    }

    /** The decision that lets members attend at a distance, as written. */
    @Nullable
    String remoteDecision() {
        return remoteDecision;
    }

    /** How many members the body has, where the head says so. */
    @Nullable
    Integer bodySize() {
        return bodySize;
    }

    /** When and where the minutes are adjusted. */
    MeetingFacts adjustment() {
        return adjustment;
    }

    Adjournments adjournments() {
        return adjournments;
    }

    /** The numbers of the matters that the head says were adjusted at the meeting. */
    Set<Integer> adjustedAtOnce() {
        return Set.copyOf(adjustedAtOnce);
    }

    /** Whether the head says that all was adjusted at the meeting. */
    boolean allAdjustedAtOnce() {
        return allAdjustedAtOnce;
    }

    /** What stands before the adjusters' names, if it can stand above their signatures: "Justerare". */
    @Nullable
    String adjusterLabel() {
        return adjusterLabel;
    }

    List<String> unread() {
        return List.copyOf(unread);
    }

    @Nullable
    String caseNumber() {
        return caseNumber;
    }

    @Nullable
    String paragraphs() {
        return paragraphs;
    }
}
