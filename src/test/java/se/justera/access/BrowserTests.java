package se.justera.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.desk.SetClock;
import se.justera.desk.TestMinutes;

/** What a browser or a program meets over real HTTP: cookies, tokens, languages, errors. */
@DeskTest
class BrowserTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    SetClock clock;

    @Autowired
    TestMinutes minutes;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @Test
    void signsInAndOutWithAForm() throws Exception {
        HttpResponse<String> refused = get("/desk");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).isEqualTo("/login");
        assertThat(location(signIn("Secretary ", DeskHouse.PASSWORD))).startsWith("/desk");
        HttpResponse<String> desk = get("/desk");
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains("Logga ut").contains("secretary");
        assertThat(location(post("/logout", token(desk)))).isEqualTo("/");
        assertThat(get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void doesNotSayWhetherNameOrPasswordWasWrong() throws Exception {
        for (String name : new String[] {"secretary", "nobody"}) {
            HttpResponse<String> refused = signIn(name, "fel");
            assertThat(location(refused)).isEqualTo("/login?error");
        }
        assertThat(get("/login?error").body()).contains("hör inte ihop");
    }

    @Test
    void letsNobodyGuessAPassword() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(location(signIn("auditor", "gissning " + i))).isEqualTo("/login?error");
        }
        assertThat(location(signIn("auditor", DeskHouse.PASSWORD))).isEqualTo("/login?wait");
        assertThat(get("/login?wait").body()).contains("Vänta tio minuter");
        HttpResponse<String> program = api("GET", "/api/v1/minutes", "AUDITOR", BodyPublishers.noBody());
        assertThat(program.statusCode()).isEqualTo(429);
        assertThat(program.body()).contains("urn:justera:problem:too-many-logins");
        assertThat(location(signIn("registrar", DeskHouse.PASSWORD))).startsWith("/desk");
        clock.advance(Duration.ofMinutes(11));
        assertThat(location(signIn("auditor", DeskHouse.PASSWORD))).startsWith("/desk");
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        signIn("secretary", DeskHouse.PASSWORD);
        String path = "/desk/minutes/" + minutes.draft().id() + "/submission";
        HttpResponse<String> refused = post(path, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Det här får du inte göra").contains("har sidan legat öppen för länge");
        assertThat(post(path, token(get("/desk/import"))).statusCode()).isEqualTo(302);
    }

    @Test
    void takesASessionInTheApiOnlyWithAToken() throws Exception {
        signIn("secretary", DeskHouse.PASSWORD);
        String path = "/api/v1/minutes/" + minutes.draft().id();
        assertThat(get(path).statusCode()).isEqualTo(200);
        HttpRequest.Builder submission = request(path + "/submission").header("If-Match", "\"1\"");
        HttpResponse<String> refused = send(submission.copy().POST(BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:justera:problem:no-csrf-token");
        String token = token(get("/desk/import"));
        HttpResponse<String> done =
                send(submission.copy().header("X-CSRF-TOKEN", token).POST(BodyPublishers.noBody()));
        assertThat(done.statusCode()).isEqualTo(200);
    }

    @Test
    void neverLendsASessionToACallWithBasic() throws Exception {
        signIn("secretary", DeskHouse.PASSWORD);
        HttpResponse<String> wrong =
                send(request("/api/v1/minutes").header("Authorization", basic("SECRETARY", "fel")));
        assertThat(wrong.statusCode()).isEqualTo(401);
        HttpResponse<String> lesser = api("POST", "/api/v1/minutes", "REGISTRAR", BodyPublishers.ofString("{}"));
        assertThat(lesser.statusCode()).isEqualTo(403);
        assertThat(lesser.body()).contains("urn:justera:problem:not-allowed");
    }

    @Test
    void refusesAnotherSitesFormEvenWithBasic() throws Exception {
        HttpRequest.Builder call = request("/api/v1/minutes")
                .header("Authorization", basic("SECRETARY", DeskHouse.PASSWORD))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(send(call.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(send(call.copy().header("Sec-Fetch-Site", "same-origin")).statusCode())
                .isEqualTo(201);
        assertThat(send(call.copy()).statusCode()).isEqualTo(201);
    }

    @Test
    void keepsNoSessionForPrograms() throws Exception {
        HttpResponse<String> answer = api("GET", "/api/v1/minutes", "SECRETARY", BodyPublishers.noBody());
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get("/api/v1/minutes").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/minutes").headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
    }

    @Test
    void knowsNoStaffBehindALink() throws Exception {
        signIn("secretary", DeskHouse.PASSWORD);
        HttpResponse<String> page = get("/task/" + UUID.randomUUID());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("XSRF-TOKEN")
                        .contains("Path=/task")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
        assertThat(page.body()).doesNotContain("Logga ut");
        assertThat(post("/task/" + UUID.randomUUID(), "").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/task/x", "/css/justera.css", "/api/v1/minutes"})
    void sendsItsHeadersWithEverything(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/validate-not", "/task/x"})
    void writesNothingInlineThatItsPolicyRefuses(String path) throws Exception {
        assertThat(get(path).body()).doesNotContainPattern("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=");
    }

    @Test
    void speaksSwedishUntilSomebodyChoosesEnglish() throws Exception {
        assertThat(send(request("/").header("Accept-Language", "en-GB")).body())
                .contains("lang=\"sv\"")
                .contains("Protokoll som alla kan lita på");
        assertThat(get("/?lang=en").body()).contains("lang=\"en\"").contains("Minutes that everybody can trust");
        assertThat(get("/login").body()).contains("lang=\"en\"");
        assertThat(get("/login?lang=sv").body()).contains("lang=\"sv\"");
        assertThat(get("/login?lang=%F0%9F").statusCode()).isEqualTo(400);
        assertThat(get("/login").body()).contains("lang=\"sv\"");
    }

    @ParameterizedTest
    @CsvSource({"sv, Finns inte", "en, Not found"})
    void saysInPlainWordsThatAPageIsNotThere(String language, String words) throws Exception {
        signIn("secretary", DeskHouse.PASSWORD);
        HttpResponse<String> page = get("/desk/nowhere?lang=" + language);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains(words).doesNotContain("Exception", "org.springframework", "??");
        HttpResponse<String> behindLink = get("/task/x/y/z?lang=" + language);
        assertThat(behindLink.statusCode()).isEqualTo(404);
        assertThat(behindLink.body()).contains(words).doesNotContain("Exception", "??");
        assertThat(get("/css/nowhere.css?lang=" + language).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAnUploadThatIsTooLargeForProgramsAndPeople() throws Exception {
        signIn("secretary", DeskHouse.PASSWORD);
        String token = token(get("/desk/import"));
        for (int size : new int[] {1024 * 1024 + 1, 5 * 1024 * 1024}) {
            HttpResponse<String> program = upload("/api/v1/minutes/import", size, token);
            assertThat(program.statusCode()).isEqualTo(413);
            assertThat(program.body()).contains("urn:justera:problem:too-large");
            HttpResponse<String> page = upload("/desk/import", size, token);
            assertThat(page.statusCode()).isEqualTo(413);
            assertThat(page.body()).contains("Filen är för stor").contains("<html");
        }
        assertThat(upload("/api/v1/minutes/import", 1024 * 1024 - 1, token).statusCode())
                .isEqualTo(201);
    }

    @Test
    void neverShowsATrace() throws Exception {
        for (String path : new String[] {"/%00", "/desk/..;/x", "/error", "/?lang=" + "x".repeat(3000), "/?q=%F0%9F"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.body()).doesNotContain("\tat ", "Exception:", "java.lang", "Whitelabel");
        }
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        String form = "username=" + encoded(name) + "&password=" + encoded(password);
        return send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + token(get("/login")))));
    }

    private HttpResponse<String> upload(String path, int size, String token) throws Exception {
        byte[] head = ("--grans\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                        + "\r\n--grans\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] text = "a".repeat(size).getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--grans--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + text.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(text, 0, body, head.length, text.length);
        System.arraycopy(tail, 0, body, head.length + text.length, tail.length);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=grans")
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> api(String method, String path, String account, BodyPublisher body) throws Exception {
        return send(request(path)
                .header("Authorization", basic(account, DeskHouse.PASSWORD))
                .header("Content-Type", "application/json")
                .method(method, body));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String token) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) {
        var matcher = TOKEN.matcher(page.body());
        assertThat(matcher.find()).as("a token in the form").isTrue();
        return matcher.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "");
    }

    private static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
