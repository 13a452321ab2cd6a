package se.justera.kernel;

import java.util.UUID;

/** An association: every row belongs to one, nobody sees another's data. */
public record TenantId(UUID value) {

    /** @throws IllegalArgumentException if the text is no UUID */
    public static TenantId parse(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
