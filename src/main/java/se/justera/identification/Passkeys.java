package se.justera.identification;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (W3C Web Authentication). One is registered right after its owner has been identified in another way, and is
 * never worth more than that was.
 */
@Component
class Passkeys implements IdentificationMethod {

    static final String METHOD = "passkey";
    static final String ANSWER = "answer";

    private static final String LABEL = "passkey";
    private static final String REGISTRATION = "passkey-registration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Level worth;
    private final PasskeyStore store;
    private final PasskeyCeremony ceremony;
    private final OpenRounds rounds;
    private final SecureRandom random;
    private final Clock clock;

    Passkeys(
            IdentificationSettings settings,
            PasskeyStore store,
            OpenRounds rounds,
            PublicAddress address,
            SecureRandom random,
            Clock clock) {
        this.worth = settings.passkeys().level();
        this.store = store;
        this.ceremony = new PasskeyCeremony(address);
        this.rounds = rounds;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Offer offer() {
        return new Offer(METHOD, "", Offer.Kind.PASSKEY, worth);
    }

    @Override
    public boolean isOpenTo(Claimant person) {
        return !usable(person).isEmpty();
    }

    /** Whether somebody identified so may be given a passkey. */
    boolean mayFollow(Identification identification) {
        return !identification.method().equals(METHOD) && identification.level().reaches(worth);
    }

    @Override
    public Begun begin(Claimant person, Browser browser) {
        List<Passkey> keys = usable(person);
        if (keys.isEmpty()) {
            throw new IdentificationRefused.NotOffered();
        }
        return Begun.inBrowser(JSON.writeValueAsString(Map.of(
                "challenge", challenge(person, browser, METHOD),
                "rpId", ceremony.relyingParty(),
                "userVerification", "required",
                "timeout", OpenRounds.GOOD_FOR.toMillis(),
                "allowCredentials", keys.stream().map(Passkeys::credential).toList())));
    }

    @Override
    public Identification complete(Claimant person, Browser browser, Map<String, String> claimedAnswer) {
        AuthenticationData claimed = ceremony.readAuthentication(claimedAnswer.getOrDefault(ANSWER, ""));
        rounds.take(PasskeyCeremony.claimedChallenge(claimed.getCollectedClientData()), person, browser, METHOD);
        byte[] id = claimed.getCredentialId();
        Passkey key = usable(person).stream()
                .filter(known -> id != null && known.credentialId().equals(base64(id)))
                .findFirst()
                .orElseThrow(IdentificationRefused.AnotherPerson::new);
        long count = ceremony.verified(claimed, key);
        store.used(key, count, clock.instant());
        return new Identification(
                METHOD, LABEL, worth.orWeaker(key.level()).named(), null, key.evidence(), clock.instant());
    }

    Begun beginRegistration(Claimant person, Browser browser) {
        List<Passkey> known = store.of(person);
        return Begun.inBrowser(JSON.writeValueAsString(Map.of(
                "challenge", challenge(person, browser, REGISTRATION),
                "rp", Map.of("id", ceremony.relyingParty(), "name", "Justera"),
                "user", Map.of("id", handle(person), "name", person.email(), "displayName", person.name()),
                "pubKeyCredParams", algorithms(),
                "authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "required"),
                "attestation", "none",
                "timeout", OpenRounds.GOOD_FOR.toMillis(),
                "excludeCredentials", known.stream().map(Passkeys::credential).toList())));
    }

    /** @param after how the person was identified in this browser just now */
    void register(Claimant person, Browser browser, Map<String, String> claimedAnswer, Identification after) {
        RegistrationData claimed = ceremony.readRegistration(claimedAnswer.getOrDefault(ANSWER, ""));
        rounds.take(PasskeyCeremony.claimedChallenge(claimed.getCollectedClientData()), person, browser, REGISTRATION);
        PasskeyCeremony.Registered made = ceremony.verified(claimed);
        if (store.isTaken(made.credentialId())) {
            throw new IdentificationRefused.Untrue("this passkey is registered already");
        }
        String evidence = "registered=%s; after=%s (%s)"
                .formatted(clock.instant().truncatedTo(ChronoUnit.SECONDS), after.method(), after.levelOfAssurance());
        store.keep(
                person,
                new Passkey(
                        made.credentialId(),
                        handle(person),
                        made.credential(),
                        made.signCount(),
                        after.level(),
                        evidence,
                        clock.instant()));
    }

    void forget(ParticipantId participant) {
        store.forget(participant);
    }

    private List<Passkey> usable(Claimant person) {
        return store.of(person).stream()
                .filter(key -> key.level().reaches(worth))
                .toList();
    }

    private String challenge(Claimant person, Browser browser, String what) {
        String challenge = base64(random(32));
        rounds.open(challenge, person, browser, what);
        return challenge;
    }

    /** The same for all passkeys of a person; says nothing to whoever does not know the association's random id. */
    private static String handle(Claimant person) {
        String whole = person.tenant() + "\n" + person.name() + "\n" + person.email();
        byte[] hash = HexFormat.of()
                .parseHex(Sha256.of(whole.getBytes(StandardCharsets.UTF_8)).hex());
        return base64(hash);
    }

    private static List<Map<String, Object>> algorithms() {
        return PasskeyCeremony.ALGORITHMS.stream()
                .map(COSEAlgorithmIdentifier::getValue)
                .map(value -> Map.<String, Object>of("type", "public-key", "alg", value))
                .toList();
    }

    private static Map<String, String> credential(Passkey key) {
        return Map.of("type", "public-key", "id", key.credentialId());
    }

    private byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
