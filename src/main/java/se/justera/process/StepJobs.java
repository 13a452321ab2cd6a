package se.justera.process;

import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;

/** What the engine has yet to do for some minutes: steps to take, steps that have failed, timers that are set. */
@Component
final class StepJobs {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessSettings settings;

    StepJobs(RuntimeService runtime, ManagementService management, ProcessSettings settings) {
        this.runtime = runtime;
        this.management = management;
        this.settings = settings;
    }

    /** The engine's ids of the running processes: adjustment, then preservation; empty before the first submission. */
    List<String> instances(MinutesId minutes) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(minutes.toString()).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    List<Job> pending(MinutesId minutes) {
        return jobs(minutes, JobQuery::messages);
    }

    /** At least one try has failed; whether another one is to come or not. */
    List<Job> failed(MinutesId minutes) {
        return jobs(minutes, JobQuery::withException);
    }

    static boolean hasFailed(Job job) {
        return job.getExceptionMessage() != null || job.getRetries() == 0;
    }

    List<Job> timers(MinutesId minutes) {
        return jobs(minutes, query -> query.timers().orderByJobDuedate().asc());
    }

    /** The id in the model of the node that the job is for. */
    String activityOf(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** Gives the job all its tries back and makes it due. */
    void retryNow(Job job) {
        management
                .setJobRetries(settings.tries())
                .jobId(job.getId())
                .dueDate(null)
                .execute();
    }

    /** Leaves a completed task in this transaction instead of by the job that waits to do so. */
    void leave(MinutesId minutes, String completedTask) {
        jobs(minutes, query -> query.activityId(completedTask)).forEach(job -> management.executeJob(job.getId()));
    }

    private List<Job> jobs(MinutesId minutes, UnaryOperator<JobQuery> which) {
        return instances(minutes).stream()
                .flatMap(id -> which.apply(management.createJobQuery().processInstanceId(id)).list().stream())
                .toList();
    }
}
