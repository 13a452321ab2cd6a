package se.justera.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.TenantId;

/** Accounts in the database. */
@Repository
class StoredStaffAccounts implements StaffAccounts, UserDetailsService {

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Clock clock;

    StoredStaffAccounts(JdbcClient database, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void register(TenantId tenant, String name, String rawPassword, Set<Role> roles) {
        String account = normal(name);
        if (account.isEmpty() || account.contains(":")) {
            throw new IllegalArgumentException("an account's name is not empty and has no colon");
        }
        Optional<StaffUser> known = find(account);
        if (known.isEmpty()) {
            insert(tenant, account, rawPassword, roles);
        } else if (known.get().staff().tenant().equals(tenant)) {
            update(account, rawPassword, roles);
        } else {
            throw new IllegalArgumentException("that account belongs to another association");
        }
    }

    @Override
    public boolean exists(String name) {
        return find(normal(name)).isPresent();
    }

    @Override
    public UserDetails loadUserByUsername(String claimedName) {
        return find(normal(claimedName)).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    private void insert(TenantId tenant, String account, String rawPassword, Set<Role> roles) {
        database.sql("insert into staff_account (id, tenant_id, name, password_hash, roles, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        tenant.value(),
                        account,
                        passwords.encode(rawPassword),
                        written(roles),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void update(String account, String rawPassword, Set<Role> roles) {
        database.sql("update staff_account set password_hash = ?, roles = ? where name = ?")
                .params(passwords.encode(rawPassword), written(roles), account)
                .update();
    }

    private Optional<StaffUser> find(String account) {
        return database.sql("select tenant_id, name, password_hash, roles from staff_account where name = ?")
                .param(account)
                .query((row, n) -> new StaffUser(
                        row.getObject("tenant_id", UUID.class),
                        row.getString("name"),
                        row.getString("password_hash"),
                        read(row.getString("roles"))))
                .optional();
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String written(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static EnumSet<Role> read(String written) {
        return Arrays.stream(written.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
