package se.justera.desk;

import java.util.EnumSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.justera.access.Role;
import se.justera.access.StaffAccounts;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.kernel.TenantId;

/** Founds the first association of a new installation, with one account that may do everything. */
@Component
@Profile("production")
class FirstAssociation {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAssociation.class);

    private final Associations associations;
    private final StaffAccounts accounts;
    private final Wanted wanted;

    FirstAssociation(Associations associations, StaffAccounts accounts, Wanted wanted) {
        this.associations = associations;
        this.accounts = accounts;
        this.wanted = wanted;
    }

    /**
     * {@code justera.first.*}: read only while the installation is empty.
     *
     * @param password of the account; take it out of the configuration after the first start
     */
    @ConfigurationProperties("justera.first")
    record Wanted(
            @DefaultValue("") String association,
            @DefaultValue("") String orgNumber,
            @DefaultValue("") String account,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Wanted[association=" + association + ", account=" + account + "]";
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void found() {
        if (!associations.all().isEmpty()) {
            return;
        }
        if (wanted.association().isBlank()
                || wanted.account().isBlank()
                || wanted.password().length() < 12) {
            LOG.warn("This installation is empty: set justera.first.association, justera.first.account and"
                    + " justera.first.password (at least 12 characters) and start again");
            return;
        }
        var tenant = new TenantId(UUID.randomUUID());
        associations.found(new Association(
                tenant, wanted.association(), wanted.orgNumber().isBlank() ? null : wanted.orgNumber()));
        accounts.register(tenant, wanted.account(), wanted.password(), EnumSet.allOf(Role.class));
        LOG.info("Founded {} with the account {}", wanted.association(), wanted.account());
    }
}
