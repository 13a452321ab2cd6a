package se.justera.notice.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.justera.association.Association;

/** The last part of a board's address: the association's name as it can be typed, or its id where two share that. */
final class BoardAddress {

    private BoardAddress() {}

    static String of(Association association, List<Association> all) {
        String name = plain(association.name());
        boolean shared = all.stream()
                .anyMatch(other -> !other.id().equals(association.id())
                        && plain(other.name()).equals(name));
        return shared || name.isEmpty() ? association.id().toString() : name;
    }

    static Optional<Association> find(String typed, List<Association> all) {
        return all.stream()
                .filter(association -> of(association, all).equals(typed.toLowerCase(Locale.ROOT))
                        || association.id().toString().equals(typed))
                .findFirst();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
