package se.justera.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.justera.ceremony.SignatureRefusedByUs;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.process.ProcessStanding.Incident;

/**
 * Signatures that our own validation refused: an incident where the person is waited for, until the person has signed
 * after all or staff have seen to it.
 */
@Component
class RefusedSignatures {

    private final RuntimeService runtime;

    RefusedSignatures(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Nobody waits any more where others were faster to decline or cancel; then there is nothing to see to. */
    @EventListener
    void refused(SignatureRefusedByUs fact) {
        settle(fact.minutes(), fact.signatory());
        waiting(fact)
                .forEach(execution -> runtime.createIncident(
                        Model.SIGNATURE_REFUSED,
                        execution.getId(),
                        fact.signatory().toString(),
                        fact.why()));
    }

    private List<Execution> waiting(SignatureRefusedByUs fact) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(fact.minutes().toString())
                .messageEventSubscriptionName(Model.SIGNATURE_MADE)
                .variableValueEquals(Model.AWAITED_SIGNATORY, fact.signatory().toString())
                .list();
    }

    Stream<Incident> of(MinutesId minutes) {
        return open(minutes)
                .map(incident -> new Incident(incident.getActivityId(), String.valueOf(incident.getIncidentMessage())));
    }

    void settle(MinutesId minutes) {
        open(minutes).forEach(incident -> runtime.resolveIncident(incident.getId()));
    }

    void settle(MinutesId minutes, ParticipantId signatory) {
        open(minutes)
                .filter(incident -> signatory.toString().equals(incident.getConfiguration()))
                .forEach(incident -> runtime.resolveIncident(incident.getId()));
    }

    private Stream<org.camunda.bpm.engine.runtime.Incident> open(MinutesId minutes) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(minutes.toString()).list().stream()
                .flatMap(instance -> runtime
                        .createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .incidentType(Model.SIGNATURE_REFUSED)
                        .list()
                        .stream());
    }
}
