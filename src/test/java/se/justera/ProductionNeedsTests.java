package se.justera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ProductionNeedsTests {

    private static final Map<String, String> COMPLETE = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db.forening.example/justera",
            "spring.mail.host", "smtp.forening.example",
            "justera.notify.from", "protokoll@forening.example",
            "justera.base-url", "https://protokoll.forening.example",
            "justera.trust.seal-store", "/etc/justera/seal.p12",
            "justera.trust.issuing-ca-store", "/etc/justera/ca.p12",
            "justera.trust.issuing-ca-url", "https://protokoll.forening.example/ca.cer",
            "justera.trust.anchors[0]", "/etc/justera/anchor.pem");

    @Test
    void missesNothingWhenAllIsSet() {
        assertThat(ProductionNeeds.missing(allBut("nothing"))).isEmpty();
    }

    @Test
    void takesTheAnchorsAsOneValueToo() {
        MockEnvironment environment = allBut("justera.trust.anchors[0]");
        environment.setProperty("justera.trust.anchors", "/etc/justera/a.pem,/etc/justera/b.pem");

        assertThat(ProductionNeeds.missing(environment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.url",
                "spring.mail.host",
                "justera.notify.from",
                "justera.base-url",
                "justera.trust.seal-store",
                "justera.trust.issuing-ca-store",
                "justera.trust.issuing-ca-url",
                "justera.trust.anchors[0]"
            })
    void namesTheOneThatIsMissing(String key) {
        assertThat(ProductionNeeds.missing(allBut(key)))
                .singleElement()
                .asString()
                .startsWith(key.replace("[0]", "") + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mail.host",
                "justera.notify.from",
                "justera.base-url",
                "justera.trust.seal-store",
                "justera.trust.issuing-ca-store",
                "justera.trust.issuing-ca-url"
            })
    void aBlankValueIsMissing(String key) {
        MockEnvironment environment = allBut(key);
        environment.setProperty(key, " ");

        assertThat(ProductionNeeds.missing(environment))
                .singleElement()
                .asString()
                .startsWith(key + ": ");
    }

    @Test
    void theDemosDatabaseIsNoDatabaseForProduction() {
        MockEnvironment environment = allBut("spring.datasource.url");
        environment.setProperty("spring.datasource.url", "jdbc:h2:file:./data/justera");

        assertThat(ProductionNeeds.missing(environment))
                .singleElement()
                .asString()
                .contains("PostgreSQL");
    }

    @Test
    void listsAllThatIsMissingAtOnce() {
        assertThat(ProductionNeeds.missing(new MockEnvironment())).hasSize(COMPLETE.size());
    }

    @Test
    void startsInProductionWhenAllIsSet() {
        MockEnvironment environment = allBut("nothing");
        environment.setActiveProfiles("production");

        assertThatCode(() -> prepare(environment)).doesNotThrowAnyException();
    }

    @Test
    void refusesProductionWithoutAMailServer() {
        MockEnvironment environment = allBut("spring.mail.host");
        environment.setActiveProfiles("production");

        assertThatThrownBy(() -> prepare(environment))
                .isInstanceOf(NotReadyForProduction.class)
                .hasMessageContaining("spring.mail.host");
    }

    @Test
    void refusesDemoTogetherWithProduction() {
        MockEnvironment environment = allBut("nothing");
        environment.setActiveProfiles("production", "demo");

        assertThatThrownBy(() -> prepare(environment))
                .isInstanceOf(NotReadyForProduction.class)
                .hasMessageContaining("without demo");
    }

    @Test
    void asksNothingOfTheDemo() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("demo");

        assertThatCode(() -> prepare(environment)).doesNotThrowAnyException();
    }

    @Test
    void saysWhatIsMissingInsteadOfAStackTrace() {
        var cause = new NotReadyForProduction(ProductionNeeds.missing(allBut("justera.base-url")));

        assertThat(new NotReadyForProductionAnalyzer().analyze(cause))
                .extracting(FailureAnalysis::getDescription)
                .asString()
                .contains("- justera.base-url: ");
    }

    private static MockEnvironment allBut(String missing) {
        var environment = new MockEnvironment();
        COMPLETE.forEach((key, value) -> {
            if (!key.equals(missing)) {
                environment.setProperty(key, value);
            }
        });
        return environment;
    }

    private static void prepare(MockEnvironment environment) {
        var context = new StaticApplicationContext();
        context.setEnvironment(environment);
        new ProductionNeeds()
                .onApplicationEvent(new ApplicationPreparedEvent(new SpringApplication(), new String[0], context));
    }
}
