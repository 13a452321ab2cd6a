package se.justera.notify;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of our letters: plain text, one language after the other. */
@Configuration(proxyBeanMethods = false)
class NotifyConfiguration {

    /**
     * How mail is sent; the server itself is {@code spring.mail.*}.
     *
     * @param from the sender's address
     */
    @ConfigurationProperties("justera.notify")
    record Sender(@DefaultValue("justera@justera.example") String from) {}

    @Bean(defaultCandidate = false)
    TemplateEngine letterTemplates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(".txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of("*"));
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
