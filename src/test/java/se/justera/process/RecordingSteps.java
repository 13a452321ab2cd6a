package se.justera.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.ParticipantState;

/** Notes which steps the process took; a step that is broken throws, as one does whose mail server is down. */
final class RecordingSteps implements AdjustmentSteps {

    private final Cast cast;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    RecordingSteps(Cast cast) {
        this.cast = cast;
    }

    /** What was done since it was last asked. */
    List<String> taken() {
        var since = new ArrayList<>(taken);
        taken.clear();
        return since;
    }

    boolean haveTaken(String step) {
        return taken.contains(step);
    }

    void breaks(String step) {
        broken.add(step);
    }

    void works() {
        broken.clear();
        taken.clear();
    }

    void mended() {
        broken.clear();
    }

    private void take(String step) {
        if (broken.contains(step)) {
            throw new IllegalStateException("mail could not be sent", new IllegalStateException("no route to host"));
        }
        taken.add(step);
    }

    private void take(String step, ParticipantId person) {
        take(step + " " + cast.nameOf(person));
    }

    @Override
    public void inviteReviewer(MinutesId minutes) {
        take("inviteReviewer");
    }

    @Override
    public void remindReviewer(MinutesId minutes) {
        take("remindReviewer");
    }

    @Override
    public void seal(MinutesId minutes) {
        take("seal");
    }

    @Override
    public void inviteSignatory(MinutesId minutes, ParticipantId signatory) {
        take("inviteSignatory", signatory);
        cast.becomes(signatory, ParticipantState.INVITED);
    }

    @Override
    public void remindSignatory(MinutesId minutes, ParticipantId signatory) {
        take("remindSignatory", signatory);
    }

    @Override
    public void sendReceipt(MinutesId minutes, ParticipantId signatory) {
        take("sendReceipt", signatory);
    }

    @Override
    public void preserve(MinutesId minutes) {
        take("preserve");
    }

    @Override
    public void close(MinutesId minutes) {
        take("close");
    }

    @Override
    public void reportReturn(MinutesId minutes, ParticipantId concerned) {
        take("reportReturn", concerned);
    }

    @Override
    public void reportDecline(MinutesId minutes, ParticipantId concerned) {
        take("reportDecline", concerned);
    }

    @Override
    public void reportCancellation(MinutesId minutes, ParticipantId concerned) {
        take("reportCancellation", concerned);
    }

    @Override
    public void reportCompletion(MinutesId minutes, ParticipantId concerned) {
        take("reportCompletion", concerned);
    }
}
