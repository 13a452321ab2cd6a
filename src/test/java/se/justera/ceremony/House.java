package se.justera.ceremony;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.justera.Justera;
import se.justera.minutes.Participant;
import se.justera.notify.PostOffice;
import se.justera.signing.Signing;

/**
 * A whole node in this process, without a port: the application as it is, with mails in a folder of its own. Letters are
 * noted on their way, so that nobody has to search a folder of hundreds.
 */
public final class House implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Letterbox letters;

    private House(ConfigurableApplicationContext context, Letterbox letters) {
        this.context = context;
        this.letters = letters;
    }

    /** On a database that may be shared with other nodes. */
    public static House on(String url, String user, Path mails, String... settings) {
        return start(url, user, mails, signing -> signing, settings);
    }

    /** On H2 in memory. */
    public static House alone(Path mails, UnaryOperator<Signing> signing, String... settings) {
        return start(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                "sa",
                mails,
                signing,
                settings);
    }

    private static House start(
            String url, String user, Path mails, UnaryOperator<Signing> signing, String... settings) {
        Letterbox letters = new Letterbox();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Justera.class)
                .web(WebApplicationType.NONE)
                .profiles("demo")
                .properties("justera.demo.seed=false")
                .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(replacing(signing, letters)))
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=" + url,
                                        "--spring.datasource.username=" + user,
                                        "--justera.process.node=" + UUID.randomUUID(),
                                        "--justera.demo.mails=" + mails.toAbsolutePath()),
                                Stream.of(settings))
                        .toArray(String[]::new));
        return new House(context, letters);
    }

    private static BeanPostProcessor replacing(UnaryOperator<Signing> signing, Letterbox letters) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof PostOffice post) {
                    return letters.before(post);
                }
                return bean instanceof Signing real ? signing.apply(real) : bean;
            }
        };
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What stood in the newest letter of this kind to this person. */
    Optional<String> fact(Participant person, String template, String name) {
        return letters.newest(person.email(), template)
                .map(letter -> String.valueOf(letter.facts().get(name)));
    }

    @Override
    public void close() {
        context.close();
    }
}
