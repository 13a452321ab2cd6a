package se.justera.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The embedded engine: joins our transactions, keeps its tables in our database, starts after Flyway. See ADR 0001. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Names this node among those that share the database; the same after a restart. */
    private static final String NODE = "${justera.process.node:${HOSTNAME:localhost}:${server.port:8080}}";

    /** A bounded pool of platform threads: the job executor relies on being refused when all are busy. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor engineWorkers(ProcessSettings settings) {
        var pool = new ThreadPoolTaskExecutor();
        pool.setCorePoolSize(settings.workers());
        pool.setMaxPoolSize(settings.workers());
        pool.setQueueCapacity(settings.workers());
        pool.setThreadNamePrefix("process-");
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(20);
        return pool;
    }

    @Bean
    OwnLocks ownLocks(DataSource database, JobExecutor executor) {
        return new OwnLocks(database, executor);
    }

    @Bean
    JobExecutor jobExecutor(
            @Qualifier("engineWorkers") TaskExecutor workers, ProcessSettings settings, @Value(NODE) String node) {
        var executor = new SpringJobExecutor();
        executor.setLockOwner(node);
        executor.setTaskExecutor(workers);
        executor.setLockTimeInMillis(Math.toIntExact(settings.jobLock().toMillis()));
        executor.setWaitTimeInMillis(1_000);
        // also the delay with which another node notices a due timer; the engine's default is a minute
        executor.setMaxWait(5_000);
        executor.setWaitIncreaseFactor(2);
        executor.setMaxJobsPerAcquisition(settings.workers());
        return executor;
    }

    @Bean
    SpringProcessEngineConfiguration engineSetup(
            DataSource database,
            PlatformTransactionManager transactions,
            JobExecutor jobExecutor,
            ModelVocabulary vocabulary,
            ProcessSettings settings,
            ResourcePatternResolver resources)
            throws IOException {
        var setup = new SpringProcessEngineConfiguration();
        setup.setDataSource(database);
        setup.setTransactionManager(transactions);
        setup.setDatabaseSchemaUpdate("false");
        setup.setIdGenerator(new StrongUuidGenerator());
        setup.setJobExecutor(jobExecutor);
        setup.setJobExecutorActivate(false);
        setup.setJobExecutorDeploymentAware(false);
        setup.setDefaultNumberOfRetries(settings.tries());
        setup.setFailedJobRetryTimeCycle(
                settings.retryAfter().stream().map(Duration::toString).collect(Collectors.joining(",")));
        setup.setBeans(vocabulary.words());
        setup.setDeploymentName("justera");
        setup.setDeployChangedOnly(true);
        setup.setDeploymentResources(models(resources));
        keepNoHistory(setup);
        switchOffWhatNobodyUses(setup);
        return setup;
    }

    @Bean
    @DependsOnDatabaseInitialization
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration engineSetup) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engineSetup);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    /** Starts to take jobs last and stops first, so that no job meets half a context. */
    @Bean
    SmartLifecycle jobExecutorLifecycle(
            JobExecutor executor, ProcessEngine engine, ProcessSettings settings, OwnLocks ownLocks) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                ownLocks.release();
                executor.start();
            }

            @Override
            public void stop() {
                executor.shutdown();
            }

            @Override
            public boolean isRunning() {
                return executor.isActive();
            }

            @Override
            public boolean isAutoStartup() {
                return settings.jobExecutor();
            }

            @Override
            public int getPhase() {
                return Integer.MAX_VALUE;
            }
        };
    }

    /** What happened is told by our own audit trail. What older versions let the engine note goes after its year. */
    private static void keepNoHistory(SpringProcessEngineConfiguration setup) {
        setup.setHistory(HistoryLevel.HISTORY_LEVEL_NONE.getName());
        setup.setEnforceHistoryTimeToLive(true);
        setup.setHistoryCleanupBatchWindowStartTime("03:00");
        setup.setHistoryCleanupBatchWindowEndTime("04:00");
        // a refused fact or a failed step is somebody's answer, not an error of the engine
        setup.setEnableCmdExceptionLogging(false);
    }

    private static void switchOffWhatNobodyUses(SpringProcessEngineConfiguration setup) {
        setup.setMetricsEnabled(false);
        setup.setDbMetricsReporterActivate(false);
        setup.setTaskMetricsEnabled(false);
        setup.setDmnEnabled(false);
        setup.setCmmnEnabled(false);
        setup.setAuthorizationEnabled(false);
    }

    /** Named by their place on the class path, not by where that lies on the disk: a new place is no new version. */
    private static Resource[] models(ResourcePatternResolver resources) throws IOException {
        var loader = new DefaultResourceLoader();
        return Arrays.stream(resources.getResources("classpath*:bpmn/*.bpmn"))
                .map(model -> Objects.requireNonNull(model.getFilename()))
                .sorted()
                .map(name -> loader.getResource("bpmn/" + name))
                .toArray(Resource[]::new);
    }
}
