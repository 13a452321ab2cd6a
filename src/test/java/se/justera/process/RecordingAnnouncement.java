package se.justera.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import se.justera.kernel.MinutesId;

/** Notes what the registrar is asked for; the appeal's last day is the one it was told. */
final class RecordingAnnouncement implements AnnouncementSteps {

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile LocalDate appealUntil = LocalDate.MAX;
    private volatile boolean broken;

    void appealUntil(LocalDate day) {
        appealUntil = day;
    }

    void breaks() {
        broken = true;
    }

    void works() {
        broken = false;
        taken.clear();
    }

    /** What was done since it was last asked. */
    List<String> taken() {
        var since = new ArrayList<>(taken);
        taken.clear();
        return since;
    }

    private void take(String step) {
        if (broken) {
            throw new IllegalStateException("no route to host");
        }
        taken.add(step);
    }

    @Override
    public void askForPosting(MinutesId minutes) {
        take("askForPosting");
    }

    @Override
    public void remindOfPosting(MinutesId minutes) {
        take("remindOfPosting");
    }

    @Override
    public Outlook examine(MinutesId minutes) {
        take("examine");
        var ends = NoticeDays.endOf(appealUntil);
        return new Outlook(!ClockUtil.getCurrentTime().toInstant().isBefore(ends), ends);
    }

    @Override
    public void askForTakingDown(MinutesId minutes) {
        take("askForTakingDown");
    }

    @Override
    public void remindOfTakingDown(MinutesId minutes) {
        take("remindOfTakingDown");
    }

    @Override
    public void prove(MinutesId minutes) {
        take("prove");
    }
}
