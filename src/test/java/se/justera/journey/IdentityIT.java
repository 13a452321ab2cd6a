package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.signing.LocalCsc;
import se.justera.signing.LocalCsc.Credential;
import se.justera.signing.ProviderPki;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People who identify themselves with a real Keycloak and with a passkey of Chromium's, and one whose key a remote signing
 * service keeps: one service, one browser, one set of minutes.
 */
class IdentityIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "correct-horse-battery";
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    @Test
    void eachIdentifiesThemselvesAndSignsAsTheirAssociationAllows() throws Exception {
        int port = Service.freePort();
        var pki = new ProviderPki();
        try (Keycloak keycloak = Keycloak.start(URI.create("http://localhost:" + port + "/*"), folder);
                var post = new PostBox(Service.freePort());
                var csc = new LocalCsc();
                var chromium = Chromium.start();
                Service service = new Service(settings(keycloak, post, csc, pki), folder, port)) {
            keycloak.await();
            service.start();
            Credential key = csc.give("jon@identity.example", new Credential(pki.ec("Jon", "Justersson")))
                    .pin("2468")
                    .oneTimeCode();
            Browser browser = chromium.browser();
            decide(browser, service);
            var secretary = new Secretary(service, "secretary", PASSWORD);
            var maja = new Participant("maja@identity.example", post);
            var jon = new Participant("jon@identity.example", post);
            String id = submitted(secretary);

            String review = maja.link("Att granska", 0);
            anotherPersonIsRefused(browser, review);
            tooWeakAnIdentificationIsRefused(browser, review);
            chairApprovesAndSigns(browser, maja, review);
            adjusterSignsWithTheirOwnKey(browser, secretary, post, jon, key, id);

            secretary.awaitState(id, "ADJUSTED");
            everybodyCanSee(secretary, id);
        }
    }

    private Map<String, String> settings(Keycloak keycloak, PostBox post, LocalCsc csc, ProviderPki pki)
            throws Exception {
        Path root = folder.resolve("provider-root.cer");
        Files.write(root, pki.root().getEncoded());
        var settings = new HashMap<String, String>();
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", "" + post.port());
        settings.put("justera.data", folder.resolve("data").toString());
        settings.put("justera.demo.password", PASSWORD);
        settings.put("justera.demo.fill", "false");
        settings.put("justera.trust.anchors", "classpath:certs-sample/trust/root-ca.pem," + root);
        settings.put("justera.identification.passkeys.level", "substantial");
        for (String name : List.of("eid", "gold")) {
            String prefix = "justera.identification.oidc." + name + ".";
            settings.put(prefix + "name", name.equals("eid") ? "Prov-legitimation" : "Guld-legitimation");
            settings.put(prefix + "issuer", keycloak.issuer().toString());
            settings.put(prefix + "client-id", Keycloak.CLIENT);
            settings.put(prefix + "client-secret", Keycloak.SECRET);
            settings.put(prefix + "acr", name.equals("eid") ? "1" : "gold");
        }
        settings.put("justera.signing.csc.name", "Provtjänsten");
        settings.put("justera.signing.csc.url", csc.address() + "/csc/v2");
        settings.put("justera.signing.csc.token-url", csc.address() + "/oauth2/token");
        settings.put("justera.signing.csc.client-id", LocalCsc.CLIENT);
        settings.put("justera.signing.csc.client-secret", LocalCsc.SECRET);
        return settings;
    }

    private static void decide(Browser browser, Service service) {
        try (BrowserContext desktop = browser.newContext(size(1280, 900))) {
            Page page = patient(desktop);
            page.navigate(service.address("/login").toString());
            page.locator("input[name=username]").fill("admin");
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL("**/desk");
            page.navigate(service.address("/desk/identification").toString());
            for (String method : List.of("oidc:eid", "oidc:gold", "passkey")) {
                page.locator("input[name='methods.REVIEWER'][value='" + method + "']")
                        .check();
                page.locator("input[name='methods.CHAIR'][value='" + method + "']")
                        .check();
            }
            page.locator("input[name='methods.CHAIR'][value='mail-code']").uncheck();
            page.locator("select[name='source.ADJUSTER']").selectOption("csc");
            picture(page, "identification-rules-desktop");
            button(page, "Spara").click();
            page.locator("[role=status]").waitFor();
            assertThat(page.locator("input[name='methods.CHAIR'][value='mail-code']")
                            .isChecked())
                    .isFalse();
        }
    }

    private static String submitted(Secretary secretary) throws Exception {
        try (InputStream text = IdentityIT.class.getResourceAsStream("/imports/a-committee.txt")) {
            String id = secretary.importText(
                    "protokoll.txt", Objects.requireNonNull(text).readAllBytes());
            var draft = (ObjectNode) secretary.minutes(id).get("draft");
            ArrayNode signatories = draft.putArray("signatories");
            signatories
                    .addObject()
                    .put("role", "CHAIR")
                    .put("name", "Maja Ordförandesson")
                    .put("email", "maja@identity.example");
            signatories
                    .addObject()
                    .put("role", "ADJUSTER")
                    .put("name", "Jon Justersson")
                    .put("email", "jon@identity.example");
            Participant.expect(
                    200, secretary.put("/api/v1/minutes/" + id, secretary.version(id), JSON.writeValueAsString(draft)));
            assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
            return id;
        }
    }

    private static void anotherPersonIsRefused(Browser browser, String link) {
        try (BrowserContext phone = browser.newContext(size(390, 844))) {
            Page page = patient(phone);
            page.navigate(link);
            picture(page, "identify-choice-phone");
            signIn(page, "Prov-legitimation", "erik");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("men inte som den person");
            assertThat(page.content()).doesNotContain("<article");
            picture(page, "identify-another-person-phone");
            page.reload(); // the same answer once more
            assertThat(page.locator("h1").textContent()).contains("gäller inte längre");
        }
    }

    private static void tooWeakAnIdentificationIsRefused(Browser browser, String link) {
        try (BrowserContext desktop = browser.newContext(size(1280, 900))) {
            Page page = patient(desktop);
            page.navigate(link);
            picture(page, "identify-choice-desktop");
            signIn(page, "Guld-legitimation", "maja");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("inte tillräckligt säker");
            assertThat(page.content()).doesNotContain("<article");
        }
    }

    private static void chairApprovesAndSigns(Browser browser, Participant maja, String review) {
        try (BrowserContext phone = browser.newContext(size(390, 844))) {
            Page page = patient(phone);
            virtualAuthenticator(phone, page);
            page.navigate(review);
            signIn(page, "Prov-legitimation", "maja");
            page.locator("article").waitFor();
            page.locator("summary", new Page.LocatorOptions().setHasText("skapa en passkey"))
                    .click();
            page.locator("details[open]").scrollIntoViewIfNeeded();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("passkey-offer-phone.png")));
            button(page, "Skapa en passkey").click();
            page.locator("article").waitFor();
            button(page, "Godkänn för underskrift").click();
            page.locator("h1", new Page.LocatorOptions().setHasText("Tack"))
                    .or(page.locator("h1"))
                    .first()
                    .waitFor();

            phone.clearCookies(); // another day
            page.navigate(maja.link("Att underteckna", 0));
            assertThat(button(page, "Få en kod med e-post").count()).isZero();
            picture(page, "identify-passkey-phone");
            button(page, "Använd din passkey").click();
            page.locator("article").waitFor();
            page.getByRole(AriaRole.CHECKBOX).check();
            button(page, "Underteckna").click();
            assertThat(page.locator("h1").textContent()).contains("undertecknat");
        }
    }

    private static void adjusterSignsWithTheirOwnKey(
            Browser browser, Secretary secretary, PostBox post, Participant jon, Credential key, String id)
            throws Exception {
        try (BrowserContext phone = browser.newContext(size(390, 844))) {
            Page page = patient(phone);
            page.navigate(jon.link("Att underteckna", 0));
            button(page, "Skicka koden").click();
            page.getByLabel("Skriv koden").fill(PostBox.code(post.await(jon.email(), "Din engångskod", 0)));
            page.getByLabel("Skriv koden").press("Enter");
            page.locator("article").waitFor();
            page.getByRole(AriaRole.CHECKBOX).check();
            button(page, "Underteckna").click();
            page.getByLabel("PIN-kod").waitFor();
            assertThat(page.getByRole(AriaRole.CHECKBOX).isChecked()).isTrue();
            picture(page, "sign-key-answers-phone");
            byte[] before = secretary.pdf(id);

            answer(page, "0000", key.otp());
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("PIN-koden eller engångskoden");
            assertThat(secretary.pdf(id)).isEqualTo(before);

            page.getByRole(AriaRole.CHECKBOX).check();
            button(page, "Underteckna").click();
            page.getByLabel("PIN-kod").waitFor();
            answer(page, "2468", key.otp());
            assertThat(page.locator("h1").textContent()).containsAnyOf("undertecknat", "justerat");
        }
    }

    private static void answer(Page page, String pin, String code) {
        page.getByLabel("PIN-kod").fill(pin);
        page.getByLabel("Kod i sms").fill(code);
        button(page, "Underteckna").click();
        page.waitForLoadState();
    }

    private static void everybodyCanSee(Secretary secretary, String id) throws IOException, InterruptedException {
        String events = secretary.get("/api/v1/minutes/" + id + "/events").toString();
        assertThat(events)
                .contains("\"method\":\"oidc:eid\"", "\"level\":\"substantial\"", "acr=1")
                .contains("participant.passkeyRegistered", "\"method\":\"passkey\"", "after=oidc:eid (substantial)")
                .contains("\"method\":\"mail-code\"", "\"level\":\"low\"")
                .doesNotContain("@identity.example");
        JsonNode result = secretary.validate(secretary.pdf(id));
        assertThat(result.get("verdict").asString()).as(result.toString()).isEqualTo("VALID");
        assertThat(result.get("signatures")).hasSize(3);
    }

    private static void signIn(Page page, String provider, String user) {
        button(page, "Legitimera dig med " + provider).click();
        page.locator("#username").fill(user);
        page.locator("#password").fill(user + "s-password");
        page.locator("#kc-login").click();
        page.waitForURL("**/task/**");
    }

    private static void virtualAuthenticator(BrowserContext context, Page page) {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    /** Keycloak's first pages take their time on a busy machine. */
    private static Page patient(BrowserContext context) {
        context.setDefaultTimeout(120_000);
        return context.newPage();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Browser.NewContextOptions size(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setLocale("sv-SE");
    }

    /** A picture of the whole page, and no fault that axe can find (WCAG 2.1 AA). */
    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        var faults = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        assertThat(faults).as("axe on %s", name).isEmpty();
    }
}
