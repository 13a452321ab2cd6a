package se.justera.access;

import java.util.Set;
import se.justera.kernel.TenantId;

/** The accounts of an association's staff. Names are unique in the whole service and do not tell case. */
public interface StaffAccounts {

    /**
     * Opens the account, or gives the one of that name this password and these roles.
     *
     * @param rawPassword stored only as a slow hash
     * @throws IllegalArgumentException if the name is empty or holds a colon (HTTP Basic cannot carry it), or belongs to
     *     another association
     */
    void register(TenantId tenant, String name, String rawPassword, Set<Role> roles);

    boolean exists(String name);
}
