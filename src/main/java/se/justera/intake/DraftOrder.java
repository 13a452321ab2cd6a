package se.justera.intake;

import java.util.Comparator;
import java.util.List;

/** The order in which the parts of a draft stand, by their JSON pointers. */
final class DraftOrder implements Comparator<Remark> {

    static final DraftOrder OF_REMARKS = new DraftOrder();

    private static final List<String> PARTS = List.of(
            "",
            "association",
            "kind",
            "body",
            "caseNumber",
            "pageFooter",
            "meeting",
            "attendance",
            "items",
            "footnotes",
            "nextMeetings",
            "signatories");

    private DraftOrder() {}

    @Override
    public int compare(Remark one, Remark other) {
        String[] a = steps(one);
        String[] b = steps(other);
        int order = Integer.compare(part(a), part(b));
        for (int i = 1; order == 0 && i < Math.min(a.length, b.length); i++) {
            order = isIndex(a[i]) && isIndex(b[i])
                    ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]))
                    : a[i].compareTo(b[i]);
        }
        return order == 0 ? Integer.compare(a.length, b.length) : order;
    }

    private static String[] steps(Remark remark) {
        return remark.at().isEmpty()
                ? new String[] {""}
                : remark.at().substring(1).split("/", -1);
    }

    private static int part(String[] steps) {
        int part = PARTS.indexOf(steps[0]);
        return part < 0 ? PARTS.size() : part;
    }

    private static boolean isIndex(String step) {
        return step.matches("\\d{1,9}");
    }
}
