package se.justera.access;

import java.util.Set;
import se.justera.kernel.Actor;
import se.justera.kernel.TenantId;

/**
 * The member of staff who is calling; a controller takes it as an argument.
 *
 * @param tenant the one association whose data they may see
 * @param name of the account
 */
public record CurrentStaff(TenantId tenant, String name, Set<Role> roles) {

    public CurrentStaff {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** As the audit trail names them. */
    public Actor actor() {
        return Actor.staff(name);
    }
}
