package se.justera.document;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.justera.association.Associations;
import se.justera.association.Logos;
import se.justera.kernel.TenantId;

/** The letterheads of the associations that have a logo. */
@Component
public class Letterheads {

    private final Logos logos;
    private final Associations associations;
    private final Labels labels = Labels.in(Labels.SWEDISH);

    Letterheads(Logos logos, Associations associations) {
        this.logos = logos;
        this.associations = associations;
    }

    public Optional<Letterhead> of(TenantId tenant) {
        return logos.of(tenant).map(logo -> {
            String name = associations.find(tenant).name();
            return new Letterhead(logo.png(), logo.width(), logo.height(), labels.of("logo", name));
        });
    }
}
