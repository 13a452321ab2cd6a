package se.justera.intake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendanceForm;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.FootnotePlace;
import se.justera.minutes.Draft.Layout;
import se.justera.minutes.Draft.SignaturePlace;

/** How a text lays its parts out, where it shows. */
final class LayoutForm {

    private LayoutForm() {}

    static @Nullable Layout of(
            @Nullable SignaturePlace signatures, List<Attendee> attendees, boolean table, boolean notes) {
        AttendanceForm attendance = attendees.isEmpty() ? null : attendance(attendees, table);
        FootnotePlace footnotes = notes ? FootnotePlace.PAGE : null;
        return signatures == null && attendance == null && footnotes == null
                ? null
                : new Layout(signatures, attendance, footnotes);
    }

    /** Those who were there under more than one heading stand in groups; the secretary's label is no heading. */
    private static AttendanceForm attendance(List<Attendee> attendees, boolean table) {
        if (table) {
            return AttendanceForm.TABLE;
        }
        long headings = attendees.stream()
                .filter(a -> a.status() == AttendanceStatus.PRESENT && a.role() != AttendeeRole.SECRETARY)
                .map(Attendee::group)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return headings > 1 ? AttendanceForm.GROUPS : AttendanceForm.LIST;
    }
}
