package se.justera.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test on the real engine and model, with H2 in memory and nobody who runs jobs by themselves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ProcessBench.Setting.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:process;DB_CLOSE_DELAY=-1",
            "spring.flyway.locations=classpath:none",
            "spring.main.banner-mode=off",
            "justera.process.job-executor=false",
            "justera.process.retry-after=10s,1m"
        })
@interface ProcessTest {}
