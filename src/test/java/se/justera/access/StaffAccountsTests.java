package se.justera.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.kernel.TenantId;

@DeskTest
class StaffAccountsTests {

    @Autowired
    StaffAccounts accounts;

    @Autowired
    UserDetailsService users;

    @Autowired
    JdbcClient database;

    @Test
    void keepsNoPassword() {
        accounts.register(DeskHouse.TENANT, "Vera", "hemligt ord", Set.of(Role.ADMIN));
        String kept = database.sql("select password_hash from staff_account where name = 'vera'")
                .query(String.class)
                .single();
        assertThat(kept).startsWith("{bcrypt}$2").doesNotContain("hemligt");
    }

    @Test
    void doesNotTellCase() {
        accounts.register(DeskHouse.TENANT, " Siv ", "ett", Set.of(Role.REGISTRAR));
        assertThat(accounts.exists("SIV")).isTrue();
        assertThat(users.loadUserByUsername("sIv").getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_REGISTRAR");
    }

    @Test
    void changesAnAccountThatIsRegisteredAgain() {
        accounts.register(DeskHouse.TENANT, "bo", "ett", Set.of(Role.REGISTRAR));
        String before = users.loadUserByUsername("bo").getPassword();
        accounts.register(DeskHouse.TENANT, "bo", "två", Set.of(Role.SECRETARY, Role.ADMIN));
        assertThat(users.loadUserByUsername("bo").getPassword()).isNotEqualTo(before);
        assertThat(users.loadUserByUsername("bo").getAuthorities()).hasSize(2);
    }

    @Test
    void neverMovesAnAccountToAnotherAssociation() {
        accounts.register(DeskHouse.TENANT, "ulla", "ett", Set.of(Role.SECRETARY));
        var other = new TenantId(UUID.randomUUID());
        assertThatThrownBy(() -> accounts.register(other, "ulla", "två", Set.of(Role.SECRETARY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a:b"})
    void refusesNamesThatCannotSignIn(String name) {
        assertThatThrownBy(() -> accounts.register(DeskHouse.TENANT, name, "ett", Set.of(Role.ADMIN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsNobodyElse() {
        assertThat(accounts.exists("okänd")).isFalse();
        assertThatThrownBy(() -> users.loadUserByUsername("okänd")).isInstanceOf(UsernameNotFoundException.class);
    }
}
