package se.justera.identification;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import se.justera.access.CurrentStaff;
import se.justera.access.PublicAddress;
import se.justera.access.Role;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.audit.ChainedTrail;
import se.justera.database.EmptyDatabase;
import se.justera.identification.IdentificationSettings.PasskeySettings;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.notify.Letter;
import se.justera.notify.LetterNotSent;
import se.justera.notify.PostOffice;

/** All methods of identification, on a database of their own, reached at {@code http://localhost:8080}. */
final class House implements AutoCloseable {

    private final Post post = new Post();
    private final EmptyDatabase database;

    private House(Map<String, OidcProvider> providers, Level passkeysCountFor) {
        database = new EmptyDatabase(
                        CodeStore.class,
                        MailCodes.class,
                        KnownBrowsers.class,
                        OpenRounds.class,
                        PersonNumbers.class,
                        StoredRules.class,
                        ChainedTrail.type(),
                        PasskeyStore.class,
                        Passkeys.class,
                        OidcProviders.class,
                        OfferedMethods.class,
                        PublicAddress.class)
                .with(PostOffice.class, () -> post)
                .with(SecureRandom.class, SecureRandom::new)
                .with(PasswordEncoder.class, () -> new BCryptPasswordEncoder(4))
                .with(
                        IdentificationSettings.class,
                        () -> new IdentificationSettings(providers, new PasskeySettings(passkeysCountFor)))
                .start();
    }

    static House plain() {
        return new House(Map.of(), Level.LOW);
    }

    static House with(Map<String, OidcProvider> providers) {
        return new House(providers, Level.LOW);
    }

    static House withPasskeysFor(Level level) {
        return new House(Map.of(), level);
    }

    /** Everybody may use these, for anything. */
    House allowing(String... methods) {
        return allowing(Level.LOW, methods);
    }

    House allowing(Level leastForSigning, String... methods) {
        Map<Capacity, Set<String>> allowed = new EnumMap<>(Capacity.class);
        for (Capacity capacity : Capacity.values()) {
            allowed.put(capacity, Set.of(methods));
        }
        rules().decide(administratorOf(database.tenant()), new AssociationRules(allowed, leastForSigning, Map.of()));
        return this;
    }

    Claimant person(String name, String email) {
        return new Claimant(database.tenant(), new ParticipantId(UUID.randomUUID()), name, email, "Protokoll nr 3");
    }

    Identifications identifications() {
        return database.bean(Identifications.class);
    }

    IdentificationRules rules() {
        return database.bean(IdentificationRules.class);
    }

    EmptyDatabase database() {
        return database;
    }

    static CurrentStaff administratorOf(TenantId tenant) {
        return new CurrentStaff(tenant, "admin", Set.of(Role.ADMIN));
    }

    /** What stands in the trail about the association itself. */
    List<AuditEntry> trail(TenantId tenant) {
        return database.bean(AuditTrail.class).of(tenant, new MinutesId(tenant.value()));
    }

    Post post() {
        return post;
    }

    String everything(String table) {
        return database.sql().sql("select * from " + table).query().listOfRows().toString();
    }

    @Override
    public void close() {
        database.close();
    }

    /** Keeps letters instead of sending them. */
    static final class Post implements PostOffice {

        private final List<Letter> letters = new ArrayList<>();
        private boolean closed;

        @Override
        public void send(Letter letter) {
            if (closed) {
                throw new LetterNotSent("closed", new IllegalStateException("no mail server"));
            }
            letters.add(letter);
        }

        void close() {
            closed = true;
        }

        void open() {
            closed = false;
        }

        List<Letter> letters() {
            return letters;
        }

        String latestCode() {
            Letter latest = letters.get(letters.size() - 1);
            return Objects.requireNonNull(latest.facts().get("code")).toString();
        }
    }
}
