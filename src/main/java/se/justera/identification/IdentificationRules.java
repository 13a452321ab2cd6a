package se.justera.identification;

import se.justera.kernel.TenantId;

/** Each association's rules. */
public interface IdentificationRules {

    /** {@link AssociationRules#byMail} where nobody has decided otherwise. */
    AssociationRules of(TenantId tenant);

    void decide(TenantId tenant, AssociationRules rules);

    /**
     * Keeps a slow hash of a person's personal number, for providers that answer with one.
     *
     * @param personalNumber twelve digits
     * @throws IllegalArgumentException if it is none
     */
    void registerNumber(TenantId tenant, String personName, String personalNumber);
}
