package se.justera.process;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Notes which sequence flows of the model were taken, and which ends each process has reached. */
final class FlowCoverage extends AbstractBpmnParseListener {

    private record End(String businessKey, String activity) {}

    private final Queue<End> ends = new ConcurrentLinkedQueue<>();
    private final Set<String> taken = new ConcurrentSkipListSet<>();

    @Override
    public void parseSequenceFlow(Element sequenceFlow, ScopeImpl scope, TransitionImpl transition) {
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                execution -> taken.add(execution.getCurrentTransitionId()));
    }

    @Override
    public void parseEndEvent(Element endEvent, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                execution -> ends.add(new End(execution.getProcessBusinessKey(), activity.getId())));
    }

    /** With repetitions, in order of their names. */
    List<String> ends(String businessKey) {
        return ends.stream()
                .filter(end -> end.businessKey().equals(businessKey))
                .map(End::activity)
                .sorted()
                .toList();
    }

    Set<String> taken() {
        return taken;
    }
}
