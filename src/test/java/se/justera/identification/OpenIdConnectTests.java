package se.justera.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.identification.LocalProvider.Failure;
import se.justera.identification.LocalProvider.Tampering;
import se.justera.identification.OidcProvider.Match;

class OpenIdConnectTests {

    private static final String METHOD = "oidc:eid";
    private static final Need NEED = Need.review();
    private static final Browser THIS = new Browser("this browser's secret, which is long enough to be one");
    private static final Browser ANOTHER = new Browser("another browser's secret, which is long enough to be one");

    private final LocalProvider provider;
    private @Nullable House house;

    OpenIdConnectTests() throws IOException {
        provider = new LocalProvider();
    }

    @BeforeEach
    void karinIsKnownThere() {
        provider.says("email", "karin@forening.example")
                .says("email_verified", true)
                .says("name", "Karin Ek")
                .says("acr", "loa3")
                .says("amr", List.of("mfa", "pin"));
    }

    @AfterEach
    void close() {
        if (house != null) {
            house.close();
        }
        provider.close();
    }

    @Test
    void identifiesThePersonWhoseVerifiedAddressItIs() {
        Claimant karin = karin();
        Identification identification = signIn(karin);

        assertThat(identification.method()).isEqualTo(METHOD);
        assertThat(identification.methodLabel()).isEqualTo("E-legitimation");
        assertThat(identification.level()).isEqualTo(Level.SUBSTANTIAL);
        assertThat(identification.by()).isEqualTo(provider.issuer().toString());
        assertThat(identification.evidence())
                .matches("acr=loa3; amr=mfa,pin; auth_time=\\S+Z; id_token_sha256=[0-9a-f]{64}")
                .doesNotContainIgnoringCase("karin");
        house().identifications().remember(karin, THIS, identification);
        assertThat(house().identifications().standing(karin, NEED, THIS).identification())
                .contains(identification);
        assertThat(house().identifications().standing(karin, NEED, ANOTHER).identification())
                .isEmpty();
    }

    @Test
    void asksForWhatIsRequiredAndSaysNothingOfThePerson() {
        URI asked = begin(karin(), THIS);
        assertThat(LocalProvider.parameters(asked.getRawQuery()))
                .containsEntry("acr_values", "loa3 loa4")
                .containsEntry("max_age", "300")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile email")
                .containsEntry("redirect_uri", "http://localhost:8080/task/oidc/return/eid");
        assertThat(asked.toString()).doesNotContainIgnoringCase("karin");
    }

    @Test
    void knowsPeopleByTheirNameWhereThatIsSoConfigured() {
        provider.says("name", "KARIN  ek");
        assertThat(signIn(karin(settings(Match.NAME, null))).method()).isEqualTo(METHOD);
        provider.says("name", "Karin Ekman");
        assertThatThrownBy(() -> signIn(somebody("Karin Ek"))).isInstanceOf(IdentificationRefused.AnotherPerson.class);
    }

    @Test
    void knowsPeopleByTheirPersonalNumberWhereThatIsSoConfigured() {
        provider.says("https://id.oidc.se/claim/personalIdentityNumber", "190001019802");
        Claimant karin = karin(settings(Match.PERSONAL_NUMBER, null));
        assertThatThrownBy(() -> signIn(karin)).isInstanceOf(IdentificationRefused.AnotherPerson.class);

        house().rules().registerNumber(House.administratorOf(karin.tenant()), "Karin Ek", "19000101-9802");
        assertThat(signIn(karin).method()).isEqualTo(METHOD);
        assertThat(house().everything("person_number")).doesNotContain("9802");

        house().rules().registerNumber(House.administratorOf(karin.tenant()), "Karin Ek", "19000101-9810");
        assertThatThrownBy(() -> signIn(karin)).isInstanceOf(IdentificationRefused.AnotherPerson.class);
    }

    @Test
    void tellsThePersonalNumberOnlyWhereTheSettingsNameItsClaim() {
        provider.says("https://id.oidc.se/claim/personalIdentityNumber", "190001019802");
        assertThat(signIn(karin()).personalNumber()).isNull();
        house().close();
        provider.says("pnr", "19000101-9810");
        Claimant karin = karin(settings(Match.EMAIL, null, "pnr"));
        Identification identification = signIn(karin);
        assertThat(identification.personalNumber()).isEqualTo("190001019810");
        assertThat(identification.toString() + identification.evidence()).doesNotContain("9810");

        house().identifications().remember(karin, THIS, identification);
        assertThat(house().identifications().standing(karin, NEED, THIS).identification())
                .contains(identification);
        assertThat(house().everything("identified_browser")).doesNotContain("9810");

        house().database().clock().advance(Duration.ofHours(3));
        Claimant other = house().person("Eva Ek", "eva@forening.example");
        house().identifications().remember(other, ANOTHER, identification);
        assertThat(house().database()
                        .sql()
                        .sql("select count(*) from identified_browser")
                        .query(Integer.class)
                        .single())
                .as("what has expired is not kept")
                .isEqualTo(1);
    }

    @Test
    void asksTheUserInfoForAPersonalNumberThatTheTokenLacks() {
        provider.userInfoSays("sub", "subject-1").userInfoSays("pnr", "190001019810");
        assertThat(signIn(karin(settings(Match.EMAIL, null, "pnr"))).personalNumber())
                .isEqualTo("190001019810");
    }

    @Test
    void aClaimThatIsNoPersonalNumberIsNotTakenForOne() {
        provider.says("pnr", "SE-1234");
        assertThat(signIn(karin(settings(Match.EMAIL, null, "pnr"))).personalNumber())
                .isNull();
    }

    @Test
    void refusesAnotherPerson() {
        provider.says("email", "erik@forening.example");
        assertThatThrownBy(() -> signIn(karin()))
                .isInstanceOf(IdentificationRefused.AnotherPerson.class)
                .hasMessageNotContaining("erik");
    }

    @Test
    void refusesAnAddressThatTheProviderHasNotVerified() {
        provider.says("email_verified", false);
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.AnotherPerson.class);
    }

    @Test
    void asksTheUserinfoForWhatTheTokenDoesNotSay() {
        provider.lies(new Tampering().claim("email", null).claim("email_verified", null))
                .userInfoSays("sub", "subject-1")
                .userInfoSays("email", "karin@forening.example")
                .userInfoSays("email_verified", true);
        assertThat(signIn(karin()).method()).isEqualTo(METHOD);
    }

    @Test
    void refusesUserinfoAboutAnotherSubject() {
        provider.lies(new Tampering().claim("email", null))
                .userInfoSays("sub", "subject-2")
                .userInfoSays("email", "karin@forening.example")
                .userInfoSays("email_verified", true);
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loa2", "", "loa3 loa4", "LOA3"})
    void refusesAnAcrThatIsTooLow(String acr) {
        provider.says("acr", acr);
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.TooWeak.class);
    }

    @Test
    void refusesAMissingAcrAndAnAmrThatLacksSomething() {
        provider.says("amr", List.of("pin"));
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.TooWeak.class);
        provider.says("amr", List.of("mfa")).lies(new Tampering().claim("acr", null));
        assertThatThrownBy(() -> signIn(somebody("Karin Ek"))).isInstanceOf(IdentificationRefused.TooWeak.class);
    }

    @Test
    void refusesAnIdentificationOfThisMorningInSomebodyElsesBrowser() {
        provider.lies(new Tampering()
                .claim("auth_time", Instant.now().minus(Duration.ofHours(3)).getEpochSecond()));
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.TooWeak.class);
        provider.lies(new Tampering().claim("auth_time", null));
        assertThatThrownBy(() -> signIn(somebody("Karin Ek"))).isInstanceOf(IdentificationRefused.TooWeak.class);
    }

    @ParameterizedTest(name = "a wrong {0}")
    @CsvSource({
        "nonce, another-nonce-than-was-asked-for-in-this-browser",
        "nonce,",
        "aud, somebody-elses-client",
        "iss, https://evil.example",
        "iss,",
        "sub,",
        "aud,"
    })
    void refusesATokenThatIsNotForThisAttempt(String claim, @Nullable String value) {
        provider.lies(new Tampering().claim(claim, value));
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void refusesAnExpiredToken() {
        provider.lies(new Tampering().claim("exp", Date.from(Instant.now().minusSeconds(120))));
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void refusesATokenSignedWithAnotherKey() {
        provider.lies(new Tampering().signedWithAnotherKey());
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void refusesATokenWithoutASignature() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        provider.lies(new Tampering().token(header + ".%s."));
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void refusesATokenSignedWithTheSecretThatWeShare() throws JOSEException {
        var claims =
                new JWTClaimsSet.Builder().issuer(provider.issuer().toString()).build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(LocalProvider.SECRET.repeat(2).getBytes(StandardCharsets.UTF_8)));
        provider.lies(new Tampering().token(token.serialize().replace("%", "%%")));
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void refusesTheSameAnswerTwice() {
        Claimant karin = karin();
        Map<String, String> answer = provider.signIn(begin(karin, THIS));
        prove(karin, THIS, answer);
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Stale.class);
    }

    @Test
    void refusesACodeThatHasBeenUsedInAnotherAttempt() {
        Claimant karin = karin();
        Map<String, String> first = provider.signIn(begin(karin, THIS));
        Map<String, String> second = provider.signIn(begin(karin, THIS));
        prove(karin, THIS, first);
        second.put("code", first.get("code"));
        assertThatThrownBy(() -> prove(karin, THIS, second)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void refusesACodeThatSomebodyElseGotForThemselves() {
        Claimant karin = karin();
        Map<String, String> mallorys = provider.signIn(begin(karin, ANOTHER));
        Map<String, String> mine = provider.signIn(begin(karin, THIS));
        mine.put("code", mallorys.get("code"));
        assertThatThrownBy(() -> prove(karin, THIS, mine)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void refusesAnAnswerInAnotherBrowserThanItWasAskedForIn() {
        Claimant karin = karin();
        Map<String, String> answer = provider.signIn(begin(karin, THIS));
        assertThatThrownBy(() -> prove(karin, ANOTHER, answer)).isInstanceOf(IdentificationRefused.Stale.class);
        assertThat(prove(karin, THIS, answer).method()).isEqualTo(METHOD);
    }

    @Test
    void refusesAnAnswerBehindAnotherPersonsLink() {
        Claimant karin = karin();
        Map<String, String> answer = provider.signIn(begin(karin, THIS));
        Claimant sameAddress = house().person("Karin Ek", "karin@forening.example");
        assertThatThrownBy(() -> prove(sameAddress, THIS, answer)).isInstanceOf(IdentificationRefused.Stale.class);
    }

    @Test
    void refusesAnAnswerAfterTenMinutes() {
        Claimant karin = karin();
        Map<String, String> answer = provider.signIn(begin(karin, THIS));
        house().database().clock().advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Stale.class);
    }

    @Test
    void refusesAnAnswerToNothing() {
        Claimant karin = karin();
        for (Map<String, String> answer : List.of(
                Map.<String, String>of(),
                Map.of("state", "made up", "code", UUID.randomUUID().toString()))) {
            assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Stale.class);
        }
    }

    @Test
    void refusesAnAnswerFromAnotherProviderThanWasAsked() {
        Claimant karin = karin();
        Map<String, String> answer = provider.signIn(begin(karin, THIS));
        answer.put("iss", "https://evil.example");
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.Untrue.class);
        Map<String, String> silent = provider.signIn(begin(karin, THIS));
        silent.remove("iss");
        assertThatThrownBy(() -> prove(karin, THIS, silent)).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void saysWhenThePersonBrokeOff() {
        Claimant karin = karin();
        Map<String, String> answer = provider.signIn(begin(karin, THIS));
        answer.remove("code");
        answer.put("error", "access_denied");
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.BrokenOff.class);
    }

    @ParameterizedTest
    @CsvSource({"discovery, BROKEN", "discovery, GARBAGE", "discovery, SILENT"})
    void saysWhenTheProviderDoesNotAnswerAtTheStart(String endpoint, Failure failure) {
        provider.fails(endpoint, failure);
        Claimant karin = karin();
        assertThatThrownBy(() -> begin(karin, THIS)).isInstanceOf(IdentificationRefused.ProviderSilent.class);
    }

    @ParameterizedTest
    @CsvSource({"token, BROKEN", "token, SILENT", "jwks, BROKEN", "jwks, SILENT", "jwks, GARBAGE"})
    void saysWhenTheProviderDoesNotAnswerAtTheEnd(String endpoint, Failure failure) {
        provider.fails(endpoint, failure);
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.ProviderSilent.class);
    }

    @Test
    void trustsNoTokenThatCannotBeRead() {
        provider.fails("token", Failure.GARBAGE);
        assertThatThrownBy(() -> signIn(karin())).isInstanceOf(IdentificationRefused.Untrue.class);
    }

    @Test
    void keepsNoSecretOfAnAttempt() {
        URI asked = begin(karin(), THIS);
        Map<String, String> secrets = LocalProvider.parameters(asked.getRawQuery());
        assertThat(house().everything("identification_round"))
                .contains(METHOD)
                .doesNotContain(secrets.get("state"), secrets.get("nonce"), THIS.secret());
    }

    @Test
    void isRefusedWhereTheAssociationDoesNotAllowIt() {
        Claimant karin = karin();
        Map<String, String> answer = provider.signIn(begin(karin, THIS));
        house().allowing("mail-code");
        assertThatThrownBy(() -> prove(karin, THIS, answer)).isInstanceOf(IdentificationRefused.NotOffered.class);
        assertThatThrownBy(() -> begin(karin, THIS)).isInstanceOf(IdentificationRefused.NotOffered.class);
    }

    @Test
    void takesNoProviderThatCanBeListenedTo() {
        assertThatThrownBy(() -> new OidcProvider(
                        "X",
                        URI.create("http://idp.example"),
                        "a",
                        "b",
                        Level.LOW,
                        List.of(),
                        List.of(),
                        List.of(),
                        Match.EMAIL,
                        null,
                        null,
                        Duration.ZERO,
                        Duration.ofSeconds(1)))
                .hasMessageContaining("https");
    }

    private Identification signIn(Claimant person) {
        return prove(person, THIS, provider.signIn(begin(person, THIS)));
    }

    private URI begin(Claimant person, Browser browser) {
        return Objects.requireNonNull(
                house().identifications().begin(person, NEED, METHOD, browser).elsewhere());
    }

    private Identification prove(Claimant person, Browser browser, Map<String, String> answer) {
        return house().identifications().prove(person, NEED, METHOD, browser, answer);
    }

    private Claimant karin() {
        return karin(settings(Match.EMAIL, null));
    }

    private Claimant karin(OidcProvider settings) {
        house = House.with(Map.of("eid", settings)).allowing(METHOD);
        house.database()
                .clock()
                .advance(Duration.between(house.database().now(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        return somebody("Karin Ek");
    }

    private Claimant somebody(String name) {
        return house().person(name, "karin@forening.example");
    }

    private House house() {
        return Objects.requireNonNull(house);
    }

    private OidcProvider settings(Match match, @Nullable String claim) {
        return settings(match, claim, null);
    }

    private OidcProvider settings(Match match, @Nullable String claim, @Nullable String numberClaim) {
        return new OidcProvider(
                "E-legitimation",
                provider.issuer(),
                LocalProvider.CLIENT,
                LocalProvider.SECRET,
                Level.SUBSTANTIAL,
                List.of("openid", "profile", "email"),
                List.of("loa3", "loa4"),
                List.of("mfa"),
                match,
                claim,
                numberClaim,
                Duration.ofMinutes(5),
                Duration.ofSeconds(2));
    }
}
