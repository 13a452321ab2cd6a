package se.justera.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesFact.MinutesClosed;

/**
 * Starts a period of preservation: when minutes are closed, and again after each new archive time-stamp. A period is an
 * instance of its own, so that each one runs on the model of its time, not on that of thirty years ago.
 */
@Component
class PreservationProgress {

    private final RuntimeService runtime;

    PreservationProgress(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** In the transaction of the fact. */
    @EventListener
    void closed(MinutesClosed fact) {
        begin(runtime, fact.minutes());
    }

    static void begin(RuntimeService runtime, MinutesId minutes) {
        runtime.createMessageCorrelation(Model.DOCUMENT_PRESERVED)
                .processInstanceBusinessKey(minutes.toString())
                .correlateStartMessage();
    }
}
