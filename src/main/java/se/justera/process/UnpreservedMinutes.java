package se.justera.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;

/** Closed minutes that nobody keeps provable: they were closed before there was a process for it. Looked for at start-up. */
@Component
class UnpreservedMinutes {

    private static final Logger LOG = LoggerFactory.getLogger(UnpreservedMinutes.class);

    private final MinuteBook minuteBook;
    private final RuntimeService runtime;
    private final TransactionOperations transaction;

    UnpreservedMinutes(MinuteBook minuteBook, RuntimeService runtime, TransactionOperations transaction) {
        this.minuteBook = minuteBook;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    /** Begins a period of preservation for each that is in none; safe to run twice, and on several nodes at once. */
    @EventListener(ApplicationReadyEvent.class)
    void preserve() {
        Set<String> preserved = new HashSet<>();
        instances().list().forEach(instance -> preserved.add(instance.getBusinessKey()));
        List<MinutesId> left = minuteBook.closed().stream()
                .filter(minutes -> !preserved.contains(minutes.toString()))
                .toList();
        left.forEach(minutes -> transaction.executeWithoutResult(status -> beginUnlessBegun(minutes)));
        if (!left.isEmpty()) {
            LOG.info("{} closed minutes are kept provable from now on", left.size());
        }
    }

    private void beginUnlessBegun(MinutesId minutes) {
        // another node may be at it: whoever comes second sees what the first has begun
        minuteBook.awaitOthers(minutes);
        if (instances().processInstanceBusinessKey(minutes.toString()).count() == 0) {
            PreservationProgress.begin(runtime, minutes);
        }
    }

    private ProcessInstanceQuery instances() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(Model.PRESERVATION);
    }
}
