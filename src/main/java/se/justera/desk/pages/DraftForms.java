package se.justera.desk.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.desk.pages.Typed.Misread;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.DraftJson;
import se.justera.minutes.MinutesView;

/** Drafts to forms and back. */
@Component
class DraftForms {

    private final Associations associations;

    DraftForms(Associations associations) {
        this.associations = associations;
    }

    /** An empty form with the rows that every meeting needs. */
    DraftForm fresh(TenantId tenant) {
        Association association = associations.find(tenant);
        var draft = new Draft(
                new AssociationName(association.name(), association.orgNumber()),
                MinutesKind.PROTOCOL,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        DraftForm form = shown(draft, null)
                .withRowAfter(Section.ATTENDANCE, -1, Map.of("role", "CHAIR", "status", "PRESENT"))
                .withRowAfter(Section.ATTENDANCE, -1, Map.of("role", "MEMBER", "status", "PRESENT"))
                .withRowAfter(Section.ATTENDANCE, -1, Map.of("role", "SECRETARY", "status", "PRESENT"))
                .withRowAfter(Section.ITEMS, -1, Map.of("depth", "0", "number", "1"));
        for (String role : List.of("SECRETARY", "CHAIR", "ADJUSTER")) {
            form = form.withRowAfter(Section.SIGNATORIES, -1, Map.of("role", role));
        }
        return form;
    }

    DraftForm of(MinutesView minutes) {
        return shown(minutes.draft(), minutes.version());
    }

    Read read(DraftForm form) {
        Draft before = DraftJson.read(form.original());
        var typed = new FormAsDraft(form, before);
        return new Read(typed.draft(), typed.misread());
    }

    private DraftForm shown(Draft draft, @Nullable Long version) {
        return DraftAsForm.of(draft, DraftJson.write(draft), version);
    }

    /** A draft, and the fields of the form that could not be understood. */
    record Read(Draft draft, List<Misread> misread) {}
}
