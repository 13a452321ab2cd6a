package se.justera.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a mail address and a browser who follows the link in a mail. */
public final class Participant {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final Pattern SHA256 = Pattern.compile("name=\"sha256\"\\s+value=\"([0-9a-f]{64})\"");

    private final String email;
    private final PostBox post;
    private String csrf = "";
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Participant(String email, PostBox post) {
        this.email = email;
        this.post = post;
    }

    public String email() {
        return email;
    }

    /** The link in the newest mail whose subject starts so. */
    public String link(String subjectStart, int skipped) {
        return PostBox.link(post.await(email, subjectStart, skipped));
    }

    public HttpResponse<String> open(String link) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString());
    }

    public byte[] fetch(String address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    /** Asks for a code, reads the mail and types it. */
    public void identify(String link) throws IOException, InterruptedException {
        int before = post.count(email);
        expect(303, post(link, Map.of("action", "requestCode")));
        String code = PostBox.code(post.await(email, "Din engångskod", before));
        expect(303, post(link, Map.of("action", "identify", "code", code)));
    }

    /** Signs what the page shows. */
    public HttpResponse<String> sign(String link) throws IOException, InterruptedException {
        return post(link, Map.of("action", "sign", "consent", "true", "sha256", shownHash(link)));
    }

    public String shownHash(String link) throws IOException, InterruptedException {
        return only(SHA256, open(link).body());
    }

    public HttpResponse<String> post(String link, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher onThePage = CSRF.matcher(open(link).body());
        if (onThePage.find()) {
            csrf = onThePage.group(1); // a page without a form leaves the one of an older page
        }
        String form = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                form + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
    }

    public static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new AssertionError("expected " + status + " but got " + response.statusCode() + ":\n"
                    + response.body()
                            .replaceAll("(?s)<head>.*?</head>", "")
                            .replaceAll("<[^>]+>", " ")
                            .replaceAll("\\s+", " "));
        }
    }

    private static String only(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " on the page:\n" + page);
        }
        return matcher.group(1);
    }
}
