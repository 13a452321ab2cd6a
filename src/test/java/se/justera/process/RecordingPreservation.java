package se.justera.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import se.justera.kernel.MinutesId;

/** Plays the time-stamps: each is strong until a given moment. Looks every 30 days at the latest. */
final class RecordingPreservation implements PreservationSteps {

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Instant due = Instant.MAX;
    private volatile Duration lasts = Duration.ofDays(1000);
    private volatile boolean broken;

    /** The first renewal is due then; each later one so long after the one before. */
    void dueAt(Instant first, Duration later) {
        due = first;
        lasts = later;
    }

    void breaks() {
        broken = true;
    }

    void mended() {
        broken = false;
    }

    void works() {
        broken = false;
        due = Instant.MAX;
        taken.clear();
    }

    /** What was done since it was last asked. */
    List<String> taken() {
        var since = new ArrayList<>(taken);
        taken.clear();
        return since;
    }

    @Override
    public Outlook look(MinutesId minutes) {
        taken.add("look");
        Instant next = now().plus(Duration.ofDays(30));
        return new Outlook(!due.isAfter(now()), due.isBefore(next) ? due : next);
    }

    @Override
    public void renew(MinutesId minutes) {
        if (broken) {
            throw new IllegalStateException("no time-stamp could be had");
        }
        taken.add("renew");
        due = now().plus(lasts);
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
