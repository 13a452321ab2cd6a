package se.justera.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.justera.kernel.TenantId;

class AssociationRulesTests {

    private static final Browser THIS = new Browser("this browser's secret");

    private final House house = House.plain();
    private final Claimant karin = house.person("Karin Ek", "karin@forening.example");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void withoutADecisionEverybodyGetsACodeByMail() {
        for (Capacity capacity : Capacity.values()) {
            assertThat(house.identifications()
                            .standing(karin, Need.signature(Set.of(capacity)), THIS)
                            .offers())
                    .containsExactly(new Offer("mail-code", "", Offer.Kind.CODE, Level.LOW));
            assertThat(house.rules().of(karin.tenant()).keySource(capacity)).isEqualTo("one-time-key");
        }
    }

    @Test
    void aDecisionIsKeptAsItWasMade() {
        var rules = new AssociationRules(
                new EnumMap<>(Map.of(
                        Capacity.REVIEWER, Set.of("mail-code"),
                        Capacity.SECRETARY, Set.of("mail-code", "passkey"),
                        Capacity.CHAIR, Set.of("oidc:eid"),
                        Capacity.ADJUSTER, Set.of())),
                Level.SUBSTANTIAL,
                Map.of(
                        Capacity.REVIEWER, "one-time-key",
                        Capacity.SECRETARY, "one-time-key",
                        Capacity.CHAIR, "csc",
                        Capacity.ADJUSTER, "one-time-key"));
        house.rules().decide(House.administratorOf(karin.tenant()), rules);
        assertThat(house.rules().of(karin.tenant())).isEqualTo(rules);
        house.rules().decide(House.administratorOf(karin.tenant()), AssociationRules.byMail());
        assertThat(house.rules().of(karin.tenant())).isEqualTo(AssociationRules.byMail());
    }

    @Test
    void whoChangedWhichRuleStandsInTheTrail() {
        house.rules().decide(House.administratorOf(karin.tenant()), AssociationRules.byMail());
        assertThat(house.trail(karin.tenant())).as("nothing was changed").isEmpty();
        Map<Capacity, Set<String>> methods = new EnumMap<>(Capacity.class);
        for (Capacity capacity : Capacity.values()) {
            methods.put(capacity, Set.of(capacity == Capacity.CHAIR ? "passkey" : "mail-code"));
        }
        allow(methods);
        house.rules().registerNumber(House.administratorOf(karin.tenant()), "Karin Ek", "190001019802");
        assertThat(house.trail(karin.tenant())).hasSize(2);
        assertThat(house.trail(karin.tenant()).get(0)).satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("identification.ruled");
            assertThat(entry.actor()).isEqualTo("staff:admin");
            assertThat(entry.details()).isEqualTo(Map.of("CHAIR.methods", "[mail-code] → [passkey]"));
        });
        assertThat(house.trail(karin.tenant()).get(1).details())
                .as("neither name nor number")
                .isEmpty();
    }

    @Test
    void oneAssociationsRulesAreNotAnothers() {
        house.allowing("passkey");
        TenantId another = new TenantId(UUID.randomUUID());
        assertThat(house.rules().of(another)).isEqualTo(AssociationRules.byMail());
    }

    @Test
    void whoActsInTwoCapacitiesNeedsAMethodThatBothAllow() {
        allow(Map.of(Capacity.SECRETARY, Set.of("mail-code"), Capacity.CHAIR, Set.of("passkey")));
        Set<Capacity> both = Set.of(Capacity.SECRETARY, Capacity.CHAIR);
        assertThat(house.identifications()
                        .standing(karin, Need.signature(both), THIS)
                        .offers())
                .isEmpty();
        assertThat(house.identifications()
                        .standing(karin, Need.signature(Set.of(Capacity.SECRETARY)), THIS)
                        .offers())
                .hasSize(1);
        assertThat(house.identifications()
                        .standing(karin, Need.news(both), THIS)
                        .offers())
                .hasSize(1);
    }

    @Test
    void anIdentificationThatWasEnoughToReadIsAskedForAgainWhereItIsNotEnoughToSign() {
        house.allowing(Level.SUBSTANTIAL, "mail-code");
        identifyByMail();

        assertThat(house.identifications().standing(karin, Need.review(), THIS).identification())
                .isPresent();
        Need signature = Need.signature(Set.of(Capacity.CHAIR));
        assertThat(house.identifications().standing(karin, signature, THIS).identification())
                .isEmpty();
        assertThat(house.identifications().standing(karin, signature, THIS).offers())
                .isEmpty();
        assertThatThrownBy(() -> house.identifications().begin(karin, signature, "mail-code", THIS))
                .isInstanceOf(IdentificationRefused.NotOffered.class);
        assertThat(house.identifications()
                        .standing(karin, Need.news(List.of(Capacity.CHAIR)), THIS)
                        .identification())
                .isPresent();
    }

    @Test
    void whoWasIdentifiedInAWayThatIsNoLongerAllowedIsAStranger() {
        identifyByMail();
        house.allowing("passkey");
        assertThat(house.identifications().standing(karin, Need.review(), THIS).identification())
                .isEmpty();
    }

    @Test
    void aCodeThatWasSentCannotBeTypedWhereCodesAreNoLongerAllowed() {
        house.identifications().begin(karin, Need.review(), "mail-code", THIS);
        house.allowing("passkey");
        assertThatThrownBy(() -> house.identifications()
                        .prove(
                                karin,
                                Need.review(),
                                "mail-code",
                                THIS,
                                Map.of("code", house.post().latestCode())))
                .isInstanceOf(IdentificationRefused.NotOffered.class);
    }

    private void identifyByMail() {
        house.identifications().begin(karin, Need.review(), "mail-code", THIS);
        house.identifications()
                .remember(
                        karin,
                        THIS,
                        house.identifications()
                                .prove(
                                        karin,
                                        Need.review(),
                                        "mail-code",
                                        THIS,
                                        Map.of("code", house.post().latestCode())));
    }

    private void allow(Map<Capacity, Set<String>> methods) {
        house.rules().decide(House.administratorOf(karin.tenant()), new AssociationRules(methods, Level.LOW, Map.of()));
    }
}
