package se.justera.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.document.AttendanceList.Group;
import se.justera.minutes.Draft.AttendanceForm;

/**
 * Whether everything up to the signatures has room on the first page, which then is a cover of its own. An estimate in
 * millimetres: where it promises too much, the pages are set once more without a cover.
 */
final class FirstPage {

    private static final int ROOM = 243;
    private static final int LETTERHEAD = 22;
    private static final int NOTICE = 16;
    private static final int TITLE = 13;
    private static final int LINE_UNDER_TITLE = 8;
    private static final double FACT = 5.8;
    private static final int HEADING = 15;
    private static final double NAME = 5.5;
    private static final int GROUP = 10;
    private static final int SIGNATURES = 22;
    private static final int SIGNATURE_ROW = 45;

    private FirstPage() {}

    static boolean holds(Sheet sheet, MeetingFacts facts, @Nullable AttendanceForm form) {
        int spaces = sheet.spaces().size();
        int perRow = SignaturePart.perRow(sheet.spaces());
        double needed = LETTERHEAD
                + (sheet.isDraft() || sheet.isTrial() ? NOTICE : 0)
                + TITLE
                + (facts.subtitle().isEmpty() ? 0 : LINE_UNDER_TITLE)
                + (facts.body().isEmpty() ? 0 : LINE_UNDER_TITLE)
                + FACT * facts.facts().size()
                + attendance(
                        AttendanceList.of(sheet.draft().attendance(), Labels.in(Labels.SWEDISH))
                                .groups(),
                        form)
                + SIGNATURES
                + SIGNATURE_ROW * Math.ceil((double) spaces / perRow);
        return needed <= ROOM;
    }

    private static double attendance(List<Group> groups, @Nullable AttendanceForm form) {
        double needed = groups.isEmpty() ? 0 : HEADING;
        int sideBySide = form == AttendanceForm.GROUPS ? 2 : 1;
        for (int i = 0; i < groups.size(); i += sideBySide) {
            needed += groups.subList(i, Math.min(i + sideBySide, groups.size())).stream()
                    .mapToDouble(FirstPage::group)
                    .max()
                    .orElse(0);
        }
        return needed;
    }

    private static double group(Group group) {
        return GROUP + NAME * group.people().size() + (group.remote().isEmpty() ? 0 : NAME);
    }
}
