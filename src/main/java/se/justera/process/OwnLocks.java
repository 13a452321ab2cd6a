package se.justera.process;

import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Steps that this node was running when it was killed go on as soon as it is up again, not when their lock has run out.
 */
class OwnLocks {

    private final JdbcClient database;
    private final JobExecutor executor;

    OwnLocks(DataSource database, JobExecutor executor) {
        this.database = JdbcClient.create(database);
        this.executor = executor;
    }

    void release() {
        database.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ = ?")
                .param(executor.getLockOwner())
                .update();
    }
}
