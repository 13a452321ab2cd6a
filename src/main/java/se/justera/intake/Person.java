package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.AttendeeRole;

/** What a list of people says about one of them, gathered while the list is read. */
final class Person {

    private static final Set<String> PARTIES = Set.of("S", "M", "C", "L", "V", "KD", "MP", "SD", "FP", "FI", "F!");
    private static final Pattern REMOTE = Pattern.compile(
            "(?iu)(?:deltog |deltar |närvarade )?(?:digitalt?|på distans|distans|via .{2,30}|på länk|teams|zoom|skype|telefon)");
    private static final Pattern ONLY_SERVING = Pattern.compile("(?iu)(?:ej |icke )?(?:tjg\\.?|tjänstgörande)");
    /** What the role and that somebody serves say already, before the name of the one who is replaced. */
    private static final Pattern SERVES =
            Pattern.compile("(?iu)^(?:tjänstgör(?:ande)?|tjg\\.?)(?: (?:ersättare|ers\\.?))?(?: för)? (?=\\p{Lu})");

    private static final Pattern STATUS = Pattern.compile(
            "(?iu)närvarande|frånvarande|(?:anmält|meddelat|anmäld|lämnat) (?:förhinder|frånvaro)|förhindrad|förhinder|ej närvarande");
    private static final Pattern SERVING = Pattern.compile("(?iu)(?:ej |icke )?(?:tjg\\.?|tjänstgörande).{0,60}");

    /** What is said beside a name without being an office: elected people's titles, why somebody left. */
    private static final Pattern NO_OFFICE = Pattern.compile(
            "(?iu)(?:kommunal|region|oppositions|landstings|borgar)råd|(?:på grund av |pga |p\\.g\\.a\\. )?jäv(?:ig)?"
                    + "|anlände .{1,40}|lämnade .{1,40}|ankom .{1,40}");

    private static final Pattern REASON = Pattern.compile("(?iu)(?:på grund av|pga\\.?|p\\.g\\.a\\.) .{2,60}");

    private static final Pattern YES_OR_NO = Pattern.compile("(?iu)ja|nej");

    private final String name;
    private final List<String> titles = new ArrayList<>();
    private final List<String> represents = new ArrayList<>();
    private final List<List<Integer>> presentFor = new ArrayList<>();
    private final List<List<Integer>> awayFor = new ArrayList<>();
    private final List<String> points = new ArrayList<>();
    private @Nullable AttendeeRole role;
    private @Nullable String party;
    private boolean remote;
    private int notes;
    private int answers;
    private @Nullable AttendanceStatus status;
    private @Nullable String abbreviation;
    private @Nullable Boolean serving;

    Person(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    @Nullable
    AttendeeRole role() {
        return role;
    }

    @Nullable
    String party() {
        return party;
    }

    boolean remote() {
        return remote;
    }

    @Nullable
    String title() {
        return titles.isEmpty() ? null : String.join(", ", titles);
    }

    /** The same with points of the agenda, where they are none of the meeting's §§. */
    @Nullable
    String title(int first) {
        if (!countsPoints(first)) {
            return title();
        }
        var all = new ArrayList<>(titles);
        all.addAll(points);
        return String.join(", ", all);
    }

    @Nullable
    String represents() {
        return represents.isEmpty() ? abbreviation : String.join(", ", represents);
    }

    /** The organisation's abbreviation, where one is given. */
    @Nullable
    String abbreviation() {
        return abbreviation;
    }

    /** Whether somebody was there, where the line about them says so and not only its heading. */
    @Nullable
    AttendanceStatus status() {
        return status;
    }

    /** Takes in whether somebody was there, where another list than the one with the name says so. */
    void was(AttendanceStatus said) {
        status = said;
    }

    /** Whether a substitute is said to have served. */
    @Nullable
    Boolean serving() {
        return serving;
    }

    /** All that is said beside the name, where there is only one place for it. */
    @Nullable
    String description() {
        var parts = new ArrayList<>(titles);
        parts.addAll(represents);
        if (represents.isEmpty() && abbreviation != null) {
            parts.add(abbreviation);
        }
        if (party != null) {
            parts.add(party);
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    /** Whether all that is said beside another's name is said beside this one's too. */
    boolean isAlso(Person said) {
        return (said.party == null || said.party.equalsIgnoreCase(String.valueOf(party)))
                && (said.abbreviation == null || said.abbreviation.equals(abbreviation))
                && titles.containsAll(said.titles)
                && represents.containsAll(said.represents);
    }

    /** For which §§ of the meeting's, where it was not all. */
    List<List<Integer>> presentFor(int first, int last) {
        if (countsPoints(first)) {
            return List.of();
        }
        return awayFor.isEmpty() ? Presence.closed(presentFor, first, last) : Presence.without(awayFor, first, last);
    }

    /** "punkt 5" of a meeting whose first § is 21. */
    private boolean countsPoints(int first) {
        return !points.isEmpty()
                && Stream.concat(presentFor.stream(), awayFor.stream())
                        .flatMap(List::stream)
                        .allMatch(number -> number < first);
    }

    boolean hasRole() {
        return role != null;
    }

    static boolean isParty(String text) {
        return PARTIES.contains(text.toUpperCase(Locale.ROOT));
    }

    /** True for "på grund av jäv", which says why somebody was away and nothing without the §§ before it. */
    static boolean isReason(String phrase) {
        return REASON.matcher(phrase).matches();
    }

    /** True for words that say whether or how somebody was there: "deltar på distans", "anmält förhinder". */
    static boolean isPresence(String phrase) {
        return REMOTE.matcher(phrase).matches()
                || STATUS.matcher(phrase).matches()
                || SERVING.matcher(phrase).matches();
    }

    /** Takes in an office of the attendance; one that the role does not wholly say stays as title too. */
    void hold(String office, AttendeeRole as) {
        if (role == null || (role == AttendeeRole.OFFICER && as == AttendeeRole.SECRETARY)) {
            role = as;
        }
        boolean says = as == AttendeeRole.SUBSTITUTE && Serving.in(office).isPresent();
        serving = says ? Serving.in(office).orElse(null) : serving;
        boolean onlyThat = says
                && (Offices.isOffice(office) || ONLY_SERVING.matcher(office).matches());
        if (role != as || (Offices.saysMoreThanRole(office, as) && !onlyThat)) {
            titles.add(office);
        }
    }

    void serveInPlace(String of) {
        Presence presence = Presence.in(of);
        attend(presence);
        String whom = (of.substring(0, presence.from()) + " " + of.substring(presence.to())).strip();
        note(SERVES.matcher(whom).replaceFirst("för "));
        Boolean served = Serving.in(of).orElse(Serving.replaces(of) ? Boolean.TRUE : null);
        if (served != null) {
            hold("ersättare", AttendeeRole.SUBSTITUTE);
            serving = served;
        }
    }

    /** Takes in why somebody was away, with its §§ as written: "ej § 84 på grund av jäv". */
    void note(String text) {
        titles.add(text);
        notes++;
    }

    /** True where the title is an office, and not only in whose place somebody serves or why they left. */
    boolean hasTitle() {
        return titles.size() > notes;
    }

    void attend(Presence presence) {
        (presence.away() ? awayFor : presentFor).addAll(presence.ranges());
        if (!presence.points().isEmpty()) {
            points.add(presence.points());
        }
    }

    /** Takes in a phrase beside the name, in brackets or between commas. */
    void describe(String written) {
        String phrase = written.strip();
        if (phrase.isEmpty()) {
            return;
        }
        if (YES_OR_NO.matcher(phrase).matches()) {
            answer(phrase.equalsIgnoreCase("ja"));
        } else if (party == null && isParty(phrase)) {
            party = phrase;
        } else if (REMOTE.matcher(phrase).matches()) {
            remote = true;
        } else if (status == null && STATUS.matcher(phrase).matches()) {
            status = Group.status(phrase.toLowerCase(Locale.ROOT));
        } else if (Offices.role(phrase).isPresent()) {
            Offices.role(phrase).ifPresent(r -> hold(phrase, r));
        } else if (SERVING.matcher(phrase).matches()) {
            hold(phrase, AttendeeRole.SUBSTITUTE);
        } else if (NO_OFFICE.matcher(phrase).matches()) {
            note(phrase);
        } else if (describesOfficeAndOrganisation(phrase)) {
            return;
        } else if (Character.isLowerCase(phrase.codePointAt(0)) && !Organisations.isOrganisation(phrase)) {
            titles.add(phrase);
        } else if (abbreviation == null && Organisations.isAbbreviation(phrase)) {
            abbreviation = phrase;
        } else {
            represents.add(phrase);
        }
    }

    /** "Ja" or "Nej" in the columns for whether somebody was there and whether they served. */
    private void answer(boolean yes) {
        if (answers == 0 && !yes) {
            status = AttendanceStatus.ABSENT;
        } else if (answers == 1) {
            serving = yes;
        }
        answers++;
    }

    /** "ordförande Strandby kommun": an office and whose it is, with no comma between. */
    private boolean describesOfficeAndOrganisation(String phrase) {
        for (int space = phrase.lastIndexOf(' '); space > 0; space = phrase.lastIndexOf(' ', space - 1)) {
            String office = phrase.substring(0, space);
            String rest = phrase.substring(space + 1);
            AttendeeRole as = Offices.role(office).orElse(null);
            if (as != null && Character.isUpperCase(rest.codePointAt(0)) && Organisations.isOrganisation(rest)) {
                hold(office, as);
                describe(rest);
                return true;
            }
        }
        return false;
    }
}
