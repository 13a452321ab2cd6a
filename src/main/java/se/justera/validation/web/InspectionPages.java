package se.justera.validation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.justera.kernel.Sha256;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.OwnDocuments;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;
import se.justera.validation.inspection.Inspection;
import se.justera.validation.inspection.InspectionLine;
import se.justera.validation.inspection.Inspections;

/** From inspections to what their pages show. */
@Component
class InspectionPages {

    private static final int ON_A_PAGE = 100;

    private final Inspections inspections;
    private final ObjectProvider<OwnDocuments> own;

    InspectionPages(Inspections inspections, ObjectProvider<OwnDocuments> own) {
        this.inspections = inspections;
        this.own = own;
    }

    /** An inspection with its times as people in Sweden read them. */
    public record Line(Inspection inspection, String handedInAt, String keptUntil) {}

    /**
     * One page of the table.
     *
     * @param ours the title of the document of our own that a file is, by the file's SHA-256
     * @param next the number to go on after; null on the last page
     */
    public record Page(
            Map<Verdict, Integer> verdicts,
            @Nullable Verdict verdict,
            List<InspectionLine> lines,
            Map<String, String> ours,
            int after,
            @Nullable Integer next) {

        /** What was seen of a file besides what its sentence says. */
        public List<String> besides(ValidationResult result) {
            return Findings.besides(result);
        }

        /** Of the verdict's colour. */
        public String tone(Verdict of) {
            return ReportModel.tone(of);
        }
    }

    List<Line> lines(List<Inspection> all, Locale locale) {
        return all.stream().map(one -> line(one, locale)).toList();
    }

    Line line(Inspection inspection, Locale locale) {
        return new Line(
                inspection,
                SignatureLine.time(inspection.handedInAt(), locale),
                SignatureLine.time(inspection.keptUntil(), locale));
    }

    Page table(Inspection inspection, @Nullable Verdict verdict, int after) {
        List<InspectionLine> found = inspections.lines(inspection, verdict, after, ON_A_PAGE + 1);
        List<InspectionLine> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        Integer next =
                found.size() > ON_A_PAGE ? (Integer) shown.get(ON_A_PAGE - 1).number() : null;
        return new Page(inspections.verdicts(inspection), verdict, shown, ours(shown), after, next);
    }

    private Map<String, String> ours(List<InspectionLine> lines) {
        OwnDocuments documents = own.getIfAvailable(OwnDocuments::none);
        Map<String, String> ours = new HashMap<>();
        for (InspectionLine line : lines) {
            ValidationResult result = line.result();
            if (result.sha256() != null) {
                documents
                        .revisionWith(new Sha256(result.sha256()))
                        .map(OwnDocuments.StoredRevision::document)
                        .map(AdjustedDocument::title)
                        .ifPresent(title -> ours.put(result.sha256(), title));
            }
        }
        return ours;
    }
}
