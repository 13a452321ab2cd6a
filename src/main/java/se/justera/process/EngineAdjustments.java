package se.justera.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesState;
import se.justera.process.ProcessStanding.Deadline;
import se.justera.process.ProcessStanding.Incident;

/** Where the engine's processes stand. */
@Component
final class EngineAdjustments implements Adjustments {

    private final RuntimeService runtime;
    private final StepJobs jobs;
    private final RefusedSignatures refusals;

    EngineAdjustments(RuntimeService runtime, StepJobs jobs, RefusedSignatures refusals) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.refusals = refusals;
    }

    @Override
    public ProcessStanding standing(MinutesId minutes, MinutesState state) {
        return new ProcessStanding(state, activities(minutes), deadlines(minutes), incidents(minutes));
    }

    @Override
    public void retryFailedSteps(MinutesId minutes) {
        jobs.failed(minutes).forEach(jobs::retryNow);
        refusals.settle(minutes);
    }

    private List<String> activities(MinutesId minutes) {
        return jobs.instances(minutes).stream()
                .map(runtime::getActivityInstance)
                .flatMap(EngineAdjustments::leaves)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> leaves(ActivityInstance activity) {
        ActivityInstance[] within = activity.getChildActivityInstances();
        TransitionInstance[] between = activity.getChildTransitionInstances();
        if (within.length == 0 && between.length == 0) {
            return step(activity.getActivityId(), activity.getActivityType());
        }
        return Stream.concat(
                Arrays.stream(within).flatMap(EngineAdjustments::leaves),
                Arrays.stream(between).flatMap(next -> step(next.getActivityId(), next.getActivityType())));
    }

    /** An empty sub-process is no step: it is one person's that is done while others' are not. */
    private static Stream<String> step(String activity, String type) {
        return type.equals(ActivityTypes.SUB_PROCESS) ? Stream.of() : Stream.of(activity);
    }

    private List<Deadline> deadlines(MinutesId minutes) {
        return jobs.timers(minutes).stream()
                .map(timer ->
                        new Deadline(jobs.activityOf(timer), timer.getDuedate().toInstant()))
                .toList();
    }

    private List<Incident> incidents(MinutesId minutes) {
        return Stream.concat(jobs.failed(minutes).stream().map(this::incident), refusals.of(minutes))
                .toList();
    }

    private Incident incident(Job job) {
        return new Incident(jobs.activityOf(job), String.valueOf(job.getExceptionMessage()));
    }
}
