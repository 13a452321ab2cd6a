package se.justera.process;

import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.MinuteBook;

/** The steps of the model, each one call downwards into the features. */
@Component
class HouseSteps implements AdjustmentSteps {

    private final Letters letters;
    private final Sealing sealing;
    private final Preservation preservation;
    private final MinuteBook minuteBook;

    HouseSteps(Letters letters, Sealing sealing, Preservation preservation, MinuteBook minuteBook) {
        this.letters = letters;
        this.sealing = sealing;
        this.preservation = preservation;
        this.minuteBook = minuteBook;
    }

    @Override
    public void inviteReviewer(MinutesId minutes) {
        letters.invite(minutes, letters.reviewer(minutes), "review");
    }

    @Override
    public void remindReviewer(MinutesId minutes) {
        letters.invite(minutes, letters.reviewer(minutes), "review-reminder");
    }

    @Override
    public void seal(MinutesId minutes) {
        sealing.seal(minutes);
    }

    @Override
    public void inviteSignatory(MinutesId minutes, ParticipantId signatory) {
        letters.invite(minutes, signatory, "sign");
    }

    @Override
    public void remindSignatory(MinutesId minutes, ParticipantId signatory) {
        letters.invite(minutes, signatory, "sign-reminder");
    }

    @Override
    public void sendReceipt(MinutesId minutes, ParticipantId signatory) {
        letters.tell(minutes, signatory, "receipt");
    }

    @Override
    public void preserve(MinutesId minutes) {
        preservation.preserve(minutes);
    }

    @Override
    public void close(MinutesId minutes) {
        minuteBook.close(minutes);
    }

    @Override
    public void reportReturn(MinutesId minutes, ParticipantId concerned) {
        letters.giveBack(minutes, concerned, "returned");
    }

    @Override
    public void reportDecline(MinutesId minutes, ParticipantId concerned) {
        letters.giveBack(minutes, concerned, "declined");
    }

    @Override
    public void reportCancellation(MinutesId minutes, ParticipantId concerned) {
        letters.tell(minutes, concerned, "cancelled");
    }

    @Override
    public void reportCompletion(MinutesId minutes, ParticipantId concerned) {
        letters.deliver(minutes, concerned);
    }
}
