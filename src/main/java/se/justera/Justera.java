package se.justera;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import se.justera.cli.Commands;

/** The one entry of the jar. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Justera {

    private static final String VALIDATE = "validate";

    /** Starts the service, or runs the command that the first argument names. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (args.length > 0 && args[0].equals(VALIDATE)) {
            System.exit(OwnJava.run(args).orElseGet(() -> NestedJars.run(args)));
        } else if (Commands.meanTheService(args)) {
            var service = new SpringApplication(Justera.class);
            service.addListeners(new ProductionNeeds());
            service.run(Commands.settings(args));
        } else {
            System.exit(Commands.run(Justera.class, args));
        }
    }
}
