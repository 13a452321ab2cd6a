package se.justera.process;

import java.util.Date;
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

    ModelVocabulary(
            AdjustmentSteps steps,
            PreservationSteps preservation,
            AnnouncementSteps announcement,
            Roll roll,
            ProcessSettings settings) {
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
        words.put("examineTimestamp", examine(preservation));
        words.put("renewTimestamp", forMinutes(preservation::renew));
        words.put("preserveFurther", preserveFurther());
        words.put("askForPosting", forMinutes(announcement::askForPosting));
        words.put("remindOfPosting", forMinutes(announcement::remindOfPosting));
        words.put("examineNotices", examine(announcement));
        words.put("askForTakingDown", forMinutes(announcement::askForTakingDown));
        words.put("remindOfTakingDown", forMinutes(announcement::remindOfTakingDown));
        words.put("proveNotices", forMinutes(announcement::prove));
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

    /** In the transaction that ends the period before. */
    private static JavaDelegate preserveFurther() {
        return execution -> PreservationProgress.begin(
                execution.getProcessEngineServices().getRuntimeService(),
                MinutesId.parse(execution.getProcessBusinessKey()));
    }

    private static JavaDelegate examine(PreservationSteps steps) {
        return execution -> {
            var minutes = MinutesId.parse(execution.getProcessBusinessKey());
            StepFailed.tellingWhy(() -> {
                PreservationSteps.Outlook outlook = steps.look(minutes);
                execution.setVariable(Model.RENEWAL_DUE, outlook.renewalDue());
                execution.setVariable(Model.NEXT_LOOK, Date.from(outlook.nextLook()));
            });
        };
    }

    private static JavaDelegate examine(AnnouncementSteps steps) {
        return execution -> {
            var minutes = MinutesId.parse(execution.getProcessBusinessKey());
            StepFailed.tellingWhy(() -> {
                AnnouncementSteps.Outlook outlook = steps.examine(minutes);
                execution.setVariable(Model.HAS_APPEAL_TIME_ENDED, outlook.appealTimeEnded());
                execution.setVariable(Model.APPEAL_ENDS, Date.from(outlook.appealEnds()));
            });
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
