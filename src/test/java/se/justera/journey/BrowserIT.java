package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The signer's page and the validation page as people use them: on a phone, on a desktop, and by keyboard. */
class BrowserIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "correct-horse-battery";
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    @Test
    void anAdjusterSignsOnAPhoneAndAnybodyValidates() throws Exception {
        try (var post = new PostBox(Service.freePort());
                var chromium = Chromium.start()) {
            var settings = new HashMap<String, String>();
            settings.put("spring.mail.host", "127.0.0.1");
            settings.put("spring.mail.port", "" + post.port());
            settings.put("justera.data", folder.resolve("data").toString());
            settings.put("justera.demo.password", PASSWORD);
            settings.put("justera.demo.fill", "false");
            try (Service service = new Service(settings, folder).start()) {
                var secretary = new Secretary(service, "secretary", PASSWORD);
                var chair = new Participant("ordf@browser.example", post);
                String id = submitted(secretary, chair.email());
                chairReviews(chromium.browser(), post, chair);
                chairSigns(chromium.browser(), post, chair);
                secretary.awaitState(id, "ADJUSTED");
                Path pdf = folder.resolve("final.pdf");
                Files.write(pdf, secretary.pdf(id));
                anybodyValidates(chromium.browser(), service, pdf);
                staffFollow(chromium.browser(), service, id);
            }
        }
    }

    private static String submitted(Secretary secretary, String email) throws Exception {
        try (InputStream text = BrowserIT.class.getResourceAsStream("/imports/a-committee.txt")) {
            String id = secretary.importText(
                    "protokoll.txt", Objects.requireNonNull(text).readAllBytes());
            var draft = (ObjectNode) secretary.minutes(id).get("draft");
            draft.putArray("signatories")
                    .addObject()
                    .put("role", "CHAIR")
                    .put("name", "Maja Ordförandesson")
                    .put("email", email);
            Participant.expect(
                    200, secretary.put("/api/v1/minutes/" + id, secretary.version(id), JSON.writeValueAsString(draft)));
            assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
            return id;
        }
    }

    private static void chairReviews(Browser browser, PostBox post, Participant chair) throws Exception {
        try (BrowserContext desktop = browser.newContext(size(1280, 900))) {
            Page page = desktop.newPage();
            page.navigate(chair.link("Att granska", 0));
            assertThat(page.content()).doesNotContain("§");
            identify(page, post, chair, "review-desktop");
            assertThat(page.locator("article")).isNotNull();
            picture(page, "review-desktop");
            button(page, "Godkänn för underskrift").click();
            page.locator("h1")
                    .filter(new Locator.FilterOptions().setHasNotText("Granska"))
                    .waitFor();
            picture(page, "approved-desktop");
        }
    }

    private static void chairSigns(Browser browser, PostBox post, Participant chair) throws Exception {
        try (BrowserContext phone = browser.newContext(size(390, 844))) {
            Page page = phone.newPage();
            page.navigate(chair.link("Att underteckna", 0));
            identify(page, post, chair, "identify-phone");
            picture(page, "sign-phone");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Visa sidorna som bilder"))
                    .click();
            page.locator("img.jus-page-picture").first().evaluate("picture => picture.decode()");
            picture(page, "pages-phone");
            page.goBack();
            button(page, "Underteckna").click(); // without the tick
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Kryssa");
            page.getByRole(AriaRole.CHECKBOX).check();
            page.locator("#decide").scrollIntoViewIfNeeded();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("consent-phone.png")));
            button(page, "Underteckna").click();
            page.locator(".govuk-panel__title")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("undertecknat|justerat")))
                    .waitFor();
            picture(page, "signed-phone");
        }
    }

    private static void identify(Page page, PostBox post, Participant person, String picture) throws Exception {
        picture(page, picture + "-ask");
        int before = post.count(person.email());
        button(page, "Skicka koden").click();
        page.getByLabel("Skriv koden").fill("000");
        button(page, "Fortsätt").click();
        assertThat(page.locator("#code-error").textContent()).contains("Koden stämmer inte");
        picture(page, picture + "-wrong");
        page.getByLabel("Skriv koden").fill(PostBox.code(post.await(person.email(), "Din engångskod", before)));
        page.getByLabel("Skriv koden").press("Enter");
        page.locator("article").waitFor();
    }

    private static void anybodyValidates(Browser browser, Service service, Path pdf) {
        for (Map.Entry<String, Browser.NewContextOptions> screen :
                Map.of("phone", size(390, 844), "desktop", size(1280, 900)).entrySet()) {
            try (BrowserContext context = browser.newContext(screen.getValue())) {
                Page page = context.newPage();
                page.navigate(service.address("/validate").toString());
                picture(page, "validate-empty-" + screen.getKey());
                page.locator("input[type=file]").setInputFiles(pdf);
                page.locator("form button[type=submit]").last().press("Enter"); // by keyboard
                page.locator("text=Maja Ordförandesson").first().waitFor();
                picture(page, "validate-" + screen.getKey());
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                        .click();
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            }
        }
    }

    private static void staffFollow(Browser browser, Service service, String id) {
        for (Map.Entry<String, Browser.NewContextOptions> screen :
                Map.of("phone", size(390, 844), "desktop", size(1280, 900)).entrySet()) {
            try (BrowserContext context = browser.newContext(screen.getValue())) {
                Page page = context.newPage();
                page.navigate(service.address("/login").toString());
                picture(page, "login-" + screen.getKey());
                page.locator("input[name=username]").fill("secretary");
                page.locator("input[name=password]").fill(PASSWORD);
                page.locator("input[name=password]").press("Enter");
                page.waitForURL("**/desk");
                picture(page, "desk-" + screen.getKey());
                page.navigate(service.address("/desk/minutes/" + id).toString());
                picture(page, "minutes-" + screen.getKey());
                page.navigate(service.address("/desk/new").toString());
                picture(page, "new-" + screen.getKey());
            }
        }
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
