package se.justera.identification;

import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/**
 * The person somebody says they are, because they hold that person's link.
 *
 * @param name as the minutes have it
 * @param about what a mail to the person may say it is about
 */
public record Claimant(TenantId tenant, ParticipantId participant, String name, String email, String about) {

    @Override
    public String toString() {
        return "Claimant[" + participant + "]"; // neither name nor address stands in a log
    }
}
