package se.justera.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.PublicAddress;
import se.justera.access.Role;
import se.justera.access.StaffAccounts;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.kernel.TenantId;
import se.justera.notify.PostOffice;
import se.justera.trust.KeyRing;
import se.justera.trust.KeyState;
import se.justera.trust.Revocations;

/** The administrator's page, health, metrics and warnings, over the sample keys and a real mail server. */
@SpringBootTest(
        classes = OperationsTests.PartOfTheHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:operations;DB_CLOSE_DELAY=-1",
            "justera.operations.administrators=drift@justera.example,jour@justera.example",
            "justera.operations.host=222000-0018"
        })
@AutoConfigureMockMvc
@DirtiesContext
class OperationsTests {

    private static final String PASSWORD = "gräddtårta 12";
    private static final TenantId HOST = new TenantId(UUID.randomUUID());
    private static final TenantId GUEST = new TenantId(UUID.randomUUID());

    /** A clock that is set. */
    static final class HandSetClock extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @SpringBootApplication(
            proxyBeanMethods = false,
            scanBasePackages = {
                "se.justera.operations",
                "se.justera.trust",
                "se.justera.access",
                "se.justera.audit",
                "se.justera.association",
                "se.justera.notify"
            })
    @ConfigurationPropertiesScan({"se.justera.operations", "se.justera.trust", "se.justera.access", "se.justera.notify"
    })
    static class PartOfTheHouse {

        @Bean
        HandSetClock clock() {
            return new HandSetClock();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }

        @Bean(destroyMethod = "stop")
        GreenMail mailServer() {
            GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
            server.start();
            return server;
        }

        @Bean
        JavaMailSender mailSender(GreenMail server) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(server.getSmtp().getPort());
            return sender;
        }
    }

    @Autowired
    MockMvc web;

    @Autowired
    HandSetClock clock;

    @Autowired
    GreenMail mails;

    @Autowired
    ExpiryWarnings warnings;

    @Autowired
    KeyRing keys;

    @Autowired
    OperationsSettings settings;

    @Autowired
    PostOffice post;

    @Autowired
    PublicAddress address;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    Revocations revocations;

    @Autowired
    Associations associations;

    @Autowired
    StaffAccounts accounts;

    @BeforeEach
    void found() throws Exception {
        clock.now.set(Instant.now());
        mails.purgeEmailFromAllMailboxes();
        database.sql("delete from key_warning").update();
        if (associations.all().isEmpty()) {
            associations.found(new Association(HOST, "Värden", "222000-0018"));
            associations.found(new Association(GUEST, "Gästen", "222000-0026"));
            accounts.register(HOST, "admin", PASSWORD, Set.of(Role.ADMIN));
            accounts.register(HOST, "secretary", PASSWORD, Set.of(Role.SECRETARY));
            accounts.register(GUEST, "guest", PASSWORD, Set.of(Role.ADMIN));
        }
    }

    @Test
    void theAdministratorSeesKeysAuthoritiesAndLists() throws Exception {
        web.perform(get("/desk/trust").session(as("admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Justera Sample Association Seal")))
                .andExpect(content().string(containsString("dagar kvar")))
                .andExpect(content().string(containsString("Inbyggd tidsstämpling")))
                .andExpect(content().string(containsString("Publicerade provnycklar")));
        web.perform(get("/desk/trust?lang=en").session(as("admin")))
                .andExpect(content().string(containsString("days left")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        web.perform(get("/desk/trust").session(as("secretary"))).andExpect(status().isForbidden());
        web.perform(get("/desk/trust").session(as("guest"))).andExpect(status().isForbidden());
        web.perform(post("/desk/trust/revocations")
                        .session(as("guest"))
                        .with(csrf())
                        .param("serial", seal().serial())
                        .param("reason", "SUPERSEDED"))
                .andExpect(status().isForbidden());
        web.perform(get("/desk/trust")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void theAdministratorRevokesOnceAndReadsWhyNotTwice() throws Exception {
        MockHttpSession admin = as("admin");
        String serial = seal().serial();
        web.perform(revocation(admin, "not a number"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Skriv serienumret hexadecimalt")))
                .andExpect(content().string(containsString("not a number")));
        web.perform(revocation(admin, "abc"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("inte gett ut något sådant certifikat")));
        assertThat(revocations.all()).isEmpty();
        web.perform(revocation(admin, serial)).andExpect(redirectedUrl("/desk/trust"));
        assertThat(revocations.all()).singleElement().satisfies(revoked -> {
            assertThat(revoked.serial()).isEqualTo(serial);
            assertThat(revoked.by()).isEqualTo("staff:admin");
        });
        web.perform(revocation(admin, serial))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("redan återkallat")));
    }

    @Test
    void warnsAt60And30And7DaysOnceEach() {
        warnAt("2044-10-01T00:00:00Z");
        assertThat(mails.getReceivedMessages()).as("92 days left").isEmpty();
        warnAt("2044-11-15T00:00:00Z");
        assertThat(subjects()).as("46 days left").hasSize(4).contains("Nyckeln seal slutar gälla om 46 dagar");
        warnAt("2044-11-20T00:00:00Z");
        assertThat(mails.getReceivedMessages()).as("told already").hasSize(4);
        warnAt("2044-12-10T00:00:00Z");
        assertThat(subjects()).hasSize(8).contains("Nyckeln tsa slutar gälla om 21 dagar");
        warnAt("2044-12-28T00:00:00Z");
        assertThat(subjects()).hasSize(12).contains("Nyckeln seal slutar gälla om 3 dagar");
    }

    @Test
    void aServiceThatWasDownIsToldOfTheNearestThresholdOnly() {
        warnAt("2044-12-28T00:00:00Z");
        assertThat(mails.getReceivedMessages()).hasSize(4);
    }

    @Test
    void severalNodesWarnOnce() throws Exception {
        clock.now.set(Instant.parse("2044-11-15T00:00:00Z"));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                ExpiryWarnings own = new ExpiryWarnings(keys, settings, post, address, database, transaction, clock);
                running.add(nodes.submit(own::warn));
            }
            for (Future<?> node : running) {
                node.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(mails.getReceivedMessages()).hasSize(4);
    }

    @Test
    void aMailThatWasNotSentIsSentTheNextTime() {
        mails.stop();
        warnAt("2044-11-15T00:00:00Z");
        mails.start();
        ((JavaMailSenderImpl) sender).setPort(mails.getSmtp().getPort());
        warnAt("2044-11-15T06:00:00Z");
        assertThat(mails.getReceivedMessages()).hasSize(4);
    }

    @Autowired
    JavaMailSender sender;

    @Test
    void daysLeftAreAMetric() {
        clock.now.set(Instant.parse("2044-12-21T23:59:59Z"));
        assertThat(metrics.get("justera.key.expiry").tag("key", "seal").gauge().value())
                .isEqualTo(10);
        assertThat(metrics.get("justera.tsa.refusing").gauge().value()).isZero();
        assertThat(metrics.get("justera.lists.missing").gauge().value()).isZero();
    }

    @Test
    void healthTellsTheAdministratorMoreThanTheRest() throws Exception {
        clock.now.set(Instant.parse("2044-12-28T00:00:00Z"));
        web.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("daysLeft"))));
        web.perform(get("/actuator/health").session(as("secretary")))
                .andExpect(content().string(not(containsString("daysLeft"))));
        web.perform(get("/actuator/health").session(as("admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"daysLeft\":{\"issuing-ca\":")))
                .andExpect(content().string(containsString("\"ATTENTION\"")));
        web.perform(get("/actuator/metrics/justera.key.expiry").session(as("secretary")))
                .andExpect(status().isForbidden());
        web.perform(get("/actuator/metrics/justera.key.expiry").session(as("admin")))
                .andExpect(status().isOk());
    }

    private void warnAt(String time) {
        clock.now.set(Instant.parse(time));
        warnings.warn();
    }

    private List<String> subjects() {
        return Arrays.stream(mails.getReceivedMessages())
                .map(OperationsTests::subject)
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyState seal() {
        return keys.states().stream()
                .filter(key -> key.name().equals("seal"))
                .findFirst()
                .orElseThrow();
    }

    private static RequestBuilder revocation(MockHttpSession session, String serial) {
        return post("/desk/trust/revocations")
                .session(session)
                .with(csrf())
                .param("serial", serial)
                .param("reason", "KEY_COMPROMISE");
    }

    private MockHttpSession as(String account) throws Exception {
        return (MockHttpSession) web.perform(
                        SecurityMockMvcRequestBuilders.formLogin().user(account).password(PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
