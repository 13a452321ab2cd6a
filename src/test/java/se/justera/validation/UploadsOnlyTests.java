package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.justera.trust.TrustAnchors;
import se.justera.trust.TrustedLists;

/** Only uploads may make the service go online: what Justera has made itself needs nothing that it does not hold. */
class UploadsOnlyTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(House.class, ValidationConfiguration.class, TrustedLists.class);

    /** Who is asked for a validation, and who for that of uploads. */
    record Users(Validation ours, Validation ofUploads) {}

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan({"se.justera.validation", "se.justera.trust"})
    static class House {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        TrustAnchors anchors() {
            return TrustAnchors.of(List.of());
        }

        @Bean
        Users users(Validation ours, @Qualifier(Validation.OF_UPLOADS) Validation ofUploads) {
            return new Users(ours, ofUploads);
        }
    }

    @Test
    void nothingIsOnlineByDefault() {
        service.run(context -> {
            Users users = context.getBean(Users.class);
            assertThat(users.ofUploads()).isSameAs(users.ours());
        });
    }

    @Test
    void onlyUploadsAreWhereItIsSwitchedOn() {
        service.withPropertyValues("justera.validation.online=true").run(context -> {
            Users users = context.getBean(Users.class);
            assertThat(users.ofUploads()).isNotSameAs(users.ours());
        });
    }
}
