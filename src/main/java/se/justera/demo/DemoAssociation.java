package se.justera.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.access.Role;
import se.justera.access.StaffAccounts;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.association.Person;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;

/** Founds the demo association the first time, with accounts for its staff and minutes in every state. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "justera.demo.seed", matchIfMissing = true)
class DemoAssociation {

    static final TenantId ID = new TenantId(UUID.fromString("7a1d7c3e-0000-4000-8000-000000000001"));

    private static final Logger LOG = LoggerFactory.getLogger(DemoAssociation.class);

    private final Associations associations;
    private final StaffAccounts accounts;
    private final Journey journey;
    private final DemoNotices notices;
    private final PublicAddress address;
    private final SecureRandom random;
    private final String givenPassword;
    private final boolean fill;
    private final TaskExecutor background = new SimpleAsyncTaskExecutor("demo-");

    DemoAssociation(
            Associations associations,
            StaffAccounts accounts,
            Journey journey,
            DemoNotices notices,
            PublicAddress address,
            SecureRandom random,
            @Value("${justera.demo.password:}") String givenPassword,
            @Value("${justera.demo.fill:true}") boolean fill) {
        this.associations = associations;
        this.accounts = accounts;
        this.journey = journey;
        this.notices = notices;
        this.address = address;
        this.random = random;
        this.givenPassword = givenPassword;
        this.fill = fill;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        boolean first = associations.all().isEmpty();
        if (first) {
            found();
        }
        String password = givenPassword.isEmpty() ? fresh() : givenPassword;
        giveAccounts(password);
        LOG.info(
                "Justera (demo) is up at {} – sign in as secretary, registrar, auditor or admin with the password: {}",
                address.origin(),
                givenPassword.isEmpty() ? password : "(as set in JUSTERA_DEMO_PASSWORD)");
        if (first && fill) {
            background.execute(this::fill);
        }
    }

    private void found() {
        Draft draft = DemoDrafts.read("board-draft");
        var name = draft.association();
        associations.found(new Association(
                ID,
                name == null || name.name() == null ? "Demo" : name.name(),
                name == null ? null : name.orgNumber()));
        draft.attendance().stream()
                .filter(a -> a.name() != null)
                .forEach(a -> associations.register(ID, new Person(a.name(), DemoDrafts.address(a.name()), a.title())));
        notices.putUpBoards(ID);
    }

    private void giveAccounts(String password) {
        accounts.register(ID, "secretary", password, Set.of(Role.SECRETARY));
        accounts.register(ID, "registrar", password, Set.of(Role.REGISTRAR));
        accounts.register(ID, "auditor", password, Set.of(Role.AUDITOR));
        accounts.register(ID, "admin", password, Set.of(Role.ADMIN));
    }

    private void fill() {
        open("board-draft");
        submitted("board-review");
        MinutesId halfway = approved("board-adjustment");
        journey.signNext(halfway);
        complete(approved("board-adjusted"));
        complete(approved("notes"));
        MinutesId announced = approved("committee-announced");
        complete(announced);
        notices.post(ID, announced);
        journey.cancel(submitted("board-cancelled"), "Sammanträdet ställdes in.");
        LOG.info("The demo association has minutes in every state");
    }

    private MinutesId open(String draft) {
        return journey.open(ID, DemoDrafts.read(draft));
    }

    private MinutesId submitted(String draft) {
        MinutesId minutes = open(draft);
        journey.submit(minutes);
        return minutes;
    }

    private MinutesId approved(String draft) {
        MinutesId minutes = submitted(draft);
        journey.approve(minutes);
        return minutes;
    }

    private void complete(MinutesId minutes) {
        while (journey.signNext(minutes).isPresent()) {
            // until nobody is left
        }
        journey.awaitAdjusted(minutes);
    }

    private String fresh() {
        byte[] secret = new byte[9];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().encodeToString(secret);
    }
}
