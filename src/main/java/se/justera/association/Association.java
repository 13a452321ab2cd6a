package se.justera.association;

import org.jspecify.annotations.Nullable;
import se.justera.kernel.TenantId;

/** A coordination association: the tenant that everything belongs to. */
public record Association(
        TenantId id, String name, @Nullable String orgNumber) {}
