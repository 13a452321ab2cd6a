package se.justera.process;

import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;

/**
 * Calls the roll: the ids of the people over whom the model's multi-instance activities run. Public only because the
 * model's expressions can call nothing else.
 */
@Component
public final class Roll {

    private final MinuteBook book;

    Roll(MinuteBook book) {
        this.book = book;
    }

    /** Everybody who takes part in this round: all are told what became of it. */
    public List<String> concerned(DelegateExecution execution) {
        return those(execution, everybody -> true);
    }

    /** Who keeps the minutes and has not yet signed: usually one, none where the secretary does not sign. */
    public List<String> secretaries(DelegateExecution execution) {
        return those(execution, person -> mustSign(person) && person.isSecretary());
    }

    /** The chair and the adjusters who have not yet signed. */
    public List<String> otherSignatories(DelegateExecution execution) {
        return those(execution, person -> mustSign(person) && !person.isSecretary());
    }

    private List<String> those(DelegateExecution execution, Predicate<Participant> wanted) {
        return book.participants(MinutesId.parse(execution.getProcessBusinessKey())).stream()
                .filter(wanted)
                .map(person -> person.id().toString())
                .toList();
    }

    private static boolean mustSign(Participant person) {
        return person.signs() && person.state() != ParticipantState.SIGNED;
    }
}
