package se.justera.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeysTests {

    private static final Need NEED = Need.review();
    private static final Browser THIS = new Browser("this browser's secret");
    private static final Browser ANOTHER = new Browser("another browser's secret");

    private House house = House.plain().allowing("mail-code", "passkey");
    private final SoftKey device;

    PasskeysTests() throws GeneralSecurityException {
        device = new SoftKey();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aPasskeyIsRegisteredAfterACodeAndThenIdentifiesInAnyBrowser() throws GeneralSecurityException {
        Claimant karin = identified(person("Karin Ek"));
        assertThat(names(karin)).containsExactly("mail-code");
        register(karin);

        Claimant karinNextTime = person("Karin Ek");
        assertThat(names(karinNextTime)).containsExactly("passkey", "mail-code");
        Identification identification = signIn(karinNextTime, ANOTHER);
        assertThat(identification.method()).isEqualTo("passkey");
        assertThat(identification.level()).isEqualTo(Level.LOW);
        assertThat(identification.evidence()).matches("registered=\\S+Z; after=mail-code \\(low\\)");
        house.identifications().remember(karinNextTime, ANOTHER, identification);
        assertThat(house.identifications()
                        .standing(karinNextTime, NEED, ANOTHER)
                        .identification())
                .contains(identification);
    }

    @Test
    void noPasskeyIsRegisteredWithoutAnIdentificationInThatBrowser() {
        Claimant karin = identified(person("Karin Ek"));
        assertThat(house.identifications().standing(karin, NEED, ANOTHER).mayKeepPasskey())
                .isFalse();
        assertThatThrownBy(() -> house.identifications().beginPasskey(karin, NEED, ANOTHER))
                .isInstanceOf(IdentificationRefused.NotOffered.class);
        Claimant erik = person("Erik Al");
        assertThatThrownBy(() -> house.identifications().beginPasskey(erik, NEED, THIS))
                .isInstanceOf(IdentificationRefused.NotOffered.class);
    }

    @Test
    void noPasskeyIsRegisteredAfterAnIdentificationWeakerThanItCountsFor() {
        house.close();
        house = House.withPasskeysFor(Level.SUBSTANTIAL).allowing("mail-code", "passkey");
        Claimant karin = identified(person("Karin Ek"));
        assertThat(house.identifications().standing(karin, NEED, THIS).mayKeepPasskey())
                .isFalse();
        assertThatThrownBy(() -> house.identifications().beginPasskey(karin, NEED, THIS))
                .isInstanceOf(IdentificationRefused.NotOffered.class);

        house.identifications().remember(karin, THIS, by("mail-code", Level.SUBSTANTIAL));
        assertThat(house.identifications().standing(karin, NEED, THIS).mayKeepPasskey())
                .isTrue();
    }

    @Test
    void noPasskeyIsRegisteredOnTheStrengthOfAnotherPasskey() {
        Claimant karin = person("Karin Ek");
        house.identifications().remember(karin, THIS, by("passkey", Level.LOW));
        assertThat(house.identifications().standing(karin, NEED, THIS).mayKeepPasskey())
                .isFalse();
    }

    @Test
    void aPasskeyRegisteredAfterAWeakIdentificationIsNotTakenOnceTheyCountForMore() throws GeneralSecurityException {
        house.close();
        house = House.withPasskeysFor(Level.SUBSTANTIAL).allowing("mail-code", "passkey");
        Claimant karin = person("Karin Ek");
        house.identifications().remember(karin, THIS, by("mail-code", Level.SUBSTANTIAL));
        register(karin);
        assertThat(names(karin)).contains("passkey");
        String options = begin(karin, THIS);

        house.database()
                .sql()
                .sql("update passkey set level_of_assurance = 'low'")
                .update();
        assertThat(names(karin)).doesNotContain("passkey");
        assertThatThrownBy(() -> prove(karin, THIS, device.signIn(options)))
                .isInstanceOf(IdentificationRefused.AnotherPerson.class);
    }

    @Test
    void anotherPersonsPasskeyIdentifiesNobodyElse() throws GeneralSecurityException {
        register(identified(person("Erik Al")));
        SoftKey karins = new SoftKey();
        Claimant karin = identified(person("Karin Ek"));
        register(karin, karins);

        String options = begin(karin, THIS);
        assertThat(options).contains(karins.credentialId()).doesNotContain(device.credentialId());
        String eriks = device.signIn(options);
        assertThatThrownBy(() -> prove(karin, THIS, eriks)).isInstanceOf(IdentificationRefused.AnotherPerson.class);
    }

    @Test
    void aPersonOfTheSameNameAtAnotherAddressIsAnotherPerson() throws GeneralSecurityException {
        register(identified(person("Karin Ek")));
        Claimant namesake = house.person("Karin Ek", "another.karin@forening.example");
        assertThat(names(namesake)).containsExactly("mail-code");
        assertThatThrownBy(() -> begin(namesake, THIS)).isInstanceOf(IdentificationRefused.NotOffered.class);
    }

    @Test
    void anAnswerCountsOnce() throws GeneralSecurityException {
        Claimant karin = registered();
        String answer = device.signIn(begin(karin, THIS));
        prove(karin, THIS, answer);
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Stale.class);
    }

    @Test
    void anAnswerCountsOnlyInTheBrowserThatWasAskedAndForTenMinutes() throws GeneralSecurityException {
        Claimant karin = registered();
        String answer = device.signIn(begin(karin, THIS));
        assertThatThrownBy(() -> prove(karin, ANOTHER, answer)).isInstanceOf(IdentificationRefused.Stale.class);
        house.database().clock().advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Stale.class);
    }

    @Test
    void theAnswerToARegistrationIsNoIdentification() throws GeneralSecurityException {
        Claimant karin = registered();
        String options = Objects.requireNonNull(
                house.identifications().beginPasskey(karin, NEED, THIS).forBrowser());
        String answer = device.signIn(options);
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Stale.class);
    }

    @Test
    void aLookalikeSiteGetsNothingOutOfIt() throws GeneralSecurityException {
        Claimant karin = registered();
        String answer = device.onSite("http://localhost.evil.example:8080").signIn(begin(karin, THIS));
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void aKeyForAnotherRelyingPartyIsNotTaken() throws GeneralSecurityException {
        Claimant karin = registered();
        String answer = device.forRelyingParty("evil.example").signIn(begin(karin, THIS));
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void aDeviceThatDoesNotVerifyItsUserIsNotEnough() throws GeneralSecurityException {
        Claimant karin = registered();
        String answer = device.withoutVerifyingItsUser().signIn(begin(karin, THIS));
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Untrue.class);
        Claimant erik = identified(person("Erik Al"));
        assertThatThrownBy(() -> register(erik, new SoftKey().withoutVerifyingItsUser()))
                .isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void aCopiedDeviceIsFoundOutByItsCount() throws GeneralSecurityException {
        Claimant karin = registered();
        prove(karin, THIS, device.countingFrom(40).signIn(begin(karin, THIS)));
        String copys = device.countingFrom(5).signIn(begin(karin, THIS));
        assertThatThrownBy(() -> prove(karin, THIS, copys)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void aForgedSignatureIsNotTaken() throws GeneralSecurityException {
        Claimant karin = registered();
        String options = begin(karin, THIS);
        String forged = new SoftKey()
                .signIn(options)
                .replaceAll("\"(id|rawId)\":\"[^\"]+\"", "\"$1\":\"" + device.credentialId() + "\"");
        assertThatThrownBy(() -> prove(karin, THIS, forged)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "null", "[]", "not json", "{\"id\":\"AA\",\"type\":\"public-key\",\"response\":{}}"})
    void whatIsNoAnswerIsRefused(String garbage) throws GeneralSecurityException {
        Claimant karin = registered();
        begin(karin, THIS);
        assertThatThrownBy(() -> prove(karin, THIS, garbage)).isInstanceOf(IdentificationRefused.class);
        house.identifications().beginPasskey(karin, NEED, THIS);
        assertThatThrownBy(() -> house.identifications().keepPasskey(karin, NEED, THIS, Map.of("answer", garbage)))
                .isInstanceOf(IdentificationRefused.class);
    }

    @Test
    void aDeviceIsRegisteredOnce() throws GeneralSecurityException {
        registered();
        Claimant erik = identified(person("Erik Al"));
        assertThatThrownBy(() -> register(erik)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void whoeverHadAWrongAddressLosesTheirPasskeyWithIt() throws GeneralSecurityException {
        Claimant karin = registered();
        house.identifications().forget(karin.participant());
        assertThat(names(karin)).containsExactly("mail-code");
        assertThat(house.identifications().standing(karin, NEED, THIS).identification())
                .isEmpty();
    }

    private Claimant registered() throws GeneralSecurityException {
        Claimant karin = identified(person("Karin Ek"));
        register(karin);
        return karin;
    }

    private Claimant person(String name) {
        return house.person(name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@forening.example");
    }

    private Claimant identified(Claimant person) {
        house.identifications().begin(person, NEED, "mail-code", THIS);
        Identification identification = house.identifications()
                .prove(
                        person,
                        NEED,
                        "mail-code",
                        THIS,
                        Map.of("code", house.post().latestCode()));
        house.identifications().remember(person, THIS, identification);
        return person;
    }

    private Identification by(String method, Level level) {
        return new Identification(
                method, method, level.named(), null, "", house.database().now());
    }

    private void register(Claimant person) throws GeneralSecurityException {
        register(person, device);
    }

    private void register(Claimant person, SoftKey key) throws GeneralSecurityException {
        String options = Objects.requireNonNull(
                house.identifications().beginPasskey(person, NEED, THIS).forBrowser());
        house.identifications().keepPasskey(person, NEED, THIS, Map.of("answer", key.register(options)));
    }

    private Identification signIn(Claimant person, Browser browser) throws GeneralSecurityException {
        return prove(person, browser, device.signIn(begin(person, browser)));
    }

    private String begin(Claimant person, Browser browser) {
        return Objects.requireNonNull(
                house.identifications().begin(person, NEED, "passkey", browser).forBrowser());
    }

    private Identification prove(Claimant person, Browser browser, String answer) {
        return house.identifications().prove(person, NEED, "passkey", browser, Map.of("answer", answer));
    }

    private List<String> names(Claimant person) {
        return house.identifications().standing(person, NEED, THIS).offers().stream()
                .map(Offer::method)
                .toList();
    }
}
