package se.justera.association;

import java.util.Optional;
import se.justera.kernel.TenantId;

/** The logos at the head of the associations' documents. */
public interface Logos {

    Optional<Logo> of(TenantId tenant);

    /**
     * Takes a PNG or SVG picture as the association's logo, in place of the one before.
     *
     * @throws LogoRefused if it is no such picture, too large, or reaches out of itself
     */
    void set(TenantId tenant, byte[] uploadedPicture);

    void remove(TenantId tenant);
}
