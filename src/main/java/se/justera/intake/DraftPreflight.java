package se.justera.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.justera.minutes.Draft;
import se.justera.minutes.Shortcoming;
import se.justera.minutes.Shortcomings;

/** The pre-flight: what keeps a draft from being submitted, and what each check finds worth a look. */
@Component
final class DraftPreflight implements Preflight {

    private final List<DraftCheck> checks;

    DraftPreflight(Clock clock) {
        this.checks = List.of(
                new DateCheck(clock),
                new NumberingCheck(),
                new ImmediateAdjustmentCheck(),
                new AdjournmentCheck(),
                new QuorumCheck(),
                new ServingCheck(),
                new SecretaryCheck(),
                new ChairCheck(),
                new AdjusterCheck(),
                new ElectionCheck(),
                new ConflictCheck(),
                new MarkedDecisionCheck(),
                new EmptyFieldCheck(),
                new SpellingCheck(),
                new AbbreviationCheck(),
                new WordCheck(),
                new PersonalNumberCheck());
    }

    @Override
    public List<Remark> remarks(Draft draft, Function<String, Optional<String>> addressOf, Locale locale) {
        var wording = new Wording(locale);
        var remarks = new ArrayList<Remark>();
        for (Shortcoming lack : Shortcomings.of(draft, addressOf)) {
            remarks.add(wording.remark(lack.at(), Remark.Severity.BLOCKING, "lack." + lack.kind()));
        }
        for (DraftCheck check : checks) {
            for (DraftCheck.Finding finding : check.look(draft)) {
                remarks.add(wording.remark(
                        finding.at(),
                        Remark.Severity.REMARK,
                        "check." + finding.key(),
                        finding.arguments().toArray()));
            }
        }
        remarks.sort(DraftOrder.OF_REMARKS);
        return List.copyOf(remarks);
    }
}
