package se.justera.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Attendee;

/** People as the text of minutes names them: with the letter of the party that the attendance gives them, "Bo Ask (M)". */
record PartyLetters(Map<String, String> parties) {

    static final PartyLetters NONE = new PartyLetters(Map.of());

    /** Two people of one name have no letter. */
    static PartyLetters of(List<Attendee> attendance) {
        var parties = new HashMap<String, String>();
        attendance.forEach(attendee -> parties.merge(
                orEmpty(attendee.name()), orEmpty(attendee.party()), (one, other) -> one.equals(other) ? one : ""));
        return new PartyLetters(parties);
    }

    /** The name with the letter behind it; whatever else was written, as it is. */
    String with(@Nullable String name) {
        String party = parties.getOrDefault(orEmpty(name), "");
        return party.isEmpty() ? orEmpty(name) : orEmpty(name) + " (" + party + ")";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
