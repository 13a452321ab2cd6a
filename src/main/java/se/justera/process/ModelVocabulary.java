package se.justera.process;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;

/** The only words that expressions in a model understand: its steps, its roll and its schedule. No other bean is in reach. */
@Component
final class ModelVocabulary {

    private final Map<String, Object> words = new HashMap<>();

    ModelVocabulary(AdjustmentSteps steps, Roll roll, ProcessSettings settings) {
        words.put("roll", roll);
        words.put("schedule", Map.of("reminder", settings.reminder()));
        words.put("inviteReviewer", forMinutes(steps::inviteReviewer));
        words.put("remindReviewer", forMinutes(steps::remindReviewer));
        words.put("sealDocument", forMinutes(steps::seal));
        words.put("inviteSignatory", forPerson(steps::inviteSignatory));
        words.put("remindSignatory", forPerson(steps::remindSignatory));
        words.put("sendReceipt", forPerson(steps::sendReceipt));
        words.put("preserveDocument", forMinutes(steps::preserve));
        words.put("closeMinutes", forMinutes(steps::close));
        words.put("reportReturn", forPerson(steps::reportReturn));
        words.put("reportDecline", forPerson(steps::reportDecline));
        words.put("reportCancellation", forPerson(steps::reportCancellation));
        words.put("reportCompletion", forPerson(steps::reportCompletion));
    }

    /** A map of the engine's own, since it adds to it. */
    Map<Object, Object> words() {
        return new HashMap<>(words);
    }

    private static JavaDelegate forMinutes(Consumer<MinutesId> step) {
        return execution -> {
            var minutes = MinutesId.parse(execution.getProcessBusinessKey());
            StepFailed.tellingWhy(() -> step.accept(minutes));
        };
    }

    private static JavaDelegate forPerson(BiConsumer<MinutesId, ParticipantId> step) {
        return execution -> {
            var minutes = MinutesId.parse(execution.getProcessBusinessKey());
            var person = ParticipantId.parse((String) execution.getVariable(Model.PARTICIPANT));
            StepFailed.tellingWhy(() -> step.accept(minutes, person));
        };
    }
}
