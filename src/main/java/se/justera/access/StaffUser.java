package se.justera.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import se.justera.kernel.TenantId;

/** An account as Spring Security keeps it in the session: serializable, without the hash once it has been checked. */
class StaffUser implements UserDetails, CredentialsContainer {

    private final UUID tenant;
    private final String name;
    private @Nullable String passwordHash;
    private final EnumSet<Role> roles;

    StaffUser(UUID tenant, String name, String passwordHash, EnumSet<Role> roles) {
        this.tenant = tenant;
        this.name = name;
        this.passwordHash = passwordHash;
        this.roles = EnumSet.copyOf(roles);
    }

    CurrentStaff staff() {
        return new CurrentStaff(new TenantId(tenant), name, roles);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
