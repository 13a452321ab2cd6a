package se.justera.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.DraftJson;

/** One person, spelt two ways: among those who sign, or in the text. */
final class SpellingCheck implements DraftCheck {

    private static final Pattern FULL_NAME =
            Pattern.compile("(\\p{Lu}\\p{L}{1,30}) (\\p{Lu}\\p{L}{3,40})(?![\\p{L}-])");
    private static final Pattern NEXT_NAME = Pattern.compile(" (\\p{Lu}\\p{L}{3,40})(?![\\p{L}-])");
    private static final int MOST_NAMES = 200;

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        List<String> attending =
                names(draft.attendance().stream().map(Attendee::name)).toList();
        for (int i = 0; i < draft.signatories().size(); i++) {
            String name = draft.signatories().get(i).name();
            if (name != null && !attending.contains(name)) {
                String at = "/signatories/" + i + "/name";
                attending.stream()
                        .filter(other -> Spelling.isClose(name, other))
                        .findFirst()
                        .ifPresent(other -> findings.add(new Finding(at, "two-spellings", name, other)));
            }
        }
        findings.addAll(inList(attending, draft));
        findings.addAll(inTexts(draft, attending));
        return findings;
    }

    /** Two people in one list with one given name and nearly one surname. */
    private static List<Finding> inList(List<String> attending, Draft draft) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < Math.min(draft.attendance().size(), MOST_NAMES); i++) {
            String name = String.valueOf(draft.attendance().get(i).name());
            int at = i;
            attending.stream()
                    .limit(attending.indexOf(name) < 0 ? 0 : attending.indexOf(name))
                    .filter(other -> isSameGivenName(name, other) && Spelling.isClose(name, other))
                    .findFirst()
                    .ifPresent(other ->
                            findings.add(new Finding("/attendance/" + at + "/name", "two-spellings", name, other)));
        }
        return findings;
    }

    private static boolean isSameGivenName(String one, String other) {
        return one.split(" ", 2)[0].equals(other.split(" ", 2)[0]);
    }

    private static List<Finding> inTexts(Draft draft, List<String> attending) {
        Set<String> known = new LinkedHashSet<>(attending);
        names(draft.signatories().stream().map(Signatory::name)).forEach(known::add);
        var findings = new ArrayList<Finding>();
        if (known.size() > MOST_NAMES) {
            return findings;
        }
        Set<String> said = new HashSet<>();
        for (Map.Entry<String, String> text : DraftJson.texts(draft).entrySet()) {
            if (text.getKey().startsWith("/items/")) {
                Matcher name = FULL_NAME.matcher(text.getValue());
                while (name.find()) {
                    Matcher next = NEXT_NAME
                            .matcher(text.getValue())
                            .region(name.end(), text.getValue().length());
                    String written = name.group() + (next.lookingAt() ? next.group() : "");
                    find(name, known)
                            .or(() -> findLonger(name.group(), written, known))
                            .filter(other -> said.add(name.group() + other))
                            .ifPresent(other -> findings.add(new Finding(
                                    text.getKey(),
                                    "two-spellings",
                                    other.startsWith(name.group() + " ") ? written : name.group(),
                                    other)));
                }
            }
        }
        return findings;
    }

    private static Optional<String> find(Matcher name, Set<String> known) {
        String first = name.group(1);
        String last = name.group(2);
        boolean somebodyElse = known.stream()
                .anyMatch(k ->
                        k.equals(name.group()) || (k + "s").equals(name.group()) || k.startsWith(name.group() + " "));
        return somebodyElse
                ? Optional.empty()
                : known.stream()
                        .filter(k -> k.startsWith(first + " "))
                        .filter(k -> Spelling.isCloseSurname(last, k.substring(k.lastIndexOf(' ') + 1)))
                        .findFirst();
    }

    /** Of three names: "Karin Enkvist Bohlin" where there is a Karin Enkvist Bolin. */
    private static Optional<String> findLonger(String two, String written, Set<String> known) {
        return written.equals(two)
                ? Optional.empty()
                : known.stream()
                        .filter(k -> k.startsWith(two + " ") && !known.contains(written))
                        .filter(k -> Spelling.isCloseSurname(
                                written.substring(two.length() + 1), k.substring(two.length() + 1)))
                        .findFirst();
    }

    private static Stream<String> names(Stream<@Nullable String> names) {
        return names.filter(Objects::nonNull).map(String::valueOf).filter(n -> !n.isBlank());
    }
}
