package se.justera.process;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps that this node was running when it was killed go on as soon as it is up again, not when their lock has run out.
 */
@Component
class OwnLocks {

    private final JdbcClient database;
    private final JobExecutor executor;

    OwnLocks(JdbcClient database, JobExecutor executor) {
        this.database = database;
        this.executor = executor;
    }

    void release() {
        database.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ = ?")
                .param(executor.getLockOwner())
                .update();
    }
}
