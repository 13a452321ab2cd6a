package se.justera.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.document.AttendanceList.Group;
import se.justera.document.AttendanceList.Person;
import se.justera.minutes.Draft.AttendanceForm;

/**
 * Whether everything up to the signatures has room on the first page, which then is a cover of its own. An estimate in
 * millimetres: where it promises too much, the pages are set once more.
 */
final class FirstPage {

    private static final int ROOM = 243;
    private static final int SIGNATURE_ROW = 45;
    private static final int LETTERS_OF_A_COLUMN = 44;
    private static final int LETTERS_OF_A_LINE = 90;

    private final Sheet sheet;
    private final MeetingFacts facts;
    private final @Nullable AttendanceForm form;

    /** The height of each part. */
    private record Heights(
            int letterhead,
            int notice,
            int title,
            int subtitle,
            double fact,
            int heading,
            double name,
            double group,
            int signatures) {

        static final Heights AMPLE = new Heights(22, 16, 13, 8, 5.8, 15, 5.5, 9, 18);
        static final Heights DENSE = new Heights(17, 13, 12, 7, 5.8, 11, 5, 8, 15);
    }

    FirstPage(Sheet sheet, MeetingFacts facts, @Nullable AttendanceForm form) {
        this.sheet = sheet;
        this.facts = facts;
        this.form = form;
    }

    /** The first look from this one on in which it has room. */
    Cover cover(Cover from) {
        Cover cover = from;
        while (cover != Cover.NONE && needed(cover == Cover.AMPLE ? Heights.AMPLE : Heights.DENSE) > ROOM) {
            cover = cover.next();
        }
        return cover;
    }

    private double needed(Heights heights) {
        int perRow = SignaturePart.perRow(sheet.spaces());
        return heights.letterhead()
                + (sheet.isDraft() || sheet.isTrial() ? heights.notice() : 0)
                + heights.title()
                + (facts.subtitle().isEmpty() ? 0 : heights.subtitle())
                + (facts.body().isEmpty() ? 0 : heights.subtitle())
                + heights.fact() * facts.facts().size()
                + attendance(heights)
                + heights.signatures()
                + SIGNATURE_ROW * Math.ceil((double) sheet.spaces().size() / perRow);
    }

    private double attendance(Heights heights) {
        Labels labels = Labels.in(Labels.SWEDISH);
        List<Group> groups =
                AttendanceList.of(sheet.draft().attendance(), labels).groups();
        double needed = groups.isEmpty() ? 0 : heights.heading();
        int sideBySide = form == AttendanceForm.GROUPS ? 2 : 1;
        for (int i = 0; i < groups.size(); i += sideBySide) {
            needed += groups.subList(i, Math.min(i + sideBySide, groups.size())).stream()
                    .mapToDouble(group -> group(group, heights))
                    .max()
                    .orElse(0);
        }
        return needed;
    }

    private double group(Group group, Heights heights) {
        int lines = group.people().stream().mapToInt(this::lines).sum();
        return heights.group() + heights.name() * (lines + (group.remote().isEmpty() ? 0 : 1));
    }

    private int lines(Person person) {
        int letters = person.name().length() + person.details().length() + 2;
        return 1 + letters / (form == AttendanceForm.GROUPS ? LETTERS_OF_A_COLUMN : LETTERS_OF_A_LINE);
    }
}
