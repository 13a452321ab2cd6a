package se.justera.identification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/** The methods there are, as far as an association's rules let each person use them. */
@Service
class OfferedMethods implements Identifications {

    private final MailCodes codes;
    private final Passkeys passkeys;
    private final List<IdentificationMethod> methods = new ArrayList<>();
    private final OidcProviders providers;
    private final KnownBrowsers browsers;
    private final IdentificationRules rules;

    OfferedMethods(
            MailCodes codes,
            OidcProviders providers,
            Passkeys passkeys,
            KnownBrowsers browsers,
            IdentificationRules rules) {
        this.codes = codes;
        this.providers = providers;
        this.passkeys = passkeys;
        this.browsers = browsers;
        this.rules = rules;
        methods.add(passkeys);
        methods.addAll(providers.methods());
        methods.add(codes);
    }

    @Override
    public List<Offer> all() {
        return methods.stream().map(IdentificationMethod::offer).toList();
    }

    @Override
    public Standing standing(Claimant person, Need need, Browser browser) {
        AssociationRules ours = rules.of(person.tenant());
        Optional<Identification> known = browsers.identified(person.participant(), browser);
        return new Standing(
                known.filter(here -> ours.allow(here.method(), here.level(), need)),
                offers(person, need, ours),
                known.filter(here -> mayRegister(here, need, ours)).isPresent(),
                codes.awaitsCode(person.participant()));
    }

    private List<Offer> offers(Claimant person, Need need, AssociationRules ours) {
        return methods.stream()
                .filter(method -> allows(ours, method, need) && method.isOpenTo(person))
                .map(IdentificationMethod::offer)
                .toList();
    }

    @Override
    public Begun begin(Claimant person, Need need, String method, Browser browser) {
        return allowed(person, need, method).begin(person, browser);
    }

    @Override
    public Identification prove(
            Claimant person, Need need, String method, Browser browser, Map<String, String> claimedAnswer) {
        return allowed(person, need, method).complete(person, browser, claimedAnswer);
    }

    @Override
    public void remember(Claimant person, Browser browser, Identification identification) {
        browsers.remember(person, browser, identification);
    }

    @Override
    @Transactional
    public void forget(ParticipantId participant) {
        codes.forget(participant);
        browsers.forget(participant);
        passkeys.forget(participant);
    }

    @Override
    public Begun beginPasskey(Claimant person, Need need, Browser browser) {
        requireMayRegister(person, need, browser);
        return passkeys.beginRegistration(person, browser);
    }

    @Override
    public void keepPasskey(Claimant person, Need need, Browser browser, Map<String, String> claimedAnswer) {
        Identification after = requireMayRegister(person, need, browser);
        passkeys.register(person, browser, claimedAnswer, after);
    }

    @Override
    public boolean asksForNumbers() {
        return providers.askForNumbers();
    }

    @Override
    public AssociationRules rules(TenantId tenant) {
        return rules.of(tenant);
    }

    private Identification requireMayRegister(Claimant person, Need need, Browser browser) {
        AssociationRules ours = rules.of(person.tenant());
        return browsers.identified(person.participant(), browser)
                .filter(known -> mayRegister(known, need, ours))
                .orElseThrow(IdentificationRefused.NotOffered::new);
    }

    /** A passkey is for later: the level for signing is asked then, not now. */
    private boolean mayRegister(Identification known, Need need, AssociationRules ours) {
        Need later = new Need(need.capacities(), false, true);
        return ours.allow(known.method(), known.level(), need)
                && allows(ours, passkeys, later)
                && passkeys.mayFollow(known);
    }

    private IdentificationMethod allowed(Claimant person, Need need, String name) {
        AssociationRules ours = rules.of(person.tenant());
        return methods.stream()
                .filter(method -> method.offer().method().equals(name) && allows(ours, method, need))
                .findFirst()
                .orElseThrow(IdentificationRefused.NotOffered::new);
    }

    private static boolean allows(AssociationRules ours, IdentificationMethod method, Need need) {
        return ours.allow(method.offer().method(), method.offer().level(), need);
    }
}
