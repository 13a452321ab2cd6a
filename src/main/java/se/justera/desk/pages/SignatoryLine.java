package se.justera.desk.pages;

import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinutesState;
import se.justera.minutes.ParticipantState;
import se.justera.minutes.SignatoryView;

/**
 * One who signs, as the page shows them; times are texts in Stockholm's time.
 *
 * @param n counts from 0
 * @param mayInvite true while a link that this person waits for can be sent again
 * @param mayCorrect true while a mail could still go to another address
 */
record SignatoryLine(
        int n,
        @Nullable String name,
        @Nullable SignatoryRole role,
        ParticipantState state,
        @Nullable String email,
        @Nullable String invitedAt,
        @Nullable String openedAt,
        @Nullable String signedAt,
        @Nullable String reason,
        boolean mayInvite,
        boolean mayCorrect) {

    static SignatoryLine of(int n, SignatoryView view, MinutesState minutes, boolean keeps, StockholmTime times) {
        boolean underWay = minutes == MinutesState.REVIEW || minutes == MinutesState.ADJUSTMENT;
        boolean open = view.state() == ParticipantState.WAITING || view.state() == ParticipantState.INVITED;
        return new SignatoryLine(
                n,
                view.name(),
                view.role(),
                view.state(),
                view.email(),
                times.textOrNull(view.invitedAt()),
                times.textOrNull(view.openedAt()),
                times.textOrNull(view.signedAt()),
                view.reason(),
                keeps && open && awaits(view, minutes),
                keeps && underWay && open);
    }

    // during the review it is the chair's turn, afterwards that of those who have been invited
    private static boolean awaits(SignatoryView view, MinutesState minutes) {
        return minutes == MinutesState.REVIEW
                ? view.role() == SignatoryRole.CHAIR
                : minutes == MinutesState.ADJUSTMENT && view.state() == ParticipantState.INVITED;
    }
}
