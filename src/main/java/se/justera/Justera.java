package se.justera;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one entry of the jar. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Justera {

    /** Starts the service. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Justera.class, args);
    }
}
