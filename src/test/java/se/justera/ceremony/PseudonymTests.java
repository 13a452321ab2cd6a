package se.justera.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.justera.kernel.TenantId;

/** The serialNumber by which certificates tell people apart. */
class PseudonymTests {

    private static final TenantId ASSOCIATION = new TenantId(UUID.randomUUID());

    @Test
    void isTheSameForOnePersonInAllMinutesOfAnAssociation() {
        assertThat(Pseudonym.of(ASSOCIATION, "Åsa Öhrn", "asa@forbundet.example"))
                .isEqualTo(Pseudonym.of(ASSOCIATION, " Åsa Öhrn ", "Asa@forbundet.example"))
                .matches("p-[0-9a-f]{24}");
    }

    @Test
    void differsForTwoOfTheSameNameAndForAnotherAssociation() {
        String one = Pseudonym.of(ASSOCIATION, "Åsa Öhrn", "asa@forbundet.example");
        assertThat(one)
                .isNotEqualTo(Pseudonym.of(ASSOCIATION, "Åsa Öhrn", "asa.ohrn@forbundet.example"))
                .isNotEqualTo(Pseudonym.of(new TenantId(UUID.randomUUID()), "Åsa Öhrn", "asa@forbundet.example"));
    }
}
