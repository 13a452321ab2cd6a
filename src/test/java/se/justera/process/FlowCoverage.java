package se.justera.process;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Notes which sequence flows of the model were taken. */
final class FlowCoverage extends AbstractBpmnParseListener {

    private final Set<String> taken = new ConcurrentSkipListSet<>();

    @Override
    public void parseSequenceFlow(Element sequenceFlow, ScopeImpl scope, TransitionImpl transition) {
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                execution -> taken.add(execution.getCurrentTransitionId()));
    }

    Set<String> taken() {
        return taken;
    }
}
