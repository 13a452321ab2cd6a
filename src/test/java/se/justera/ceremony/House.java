package se.justera.ceremony;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.justera.Justera;
import se.justera.demo.CaughtMail;
import se.justera.demo.MailFolder;
import se.justera.minutes.Participant;
import se.justera.signing.Signing;

/** A whole node in this process, without a port: the application as it is, with mails in a folder of its own. */
public final class House implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On a database that may be shared with other nodes. */
    public static House on(String url, String user, Path mails) {
        return start(url, user, mails, signing -> signing);
    }

    /** On H2 in memory. */
    public static House alone(Path mails, UnaryOperator<Signing> signing) {
        return start(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", mails, signing);
    }

    private static House start(String url, String user, Path mails, UnaryOperator<Signing> signing) {
        return new House(new SpringApplicationBuilder(Justera.class)
                .web(WebApplicationType.NONE)
                .profiles("demo")
                .properties("justera.demo.seed=false")
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(replacing(signing)))
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--justera.process.node=" + UUID.randomUUID(),
                        "--justera.demo.mails=" + mails.toAbsolutePath()));
    }

    private static BeanPostProcessor replacing(UnaryOperator<Signing> signing) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Signing real ? signing.apply(real) : bean;
            }
        };
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The newest mail to this person whose subject starts so. */
    Optional<CaughtMail> mail(Participant person, String subjectStart) {
        return bean(MailFolder.class).newest(person.email(), subjectStart, java.time.Instant.EPOCH);
    }

    @Override
    public void close() {
        context.close();
    }
}
