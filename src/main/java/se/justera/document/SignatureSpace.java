package se.justera.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Signatory;

/**
 * The printed place of one person's signature and the empty signature field in it.
 *
 * @param fieldName the partial name of the PDF signature field, e.g. {@code sig_1}
 * @param name the person as printed
 * @param roles how they sign, in Swedish as printed: "Vid protokollet", "Ordförande", "Justerare"
 * @param title another office they hold, as written in the draft
 */
public record SignatureSpace(
        String fieldName,
        String name,
        List<String> roles,
        @Nullable String title) {

    public SignatureSpace {
        if (fieldName.isEmpty() || fieldName.contains(".")) {
            throw new IllegalArgumentException("a partial field name has no full stop (ISO 32000-1, 12.7.3.2)");
        }
        roles = List.copyOf(roles);
    }

    /** One space per person who signs, in the order of the draft; who signs in two roles signs once. */
    public static List<SignatureSpace> allOf(Draft draft) {
        Map<String, List<Signatory>> people = new LinkedHashMap<>();
        for (Signatory signatory : draft.signatories()) {
            String name = signatory.name() == null ? "" : signatory.name().strip();
            String person = name.isEmpty() ? "?" + people.size() : name;
            people.computeIfAbsent(person, p -> new ArrayList<>()).add(signatory);
        }
        var spaces = new ArrayList<SignatureSpace>();
        people.forEach(
                (person, capacities) -> spaces.add(of(SignatureFields.ofSignatory(spaces.size() + 1), capacities)));
        return List.copyOf(spaces);
    }

    private static SignatureSpace of(String fieldName, List<Signatory> capacities) {
        Labels swedish = Labels.in(Labels.SWEDISH);
        List<String> roles = capacities.stream()
                .map(Signatory::role)
                .filter(role -> role != null)
                .distinct()
                .map(swedish::of)
                .toList();
        String title = capacities.stream()
                .map(Signatory::title)
                .filter(t -> t != null && !t.isBlank())
                .map(String::strip)
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse(null);
        String name = capacities.get(0).name();
        return new SignatureSpace(fieldName, name == null ? "" : name.strip(), roles, title);
    }
}
