package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.validation.SignedSample;
import se.justera.validation.TestFiles;

/** The public page as anybody uses it: by keyboard alone, in both languages, on a phone and on a desktop. */
class ValidatePageIT {

    private static final String CHOOSE = "#upload button.govuk-file-upload-button";
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    @Test
    void anybodyValidatesByKeyboardAloneInBothLanguages() throws Exception {
        var settings = new HashMap<String, String>();
        settings.put("justera.data", folder.resolve("data").toString());
        settings.put("justera.demo.fill", "false");
        byte[] signed = SignedSample.preserved();
        byte[] broken = signed.clone();
        broken[600] ^= 1;
        Map<String, Path> files = Map.of(
                "valid", Files.write(folder.resolve("protokoll.pdf"), signed),
                "modified", Files.write(folder.resolve("ändrat.pdf"), TestFiles.with(signed, "%added\n")),
                "invalid", Files.write(folder.resolve("trasigt.pdf"), broken),
                "unsigned", Files.write(folder.resolve("utkast.pdf"), TestFiles.unsigned()),
                "unreadable", Files.write(folder.resolve("anteckningar.txt"), "hej".getBytes(StandardCharsets.UTF_8)));
        try (var chromium = Chromium.start();
                Service service = new Service(settings, folder).start()) {
            for (int[] size : new int[][] {{390, 844}, {1280, 900}}) {
                String screen = size[0] < 700 ? "phone" : "desktop";
                try (BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(size[0], size[1])
                                .setLocale("sv-SE"))) {
                    Page page = context.newPage();
                    page.setDefaultTimeout(90_000);
                    String form = service.address("/validate").toString();
                    page.navigate(form);
                    picture(page, "validate-form-" + screen);
                    nothingChosen(page, screen);
                    for (String kind : List.of("unsigned", "unreadable", "invalid", "modified", "valid")) {
                        page.navigate(form);
                        choose(page, Objects.requireNonNull(files.get(kind)));
                        picture(page, "validate-" + kind + "-" + screen);
                    }
                    bothLanguages(page, screen);
                    if (screen.equals("desktop")) {
                        report(page);
                        tooLarge(page, form);
                    }
                }
            }
        }
    }

    /** Tab by tab to what has the focus; a person without a mouse has no other way. */
    private static Locator tabTo(Page page, String selector) {
        for (int n = 0; n < 40; n++) {
            page.keyboard().press("Tab");
            Locator focused = page.locator(":is(" + selector + "):focus");
            if (focused.count() == 1) {
                return focused;
            }
        }
        throw new AssertionError(selector + " cannot be reached with the Tab key on " + page.url());
    }

    private static void nothingChosen(Page page, String screen) {
        tabTo(page, "#upload button[type=submit]");
        page.keyboard().press("Enter");
        page.locator(".govuk-error-summary").waitFor();
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Välj den fil");
        picture(page, "validate-nothing-" + screen);
        page.keyboard().press("Tab"); // the summary has the focus; its link is next
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.closest('.govuk-form-group') !== null"))
                .isEqualTo(true);
    }

    private static void choose(Page page, Path file) {
        page.locator(CHOOSE).waitFor(); // the script has made it of the plain input
        tabTo(page, CHOOSE);
        chooser(page).setFiles(file);
        tabTo(page, "#upload button[type=submit]");
        page.keyboard().press("Enter");
        page.locator(".jus-verdict").waitFor();
        assertThat(page.locator(".jus-file").textContent())
                .isEqualTo(file.getFileName().toString());
    }

    /** On a busy machine the browser may find the key press too old to open anything; then it is pressed again. */
    private static FileChooser chooser(Page page) {
        var tenSeconds = new Page.WaitForFileChooserOptions().setTimeout(10_000);
        for (int n = 0; n < 5; n++) {
            try {
                return page.waitForFileChooser(tenSeconds, () -> page.keyboard().press("Enter"));
            } catch (TimeoutError e) {
                tabTo(page, CHOOSE);
            }
        }
        throw new AssertionError("the button does not open the file chooser");
    }

    private static void bothLanguages(Page page, String screen) {
        String swedish = page.locator("h1").textContent();
        assertThat(swedish).startsWith("Dokumentet är förseglat och undertecknat av");
        tabTo(page, ".jus-language");
        page.keyboard().press("Enter");
        page.locator("html[lang=en]").waitFor();
        assertThat(page.locator("h1").textContent()).startsWith("The document is sealed and signed by");
        assertThat(page.locator("main").textContent()).contains("We trust", "Swedish time");
        picture(page, "validate-valid-en-" + screen);
        tabTo(page, ".jus-language");
        page.keyboard().press("Enter");
        page.locator("html[lang=sv]").waitFor();
        assertThat(page.locator("h1").textContent()).isEqualTo(swedish);
    }

    private static void report(Page page) throws Exception {
        tabTo(page, "a[href$='/report.pdf']");
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(download.suggestedFilename()).isEqualTo("validation-report.pdf");
        byte[] pdf = Files.readAllBytes(download.path());
        assertThat(new String(Arrays.copyOf(pdf, 5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Files.write(PICTURES.resolve("validation-report.pdf"), pdf);
    }

    private void tooLarge(Page page, String form) throws Exception {
        Path large = folder.resolve("stor.pdf");
        Files.write(large, new byte[51 << 20]);
        page.navigate(form);
        page.locator("input[type=file]").setInputFiles(large);
        tabTo(page, "#upload button[type=submit]");
        page.keyboard().press("Enter");
        page.locator("#busy.govuk-error-message").waitFor();
        assertThat(page.locator("#busy").textContent()).contains("större än 50 MB");
        picture(page, "validate-large-desktop");
        Files.delete(large);
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
