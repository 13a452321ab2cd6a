package se.justera.desk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import se.justera.access.Role;
import se.justera.access.StaffAccounts;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.association.Person;
import se.justera.document.CopySetter;
import se.justera.document.Letterheads;
import se.justera.document.ReportSetter;
import se.justera.kernel.TenantId;
import se.justera.minutes.MinuteBook;
import se.justera.notify.PostOffice;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.KeyRing;
import se.justera.trust.TestTrust;
import se.justera.validation.KnownExtracts;
import se.justera.validation.NamedTrust;
import se.justera.validation.OwnDocuments;
import se.justera.validation.TestValidation;
import se.justera.validation.Validation;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desk on top of the real access, minutes, associations, trail and archive. {@link Players} play intake, document
 * and process. One account per role; the password is {@link #PASSWORD}. Without a stereotype, so that no scan of the whole
 * house finds it.
 */
@EnableAutoConfiguration
@Import(Letterheads.class)
@ComponentScan({
    "se.justera.access",
    "se.justera.desk",
    "se.justera.minutes",
    "se.justera.association",
    "se.justera.audit",
    "se.justera.archive",
    "se.justera.identification",
    "se.justera.notice"
})
@ConfigurationPropertiesScan({"se.justera.access", "se.justera.identification"})
public class DeskHouse {

    public static final String PASSWORD = "gräddtårta 12";
    public static final TenantId TENANT = TenantId.parse("6a9d8c0e-51b7-4c57-9b3c-1f6a1d2f7a01");

    @Bean
    SetClock clock() {
        return new SetClock();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Signing signing(Clock clock) {
        return new TwoKeySources(TestSigning.sample(clock));
    }

    @Bean
    KeyRing keys(Clock clock) {
        return TestTrust.sample(clock).keys();
    }

    @Bean
    CopySetter copySetter(Clock clock) {
        return new CopySetter(clock);
    }

    @Bean
    ReportSetter reportSetter(Clock clock) {
        return new ReportSetter(clock);
    }

    @Bean
    Validation validation(Clock clock, KnownExtracts known, OwnDocuments own) {
        var trust = NamedTrust.read(Path.of("certs-sample", "trust"), null);
        return TestValidation.knowing(NamedTrust.trusting(List.of(trust), clock, known), own);
    }

    @Bean
    PostOffice postOffice() {
        return letter -> {
            throw new UnsupportedOperationException("nothing is mailed here");
        };
    }

    @Bean
    Players players() {
        return new Players();
    }

    @Bean
    TestMinutes testMinutes(MinuteBook book, Associations associations, StaffAccounts accounts) {
        associations.found(new Association(TENANT, "Samordningsförbundet Älvdalen", "222000-0001"));
        associations.register(TENANT, new Person("Alva Ek", "alva.ek@forbundet.example", "ordförande"));
        for (Role role : Role.values()) {
            accounts.register(TENANT, role.name(), PASSWORD, Set.of(role));
        }
        TenantId other = new TenantId(UUID.randomUUID());
        associations.found(new Association(other, "Ett annat förbund", null));
        accounts.register(other, "stranger", PASSWORD, Set.of(Role.SECRETARY));
        return new TestMinutes(book, JsonMapper.builder().build());
    }
}
