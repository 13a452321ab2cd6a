package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Adds to those in the places for signatures the secretary and the adjusters whom the head names. */
final class Signatories {

    private Signatories() {}

    static List<Signatory> complete(List<Signatory> signing, HeadFacts head) {
        var all = new ArrayList<>(signing);
        boolean secretary = all.stream().anyMatch(s -> s.role() == SignatoryRole.SECRETARY);
        if (!secretary) {
            head.secretaries().stream().limit(1).forEach(p -> add(all, 0, p, SignatoryRole.SECRETARY, p.title(), null));
        }
        if (all.stream().noneMatch(s -> s.role() == SignatoryRole.CHAIR)) {
            head.chairs().forEach(p -> add(all, all.size(), p, SignatoryRole.CHAIR, p.title(), null));
        }
        Set<String> attending = head.attendance().names();
        for (Person p : head.adjusters()) {
            String description = attending.contains(p.name()) ? p.title() : p.description();
            add(all, all.size(), p, SignatoryRole.ADJUSTER, description, head.adjusterLabel());
        }
        return List.copyOf(all);
    }

    private static void add(
            List<Signatory> all,
            int index,
            Person person,
            SignatoryRole role,
            @Nullable String description,
            @Nullable String label) {
        boolean signs = all.stream().anyMatch(s -> person.name().equals(s.name()));
        if (!signs) {
            all.add(index, new Signatory(person.name(), role, description, label, null));
        }
    }
}
