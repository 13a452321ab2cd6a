package se.justera.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.DraftJson;
import se.justera.minutes.Shortcomings;

/** The drafts that demo mode begins with, and addresses for people who have none. */
public final class DemoDrafts {

    private DemoDrafts() {}

    /** @param name of a file under {@code demo/drafts} without its ending */
    public static Draft read(String name) {
        try (InputStream in = new ClassPathResource("demo/drafts/" + name + ".json").getInputStream()) {
            return DraftJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same draft with an invented {@code .example} address for every signatory without one. */
    public static Draft withAddresses(Draft draft) {
        List<Signatory> reachable = draft.signatories().stream()
                .map(s -> Shortcomings.isAddress(s.email()) || s.name() == null
                        ? s
                        : new Signatory(s.name(), s.role(), s.title(), s.label(), address(s.name())))
                .toList();
        return draft.withSignatories(reachable);
    }

    /** {@code Åsa Öberg} becomes {@code asa.oberg@forbundet.example}. */
    public static String address(String name) {
        String plain = java.text.Normalizer.normalize(name.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9-]+", ".")
                .replaceAll("^[.-]+|[.-]+$", "");
        return (plain.isEmpty() ? "person" : plain) + "@forbundet.example";
    }
}
