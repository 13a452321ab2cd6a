package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk, click by click, in the demo as it starts with no configuration but a password. */
class FiveMinuteWalkIT {

    private static final String PASSWORD = "correct-horse-battery";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern DONE = Pattern.compile("du har godkänt|du har undertecknat|är justerat");
    private static final List<String> OTHERS =
            List.of("maj-britt.exempelius@forbundet.example", "torsten.provholm@forbundet.example");

    @TempDir
    Path folder;

    @Test
    void leadsFromADraftToAGreenValidation() throws Exception {
        var settings = Map.of("justera.data", folder.resolve("data").toString(), "justera.demo.password", PASSWORD);
        try (Service service = new Service(settings, folder).start();
                var chromium = Chromium.start()) {
            String secretary = "lina.pennfakt@forbundet.example";
            submit(chromium.browser(), service);
            String chair = OTHERS.get(0);
            act(chromium.browser(), service, chair, "Att granska", "Godkänn för underskrift");
            act(chromium.browser(), service, secretary, "Att underteckna", "Underteckna");
            for (String person : OTHERS) {
                act(chromium.browser(), service, person, "Att underteckna", "Underteckna");
            }
            Path signed = attachmentOf(chromium.browser(), service, secretary);
            validate(chromium.browser(), service, signed);
        }
    }

    private static void submit(Browser browser, Service service) {
        try (BrowserContext window = window(browser)) {
            Page page = window.newPage();
            page.navigate(service.address("/login").toString());
            page.locator("input[name=username]").fill("secretary");
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL("**/desk");
            page.locator("main a")
                    .filter(new Locator.FilterOptions().setHasText("nr 5/2026"))
                    .first()
                    .click();
            button(page, "Skicka till ordföranden").click();
            page.locator("text=Granskas").first().waitFor();
        }
    }

    /** Follows the newest mail of this kind, proves who they are and presses the button. */
    private static void act(Browser browser, Service service, String person, String subject, String action) {
        try (BrowserContext window = window(browser)) {
            Page page = window.newPage();
            page.navigate(lines(page, service, person, subject, "/task/"));
            page.setViewportSize(390, 844);
            button(page, "Skicka koden").click();
            page.getByLabel("Skriv koden").waitFor();
            Page mails = window.newPage();
            String code = lines(mails, service, person, "Din engångskod", "");
            page.getByLabel("Skriv koden").fill(code);
            page.getByLabel("Skriv koden").press("Enter");
            page.locator("article").waitFor();
            if (action.equals("Underteckna")) {
                page.getByRole(AriaRole.CHECKBOX).check();
            }
            button(page, action).click();
            page.locator(".govuk-panel__title")
                    .filter(new Locator.FilterOptions().setHasText(DONE))
                    .waitFor();
        }
    }

    /** The one line of the newest such mail that is a link with this in it, or else a code. */
    private static String lines(Page page, Service service, String person, String subject, String link) {
        openMail(page, service, person, subject);
        List<String> lines = page.locator(".jus-letter__line").allTextContents();
        return lines.stream()
                .map(String::strip)
                .filter(line -> link.isEmpty() ? line.matches("\\d{6}") : line.contains(link))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such line in " + lines));
    }

    private static void openMail(Page page, Service service, String person, String subject) {
        Waiting.until("a mail \"" + subject + "\" to " + person, PATIENCE, () -> {
            page.navigate(service.address("/demo/mail").toString());
            Locator mail = page.locator(".jus-mails__item")
                    .filter(new Locator.FilterOptions().setHasText(person))
                    .filter(new Locator.FilterOptions().setHasText(subject))
                    .filter(new Locator.FilterOptions().setHasText("nr 5/2026"));
            if (mail.count() == 0) {
                return false;
            }
            mail.first().locator("a").click();
            page.locator(".jus-letter").waitFor();
            return true;
        });
    }

    private Path attachmentOf(Browser browser, Service service, String person) throws Exception {
        try (BrowserContext window = window(browser)) {
            Page page = window.newPage();
            openMail(page, service, person, "Justerat");
            String address = page.locator("main ul a").first().getAttribute("href");
            byte[] pdf =
                    window.request().get(service.address(address).toString()).body();
            return Files.write(folder.resolve("signed.pdf"), pdf);
        }
    }

    private static void validate(Browser browser, Service service, Path signed) {
        try (BrowserContext window = window(browser)) {
            Page page = window.newPage();
            page.navigate(service.address("/validate").toString());
            page.locator("input[type=file]").setInputFiles(signed);
            page.locator("form button[type=submit]").last().click();
            page.locator(".jus-verdict").first().waitFor();
            assertThat(page.locator("main").textContent()).contains("Lina Pennfäkt", "Maj-Britt Exempelius");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "pictures", "walk-validated.png"))
                    .setFullPage(true));
            assertThat(page.locator(".jus-verdict--good").count()).isPositive();
        }
    }

    private static BrowserContext window(Browser browser) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("sv-SE"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
