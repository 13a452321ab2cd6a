package se.justera.validation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.justera.access.Role;
import se.justera.access.StaffAccounts;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.document.ReportSetter;
import se.justera.journey.Chromium;
import se.justera.kernel.TenantId;
import se.justera.validation.AlteredSample;
import se.justera.validation.OwnDocuments;
import se.justera.validation.SignedSample;
import se.justera.validation.TestFiles;

/** An auditor in a browser: a ZIP handed in, its progress watched without JavaScript, the table filtered and saved. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = InspectionPageTests.PartOfTheHouse.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:inspections;DB_CLOSE_DELAY=-1",
            "justera.access.upload-limit=100KB",
            "justera.validation.inspections.max-size=3MB"
        })
class InspectionPageTests {

    private static final String PASSWORD = "gräddtårta 12";
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final byte[] SIGNED = SignedSample.preserved();

    private static Chromium chromium;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @EnableScheduling
    @SpringBootApplication(
            proxyBeanMethods = false,
            scanBasePackages = {
                "se.justera.validation",
                "se.justera.trust",
                "se.justera.access",
                "se.justera.audit",
                "se.justera.association"
            })
    @ConfigurationPropertiesScan({"se.justera.validation", "se.justera.trust", "se.justera.access"})
    @Import(ReportSetter.class)
    static class PartOfTheHouse {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }

        @Bean
        OwnDocuments ownDocuments() {
            return new OneDocument(SIGNED);
        }

        @Bean
        Login login() {
            return new Login();
        }

        @Bean
        TenantId tenant(Associations associations, StaffAccounts accounts) {
            TenantId tenant = new TenantId(UUID.randomUUID());
            associations.found(new Association(tenant, "Samordningsförbundet Älvdalen", "222000-0001"));
            accounts.register(tenant, "auditor", PASSWORD, Set.of(Role.AUDITOR));
            accounts.register(tenant, "colleague", PASSWORD, Set.of(Role.AUDITOR));
            accounts.register(tenant, "secretary", PASSWORD, Set.of(Role.SECRETARY));
            return tenant;
        }
    }

    /** The desk's page, without the desk. */
    @Controller
    static class Login {

        @GetMapping("/login")
        String login() {
            return "login";
        }
    }

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private Path zip() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("2026/styrelsen/protokoll 4.pdf", SIGNED);
        files.put("2026/styrelsen/protokoll 4 (ny första sida).pdf", AlteredSample.withAnotherFirstPage());
        files.put("2026/utkast.pdf", TestFiles.unsigned());
        files.put("tom.pdf", new byte[0]);
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        files.put("bilder.bin", noise);
        var out = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                packed.putNextEntry(new ZipEntry(file.getKey()));
                packed.write(file.getValue());
            }
        }
        return Files.write(folder.resolve("Protokoll 2026.zip"), out.toByteArray());
    }

    private Page signedIn(BrowserContext context, String account) {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/login");
        page.fill("input[name=username]", account);
        page.fill("input[name=password]", PASSWORD);
        page.click("form[action$=login] button[type=submit]");
        return page;
    }

    private static Browser.NewContextOptions size(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("inspection-" + name + ".png"))
                .setFullPage(true));
    }

    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void anAuditorHandsInAZipWatchesItAndTakesTheTableHome() throws IOException {
        String address;
        try (BrowserContext desktop =
                chromium.browser().newContext(size(1280, 900).setJavaScriptEnabled(false))) {
            Page page = signedIn(desktop, "auditor");
            page.navigate("http://localhost:" + port + "/desk/inspections");
            assertThat(page.locator("nav a", new Page.LocatorOptions().setHasText("Validera många"))
                            .getAttribute("href"))
                    .isEqualTo("/desk/inspections");
            picture(page, "empty-desktop");
            page.click("text=Ladda upp och validera");
            assertThat(page.textContent(".govuk-error-summary")).contains("Välj en ZIP-fil.");
            page.setInputFiles("#file", zip());
            page.click("text=Ladda upp och validera");
            address = page.url();
            picture(page, "waiting-desktop");
            // without JavaScript the page is loaded anew by itself
            page.waitForSelector("#progress:has-text('Klar')", new Page.WaitForSelectorOptions().setTimeout(60_000));
            picture(page, "done-desktop");
            assertThat(page.locator(".jus-results tbody tr").count()).isEqualTo(4);
            assertThat(page.textContent(".jus-results"))
                    .contains("Vårt dokument: Protokoll styrelsen nr 4/2026")
                    .contains("Filen är tom.")
                    .doesNotContain("bilder.bin");
            page.click("text=/^Ändrat \\(1\\)$/");
            assertThat(page.textContent(".jus-results tbody"))
                    .contains("ny första sida")
                    .doesNotContain("utkast");
            picture(page, "filtered-desktop");
            assertThat(saved(page, "CSV"))
                    .startsWith("\uFEFFfile,sha256,verdict")
                    .contains(",MODIFIED,");
            assertThat(saved(page, "CSV").lines()).hasSize(2);
            page.click("text=/^Alla \\(4\\)$/");
            assertThat(saved(page, "NDJSON").lines()).hasSize(4).allMatch(line -> line.startsWith("{\"file\":"));
            assertThat(saved(page, "HTML")).contains("<th scope=\"row\">tom.pdf</th><td>Går inte att läsa</td>");
        }
        try (BrowserContext phone = chromium.browser().newContext(size(390, 844))) {
            Page page = signedIn(phone, "auditor");
            page.navigate(address + "?lang=en");
            assertThat(page.textContent("h1")).isEqualTo("Protokoll 2026.zip");
            assertThat(page.textContent("#progress")).contains("4 of 4 files are done.");
            assertAccessible(page);
            picture(page, "done-phone");
            page.click("text=All inspections");
            assertAccessible(page);
            picture(page, "list-phone");
            page.navigate(address);
            page.click("text=Remove the inspection");
            assertThat(page.textContent(".govuk-notification-banner__heading"))
                    .isEqualTo("Protokoll 2026.zip is removed.");
            picture(page, "removed-phone");
        }
    }

    private static String saved(Page page, String form) throws IOException {
        Download download = page.waitForDownload(() -> page.locator("a", new Page.LocatorOptions().setHasText(form))
                .first()
                .click());
        return Files.readString(download.path());
    }

    @Test
    void nobodyElseSeesItAndNoOtherRoleHandsIn() throws IOException {
        try (BrowserContext one = chromium.browser().newContext();
                BrowserContext two = chromium.browser().newContext();
                BrowserContext three = chromium.browser().newContext()) {
            Page auditor = signedIn(one, "auditor");
            auditor.navigate("http://localhost:" + port + "/desk/inspections");
            auditor.setInputFiles("#file", zip());
            auditor.click("text=Ladda upp och validera");
            Page colleague = signedIn(two, "colleague");
            assertThat(colleague.navigate(auditor.url()).status()).isEqualTo(404);
            assertThat(colleague.textContent("main"))
                    .contains("Den är borttagen, eller så är den någon annans.")
                    .contains("Du har inga granskningar.");
            Page secretary = signedIn(three, "secretary");
            assertThat(secretary.navigate(auditor.url()).status()).isEqualTo(403);
            assertThat(secretary
                            .navigate("http://localhost:" + port + "/desk/inspections")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aZipOverTheLimitGetsItsSentence() throws IOException {
        byte[] noise = new byte[2_900_000];
        new Random(8).nextBytes(noise);
        Path text = Files.write(folder.resolve("brus.zip"), noise);
        try (BrowserContext script = chromium.browser().newContext();
                BrowserContext none =
                        chromium.browser().newContext(size(390, 844).setJavaScriptEnabled(false))) {
            Page page = signedIn(none, "auditor");
            assertThat(refused(page, text)).contains("Filen är ingen ZIP-fil, eller så är den skadad.");
            Path larger = Files.write(folder.resolve("mer.zip"), new byte[3_500_000]);
            assertThat(refused(page, larger)).contains("ZIP-filen är större än 3 MB. Dela upp den i flera.");
            picture(page, "too-large-phone");
            Page scripted = signedIn(script, "auditor");
            scripted.navigate("http://localhost:" + port + "/desk/inspections");
            scripted.setInputFiles("#file", larger);
            scripted.click("text=Ladda upp och validera");
            assertThat(scripted.textContent("#busy")).contains("ZIP-filen är större än 3 MB.");
        }
    }

    private String refused(Page page, Path file) {
        page.navigate("http://localhost:" + port + "/desk/inspections");
        page.setInputFiles("#file", file);
        page.click("text=Ladda upp och validera");
        return page.textContent(".govuk-error-summary");
    }
}
