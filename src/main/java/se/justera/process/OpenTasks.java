package se.justera.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;

/** What a process waits for a person to do. */
@Component
final class OpenTasks {

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    boolean isWaiting(MinutesId minutes, String userTask) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(minutes.toString())
                        .taskDefinitionKey(userTask)
                        .count()
                > 0;
    }

    /** @throws StepNotWaiting if nobody waits for this */
    void complete(MinutesId minutes, String userTask, Map<String, Object> answer) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(minutes.toString())
                .taskDefinitionKey(userTask)
                .singleResult();
        if (task == null) {
            throw new StepNotWaiting(minutes);
        }
        tasks.complete(task.getId(), answer);
    }
}
