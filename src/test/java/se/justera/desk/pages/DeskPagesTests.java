package se.justera.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import se.justera.access.Role;
import se.justera.access.SignedIn;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.desk.Players;
import se.justera.desk.TestMinutes;
import se.justera.kernel.Actor;
import se.justera.minutes.Draft;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.process.ProcessStanding.Incident;
import tools.jackson.databind.json.JsonMapper;

@DeskTest
class DeskPagesTests {

    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern AREA =
            Pattern.compile("<textarea [^>]*name=\"([^\"]*)\"[^>]*>\n?(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern CHOICE =
            Pattern.compile("<select [^>]*name=\"([^\"]*)\"[^>]*>(.*?)</select>", Pattern.DOTALL);

    @Autowired
    MockMvc web;

    @Autowired
    TestMinutes minutes;

    @Autowired
    MinuteBook book;

    @Autowired
    Players players;

    @ParameterizedTest
    @ValueSource(strings = {"board", "committee", "every-element", "notes", "adjusted-at-once"})
    void savesADraftUntouchedFromThePageAsItWas(String name) throws Exception {
        String json = new ClassPathResource("drafts/" + name + ".json").getContentAsString(StandardCharsets.UTF_8);
        Draft draft = JsonMapper.builder().build().readValue(json, Draft.class);
        MinutesView stored = minutes.draft(draft);
        String page = body(as("secretary", get("/desk/minutes/{id}/edit", stored.id())));
        as("secretary", filled(page, "/desk/minutes/" + stored.id() + "/edit", "save"))
                .andExpect(redirectedUrl("/desk/minutes/" + stored.id()));
        assertThat(minutes.now(stored).draft()).isEqualTo(draft);
    }

    @Test
    void writesNewMinutesFromAnEmptyForm() throws Exception {
        String page = body(as("secretary", get("/desk/new")));
        MultiValueMap<String, String> fields = fields(page);
        assertThat(fields.getFirst("association.name")).isEqualTo("Samordningsförbundet Älvdalen");
        fields.set("body", "Styrelsen");
        fields.set("meeting.date", "2026-03-10");
        fields.set("items[0].heading", "<b>Öppnande</b> & annat");
        fields.set("items[0].text", "\nFörst en tom rad.\r\n\r\n- en punkt");
        fields.set("signatories[1].name", "Alva Ek");
        String location = as("secretary", post("/desk/new").params(fields).param("action", "save"))
                .andExpect(redirectedUrlPattern("/desk/minutes/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        as("secretary", get(String.valueOf(location)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Protokoll styrelsen")));
        as("secretary", get(location + "/edit"))
                .andExpect(content().string(containsString("&lt;b&gt;Öppnande&lt;/b&gt; &amp; annat")));
    }

    @Test
    void addsAndRemovesRowsWithoutStoringAnything() throws Exception {
        MinutesView draft = minutes.draft();
        String address = "/desk/minutes/" + draft.id() + "/edit";
        String page = body(as("secretary", get(address)));
        String longer =
                body(as("secretary", filled(page, address, "add signatories")).andExpect(status().isOk()));
        assertThat(fields(longer)).containsKey("signatories[3].name").containsEntry("version", List.of("1"));
        String shorter = body(as("secretary", filled(longer, address, "remove signatories 0")));
        assertThat(fields(shorter).getFirst("signatories[0].name")).isEqualTo("Alva Ek");
        assertThat(minutes.now(draft)).isEqualTo(draft);
        as("secretary", filled(shorter, address, "save")).andExpect(status().is3xxRedirection());
        assertThat(minutes.now(draft).draft().signatories())
                .isEqualTo(TestMinutes.complete().signatories().subList(1, 3));
    }

    @Test
    void keepsWhatWasTypedWhenSomethingCannotBeRead() throws Exception {
        MinutesView draft = minutes.draft();
        String address = "/desk/minutes/" + draft.id() + "/edit";
        MultiValueMap<String, String> fields = fields(body(as("secretary", get(address))));
        fields.set("meeting.date", "i går");
        fields.set("body", "Nämnden");
        as("secretary", post(address).params(fields).param("action", "save"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#meeting-date\"")))
                .andExpect(content().string(containsString("Skriv datumet som 2026-03-12.")))
                .andExpect(content().string(containsString("value=\"i går\"")))
                .andExpect(content().string(containsString("value=\"Nämnden\"")));
        assertThat(minutes.now(draft)).isEqualTo(draft);
    }

    @Test
    void letsThePersonChooseWhenSomebodyElseWasFaster() throws Exception {
        MinutesView draft = minutes.draft();
        String address = "/desk/minutes/" + draft.id() + "/edit";
        MultiValueMap<String, String> fields = fields(body(as("secretary", get(address))));
        fields.set("body", "Min text");
        MinutesView other = book.revise(DeskHouse.TENANT, Actor.staff("other"), draft.id(), null, TestMinutes.empty());
        String again = body(as("secretary", post(address).params(fields).param("action", "save"))
                .andExpect(status().isPreconditionFailed())
                .andExpect(content().string(containsString("Någon annan har ändrat protokollet")))
                .andExpect(content().string(containsString("value=\"Min text\""))));
        assertThat(minutes.now(draft)).isEqualTo(other);
        as("secretary", filled(again, address, "overwrite")).andExpect(status().is3xxRedirection());
        assertThat(minutes.now(draft).draft().body()).isEqualTo("Min text");
    }

    @Test
    void editsOnlyDrafts() throws Exception {
        MinutesView inReview = minutes.inReview();
        as("secretary", get("/desk/minutes/{id}/edit", inReview.id()))
                .andExpect(redirectedUrl("/desk/minutes/" + inReview.id()));
        as("secretary", post("/desk/minutes/{id}/edit", inReview.id()).param("original", "{}"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Granskas")));
    }

    @Test
    void showsADraftWithItsRemarksAndWhatCanBeDone() throws Exception {
        MinutesView draft = minutes.draft(TestMinutes.empty());
        as("secretary", get("/desk/minutes/{id}", draft.id()))
                .andExpect(content().string(containsString("NO_MEETING_DATE")))
                .andExpect(content().string(containsString("Skicka till ordföranden")))
                .andExpect(content().string(containsString("aria-current=\"step\"")))
                .andExpect(content().string(not(containsString("??"))));
        as("auditor", get("/desk/minutes/{id}", draft.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<form method=\"post\" action=\"/desk"))))
                .andExpect(content().string(not(containsString("Avbryt protokollet"))));
    }

    @Test
    void submitsOrSaysWhatIsMissing() throws Exception {
        MinutesView empty = minutes.draft(TestMinutes.empty());
        as("secretary", post("/desk/minutes/{id}/submission", empty.id()).param("version", "1"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Sammanträdets datum saknas.")));
        MinutesView draft = minutes.draft();
        as("secretary", post("/desk/minutes/{id}/submission", draft.id()).param("version", "1"))
                .andExpect(redirectedUrl("/desk/minutes/" + draft.id()))
                .andExpect(flash().attribute("done", "desk.done.submitted"));
        assertThat(minutes.now(draft).state()).isEqualTo(MinutesState.REVIEW);
        as("secretary", post("/desk/minutes/{id}/submission", draft.id()).param("version", "1"))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("<h1")));
    }

    @Test
    void cancelsOnlyWithAReason() throws Exception {
        MinutesView draft = minutes.draft();
        as("secretary", get("/desk/minutes/{id}/cancellation", draft.id()))
                .andExpect(content().string(containsString("Varför avbryts det?")));
        as("secretary", post("/desk/minutes/{id}/cancellation", draft.id()).param("reason", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Skriv varför protokollet avbryts.")));
        as("secretary", post("/desk/minutes/{id}/cancellation", draft.id()).param("reason", "Fel <möte>"))
                .andExpect(redirectedUrl("/desk/minutes/" + draft.id()));
        as("secretary", get("/desk/minutes/{id}", draft.id()))
                .andExpect(content().string(containsString("Fel &lt;möte&gt;")))
                .andExpect(content().string(not(containsString("jus-steps\""))));
    }

    @Test
    void showsWhoHasSignedAndLetsTheSecretaryHelpTheRest() throws Exception {
        MinutesView now = minutes.inAdjustment();
        Participant adjuster = book.participants(now.id()).stream()
                .filter(p -> p.name().equals("Jon Justerare"))
                .findFirst()
                .orElseThrow();
        book.invited(adjuster.id());
        book.opened(adjuster.id());
        String page = body(as("secretary", get("/desk/minutes/{id}", now.id())));
        assertThat(page)
                .contains("Jon Justerare", "Öppnade länken 2026-03-12", "/signatories/2/invitation")
                .doesNotContain("/signatories/0/invitation", "??")
                .contains("<span class=\"jus-events__who\">Jon Justerare</span>");
        as("secretary", post("/desk/minutes/{id}/signatories/2/invitation", now.id()))
                .andExpect(redirectedUrl("/desk/minutes/" + now.id()));
        as("secretary", get("/desk/minutes/{id}/signatories/2/email", now.id()))
                .andExpect(content().string(containsString("value=\"jon@forbundet.example\"")));
        as("secretary", post("/desk/minutes/{id}/signatories/2/email", now.id()).param("email", "jon"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"jon\"")));
        as(
                        "secretary",
                        post("/desk/minutes/{id}/signatories/2/email", now.id())
                                .param("email", " jj@forbundet.example "))
                .andExpect(redirectedUrl("/desk/minutes/" + now.id()));
        assertThat(book.signatories(DeskHouse.TENANT, now.id()).get(2).email()).isEqualTo("jj@forbundet.example");
        as("secretary", get("/desk/minutes/{id}/signatories/9/email", now.id())).andExpect(status().isNotFound());
    }

    @Test
    void showsAStuckStepAndTriesItAgain() throws Exception {
        MinutesView now = minutes.inReview();
        players.stumble(new Incident("serviceTask_inviteReviewer", "Connection <refused>"));
        as("admin", get("/desk/minutes/{id}", now.id()))
                .andExpect(content().string(containsString("Något har stannat")))
                .andExpect(content().string(containsString("Mejla ordföranden")))
                .andExpect(content().string(containsString("Connection &lt;refused&gt;")));
        as("auditor", get("/desk/minutes/{id}", now.id())).andExpect(content().string(not(containsString("/retry"))));
        players.stumble();
        as("admin", post("/desk/minutes/{id}/retry", now.id())).andExpect(status().is3xxRedirection());
        assertThat(players.retried()).contains(now.id());
        as("admin", post("/desk/minutes/{id}/retry", UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void listsSearchesAndTurnsPages() throws Exception {
        String word = "organ " + UUID.randomUUID();
        for (int i = 0; i < 21; i++) {
            minutes.draft(new Draft(
                    null, null, word, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of()));
        }
        as("registrar", get("/desk").param("q", word))
                .andExpect(content().string(containsString("21 protokoll")))
                .andExpect(content().string(containsString("Nästa sida")))
                .andExpect(content().string(not(containsString("Nytt protokoll"))));
        as("registrar", get("/desk").param("q", word).param("page", "1").param("state", "DRAFT"))
                .andExpect(content().string(containsString("Föregående sida")))
                .andExpect(content().string(containsString("Sida 2 av 2")));
        as("registrar", get("/desk").param("q", word).param("state", "FINAL"))
                .andExpect(content().string(containsString("Inga protokoll")));
        as("registrar", get("/desk").param("state", "ABSURD").param("page", "-3"))
                .andExpect(status().isOk());
    }

    @Test
    void importsAFileOrSaysWhyNot() throws Exception {
        var session = new MockHttpSession();
        String location = as(
                        "secretary",
                        multipart("/desk/import").file(file("Styrelsen")).session(session))
                .andExpect(redirectedUrlPattern("/desk/minutes/*"))
                .andExpect(flash().attribute("done", "desk.done.imported"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        as("secretary", get(String.valueOf(location)).session(session))
                .andExpect(content().string(containsString("Oklart organ.")));
        as("secretary", multipart("/desk/import").file(file("")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Filen är tom.")));
    }

    @Test
    void speaksEnglishToo() throws Exception {
        as("secretary", get("/desk/minutes/{id}?lang=en", minutes.draft().id()))
                .andExpect(content().string(containsString("Send to the chair")))
                .andExpect(content().string(not(containsString("??"))));
        as("secretary", get("/desk/new?lang=en")).andExpect(content().string(not(containsString("??"))));
    }

    private ResultActions as(String account, AbstractMockHttpServletRequestBuilder<?> call) throws Exception {
        return web.perform(call.with(csrf()).with(SignedIn.as(Role.valueOf(account.toUpperCase(Locale.ROOT)))));
    }

    private static MockHttpServletRequestBuilder filled(String page, String address, String button) {
        return post(address).params(fields(page)).param("action", button);
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** What a browser would send of the form on this page, without its button. */
    private static MultiValueMap<String, String> fields(String page) {
        String form = page.substring(page.indexOf("jus-form"));
        var fields = new LinkedMultiValueMap<String, String>();
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            boolean sent = !input.group(1).contains("type=\"checkbox\"")
                    || input.group(1).contains("checked");
            if (sent) {
                fields.set(attribute(input.group(1), "name"), attribute(input.group(1), "value"));
            }
        }
        Matcher area = AREA.matcher(form);
        while (area.find()) {
            fields.set(area.group(1), HtmlUtils.htmlUnescape(area.group(2)).replace("\n", "\r\n"));
        }
        Matcher choice = CHOICE.matcher(form);
        while (choice.find()) {
            Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(choice.group(2));
            fields.set(choice.group(1), chosen.find() ? chosen.group(1) : "");
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : "";
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "protokoll.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
