package se.justera.intake;

import java.util.List;
import java.util.Objects;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.NextMeeting;

/** Remarks on what the reader took out, put elsewhere, or did not understand. */
final class ImportFindings {

    private final Findings findings;

    ImportFindings(Findings findings) {
        this.findings = findings;
    }

    void look(
            Draft draft,
            PageFurniture.Stripped stripped,
            FootnoteTies.Tied tied,
            HeadReader head,
            SignatureReader signatures) {
        signatures.leftOut().forEach(l -> findings.add("/signatories", "import.label-again", l));
        head.emptyLabels().forEach(l -> findings.add("", "import.empty-label", l));
        head.facts().attendance().emptyHeadings().stream()
                .filter(h -> !h.matches("(?iu)beslutande|närvarande|övriga närvarande|deltagare|närvaro"))
                .forEach(h -> findings.add("/attendance", "import.empty-group", h));
        head.facts().unread().forEach(t -> findings.add("/items/0", "import.unread-head", Findings.start(t)));
        if (head.signatures().isEmpty() && draft.signatories().isEmpty()) {
            findings.add("/signatories", "import.no-signatures");
        }
        stripped.headers().forEach(h -> findings.add("", "import.page-header", Findings.start(h.text())));
        stripped.footers().forEach(f -> findings.add("/pageFooter", "import.page-footer", Findings.start(f)));
        stripped.names().forEach(n -> findings.add("", "import.page-name", n));
        stripped.addresses().forEach(a -> findings.add("", "import.page-address", a));
        tied.untied().forEach(m -> findings.add("/footnotes", "import.untied-note", m));
        lookAtItems(draft, head);
        for (int i = 0; i < draft.nextMeetings().size(); i++) {
            NextMeeting next = draft.nextMeetings().get(i);
            if (next.date() == null) {
                findings.add("/nextMeetings/" + i, "import.no-year", String.valueOf(next.text()));
            }
        }
    }

    private void lookAtItems(Draft draft, HeadReader head) {
        List<Item> items = draft.items();
        List<Integer> numbers =
                items.stream().map(Item::number).filter(Objects::nonNull).toList();
        if (numbers.isEmpty() && draft.kind() != Draft.MinutesKind.NOTES) {
            findings.add("/items", "import.no-numbers");
        }
        String claimed = head.facts().paragraphs();
        String found = numbers.isEmpty() ? "" : numbers.get(0) + "-" + numbers.get(numbers.size() - 1);
        if (claimed != null
                && !found.equals(claimed.replaceAll("/\\d{2,4}|[§ ]", "").replace('–', '-'))) {
            findings.add("/items", "import.range-differs", claimed, found);
        }
        for (int i = 0; i < items.size(); i++) {
            String heading = items.get(i).heading();
            if (heading != null && Outline.isSignedPage(heading)) {
                findings.add("/items/" + i, "import.signed-page", heading);
            }
            if (heading != null && items.get(i).number() == null && Notice.isHeading(heading)) {
                findings.add("/items/" + i, "import.notice", heading);
            }
        }
        int last = items.size() - 1;
        if (last >= 0 && items.get(last).heading() == null && items.get(last).number() == null && last > 0) {
            findings.add("/items/" + last, "import.unread-end");
        }
    }
}
