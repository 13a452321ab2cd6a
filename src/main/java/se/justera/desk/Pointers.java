package se.justera.desk;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;

/** Where in a JSON text something did not fit, as a JSON pointer (RFC 6901). */
final class Pointers {

    private Pointers() {}

    static String to(DatabindException mismatch) {
        return mismatch.getPath().stream().map(Pointers::step).collect(Collectors.joining());
    }

    private static String step(Reference reference) {
        String name = reference.getPropertyName();
        return "/"
                + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
}
