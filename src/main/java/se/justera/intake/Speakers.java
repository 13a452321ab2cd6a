package se.justera.intake;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who did something by the words of a matter: "Bo Ask (M) och Eva Öst (C)", and nobody else in the phrase. */
final class Speakers {

    /** "Bo Ask (M): avslag": somebody, and what they say. */
    static final Pattern LABELLED = Pattern.compile("(?u)(?<by>\\p{Lu}.{2,200}?): (?<text>\\S.*)");

    private static final int LONGEST = 400;

    private final Set<String> known;

    /** @param attending the names of the attendance, where people's parties stand */
    Speakers(Set<String> attending) {
        this.known = Set.copyOf(attending);
    }

    /** The people of a phrase that names people and nothing else; empty for any other phrase. */
    List<String> in(String phrase) {
        String text = phrase.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        if (known.contains(text)) {
            return List.of(text);
        }
        People people = People.of(text);
        return people.unread().isEmpty()
                ? people.all().stream().map(this::written).toList()
                : List.of();
    }

    /** The name alone where the attendance says the rest of them, else with what stands beside it. */
    private String written(Person person) {
        String described = person.description();
        return described == null || known.contains(person.name())
                ? person.name()
                : person.name() + " (" + described + ")";
    }
}
