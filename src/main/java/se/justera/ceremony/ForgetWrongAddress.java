package se.justera.ceremony;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.justera.identification.Identifications;
import se.justera.minutes.MinutesFact.AddressCorrected;

/** Whoever was identified by a code sent to a wrong address is not the person: forget them. */
@Component
class ForgetWrongAddress {

    private final Identifications identifications;

    ForgetWrongAddress(Identifications identifications) {
        this.identifications = identifications;
    }

    @EventListener
    void corrected(AddressCorrected fact) {
        identifications.forget(fact.participant());
    }
}
