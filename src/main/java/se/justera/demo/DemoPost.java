package se.justera.demo;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Demo mode's mail: an SMTP server in this process that only writes files, and a client that talks to it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoPost {

    @Bean
    MailFolder mailFolder(@Value("${justera.demo.mails:${justera.data}/mails}") Path folder, Clock clock) {
        return new MailFolder(folder, clock);
    }

    @Bean(destroyMethod = "stop")
    @ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "never")
    GreenMail catcher(MailFolder folder) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        GreenMailUser everybody = keepingNothing(server.getManagers().getImapHostManager());
        server.getUserManager().setMessageDeliveryHandler((message, to) -> {
            folder.keep(message.getMessage());
            return everybody;
        });
        return server;
    }

    /** The folder has the letter already; an inbox would hold all of them in memory as long as the service runs. */
    private static GreenMailUser keepingNothing(ImapHostManager inboxes) {
        return new UserImpl("everybody@localhost", "everybody", "", inboxes) {
            @Override
            public void deliver(MovingMessage message) {
                // kept in the folder
            }
        };
    }

    @Bean
    @ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "never")
    JavaMailSender demoMailSender(GreenMail catcher) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(catcher.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        return sender;
    }
}
