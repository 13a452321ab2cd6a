package se.justera.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * Tests on the pages, the API and the real minute book over an H2 database in memory; see {@link DeskHouse} for what is
 * played by others. All such tests share one application and its one association.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DeskHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1",
            "spring.main.allow-bean-definition-overriding=false",
            "justera.access.upload-limit=1MB",
            "logging.level.se.justera.desk.Refusals=off"
        })
@AutoConfigureMockMvc
public @interface DeskTest {}
