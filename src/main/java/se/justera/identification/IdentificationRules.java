package se.justera.identification;

import se.justera.access.CurrentStaff;
import se.justera.kernel.TenantId;

/** Each association's rules. */
public interface IdentificationRules {

    /** {@link AssociationRules#byMail} where nobody has decided otherwise. */
    AssociationRules of(TenantId tenant);

    /** Decides for the administrator's association; what changes goes into the trail, under the association's own id. */
    void decide(CurrentStaff administrator, AssociationRules rules);

    /**
     * Keeps a slow hash of a person's personal number, for providers that answer with one.
     *
     * @param personalNumber twelve digits
     * @throws IllegalArgumentException if it is none
     */
    void registerNumber(CurrentStaff administrator, String personName, String personalNumber);
}
