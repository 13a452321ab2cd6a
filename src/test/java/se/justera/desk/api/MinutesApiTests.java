package se.justera.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.archive.Archive;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.desk.Players;
import se.justera.desk.TestMinutes;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.process.ProcessStanding.Incident;

@DeskTest
class MinutesApiTests {

    private static final String MINUTES = "/api/v1/minutes";

    @Autowired
    MockMvc web;

    @Autowired
    TestMinutes minutes;

    @Autowired
    MinuteBook book;

    @Autowired
    Players players;

    @Autowired
    Archive archive;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void storesADraftAndNamesIt() throws Exception {
        var answer = secretary(post(MINUTES)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(minutes.json(TestMinutes.complete())))
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.draft.meeting.date").value("2026-03-10"))
                .andExpect(jsonPath("$.draft.signatories[2].email").value("jon@forbundet.example"))
                .andExpect(jsonPath("$.draft.footnotes").doesNotExist())
                .andExpect(jsonPath("$.remarks").doesNotExist());
        String location = answer.andReturn().getResponse().getHeader("Location");
        assertThat(location).startsWith("/api/v1/minutes/");
        secretary(get(String.valueOf(location)))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.id").value(String.valueOf(location).substring(MINUTES.length() + 1)));
    }

    @Test
    void storesADraftThatLacksEverything() throws Exception {
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isCreated())
                .andExpect(content().json("{\"state\":\"DRAFT\",\"draft\":{}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"meeting\":{\"date\":\"tolfte mars\"}} | /meeting/date",
                "{\"meeting\":{\"start\":\"kl nio\"}} | /meeting/start",
                "{\"items\":[{\"number\":1},{\"number\":\"två\"}]} | /items/1/number",
                "{\"items\":[{\"number\":1.5}]} | /items/0/number",
                "{\"kind\":\"DIARY\"} | /kind",
                "{\"attendance\":[{\"role\":0}]} | /attendance/0/role",
                "{\"attendance\":\"alla\"} | /attendance",
                "{\"sekreterare\":\"Alva\"} | /sekreterare",
                "{\"signatories\":[{\"epost\":\"a@b.example\"}]} | /signatories/0/epost"
            })
    void refusesADraftOfAnotherShapeAndSaysWhere(String draft, String pointer) throws Exception {
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_JSON).content(draft))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:justera:problem:bad-draft"))
                .andExpect(jsonPath("$.at").value(pointer));
    }

    @Test
    void saysWhereARevisionIsOfAnotherShapeAndKeepsTheDraft() throws Exception {
        String address = MINUTES + "/" + minutes.draft().id();
        String before = secretary(get(address)).andReturn().getResponse().getContentAsString();
        secretary(put(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("If-Match", "*")
                        .content("{\"items\":[{},{\"blocks\":[{\"type\":\"LIST\"}]}]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.at").value("/items/1/blocks/0/type"));
        assertThat(secretary(get(address)).andReturn().getResponse().getContentAsString())
                .isEqualTo(before);
    }

    @Test
    void refusesADraftThatHoldsMoreThanCanBePrinted() throws Exception {
        String items = "{},".repeat(40_000);
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_JSON).content("{\"items\":[" + items + "{}]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("högst 32\u00a0000 ärenden")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "inte json", "{}{}", "{\"body\":1,\"body\":2}", "{\"body\":1}"})
    void refusesWhatIsNoDraft(String text) throws Exception {
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_JSON).content(text))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:justera:problem:bad-draft"));
    }

    @Test
    void refusesNothingAtAllAndOtherRequestsOfAnotherShape() throws Exception {
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_JSON).content(""))
                .andExpect(status().isBadRequest());
        secretary(post(MINUTES + "/" + minutes.draft().id() + "/cancellation")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":{}}")
                        .header("If-Match", "*"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.at").value("/reason"));
    }

    @Test
    void refusesAListWithNothingInIt() throws Exception {
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_JSON).content("{\"items\":[null]}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void refusesOtherMediaTypesAndMethods() throws Exception {
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_XML).content("<a/>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.status").value(415));
        secretary(delete(MINUTES + "/" + UUID.randomUUID()))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", containsString("PUT")))
                .andExpect(jsonPath("$.title").value("Så går det inte att använda adressen"));
        secretary(get(MINUTES + "/" + minutes.draft().id()).accept(MediaType.APPLICATION_XML))
                .andExpect(status().isNotAcceptable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/remarks", "/pdf", "/signatories", "/process", "/events"})
    void doesNotKnowMinutesThatAreNotThere(String part) throws Exception {
        for (String id : new String[] {UUID.randomUUID().toString(), "4", "..%2f"}) {
            secretary(get(MINUTES + "/" + id + part)).andExpect(status().is4xxClientError());
        }
        secretary(get(MINUTES + "/" + UUID.randomUUID() + part))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("Finns inte"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/remarks", "/pdf", "/signatories", "/process", "/events"})
    void hidesMinutesFromAnotherAssociation(String part) throws Exception {
        web.perform(get(MINUTES + "/" + minutes.draft().id() + part).with(httpBasic("stranger", DeskHouse.PASSWORD)))
                .andExpect(status().isNotFound());
    }

    @Test
    void revisesWithTheVersionLastSeen() throws Exception {
        String path = MINUTES + "/" + minutes.draft().id();
        String other = minutes.json(TestMinutes.empty());
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(other)
                        .header("If-Match", "\"1\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.version").value(2));
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(other)
                        .header("If-Match", "\"1\""))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.type").value("urn:justera:problem:stale"));
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(other)
                        .header("If-Match", "*"))
                .andExpect(status().isOk());
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(other)
                        .header("If-Match", "\"1\", \"3\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"4\""));
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(other)
                        .header("If-Match", "W/\"4\""))
                .andExpect(status().isPreconditionFailed());
        secretary(put(path).contentType(MediaType.APPLICATION_JSON).content(other))
                .andExpect(status().isPreconditionRequired())
                .andExpect(jsonPath("$.title").value("If-Match saknas"));
    }

    @Test
    void revisesOnlyADraft() throws Exception {
        MinutesView inReview = minutes.inReview();
        secretary(put(MINUTES + "/" + inReview.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(minutes.json(TestMinutes.empty()))
                        .header("If-Match", "*"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.state").value("REVIEW"))
                .andExpect(jsonPath("$.detail").value(containsString("Granskas")));
        assertThat(minutes.now(inReview)).isEqualTo(inReview);
    }

    @Test
    void listsByStateAndWords() throws Exception {
        String word = "nämnden " + UUID.randomUUID();
        secretary(post(MINUTES).contentType(MediaType.APPLICATION_JSON).content("{\"body\":\"" + word + "\"}"));
        staff("AUDITOR", get(MINUTES).queryParam("q", word).queryParam("state", "DRAFT"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.items[0].title").value(containsString(word)))
                .andExpect(jsonPath("$.items[0].version").value(1))
                .andExpect(jsonPath("$.items[0].date").hasJsonPath());
        staff("AUDITOR", get(MINUTES).queryParam("q", word).queryParam("state", "FINAL"))
                .andExpect(jsonPath("$.items").isEmpty());
        staff("AUDITOR", get(MINUTES + "?state=&q=&page=0")).andExpect(status().isOk());
        staff("AUDITOR", get(MINUTES + "?state=LOST"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("state")));
    }

    @Test
    void importsAFileAndSaysWhatItWasNotSureOf() throws Exception {
        secretary(multipart(MINUTES + "/import").file(file("Styrelsen")))
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andExpect(jsonPath("$.draft.body").value("Styrelsen"))
                .andExpect(jsonPath("$.remarks[0].at").value("/body"))
                .andExpect(jsonPath("$.remarks[0].severity").value("REMARK"));
    }

    @Test
    void saysWhyAFileIsNoDraft() throws Exception {
        secretary(multipart(MINUTES + "/import").file(file("")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("Filen är tom."));
        secretary(multipart(MINUTES + "/import")).andExpect(status().isBadRequest());
    }

    @Test
    void remarksInTheReadersLanguage() throws Exception {
        String path = MINUTES + "/" + minutes.draft(TestMinutes.empty()).id() + "/remarks";
        secretary(get(path))
                .andExpect(jsonPath("$[*].at").value(hasItem("/meeting/date")))
                .andExpect(jsonPath("$[0].severity").value("BLOCKING"))
                .andExpect(jsonPath("$[0].hint").value("sv"));
        secretary(get(path).header("Accept-Language", "en"))
                .andExpect(jsonPath("$[0].hint").value("en"));
    }

    @Test
    void submitsOnce() throws Exception {
        MinutesView draft = minutes.draft();
        String path = MINUTES + "/" + draft.id() + "/submission";
        secretary(post(path)).andExpect(status().isPreconditionRequired());
        secretary(post(path).header("If-Match", "\"9\"")).andExpect(status().isPreconditionFailed());
        assertThat(minutes.now(draft)).isEqualTo(draft);
        secretary(post(path).header("If-Match", "\"1\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.state").value("REVIEW"));
        secretary(post(path).header("If-Match", "*")).andExpect(status().isConflict());
    }

    @Test
    void listsWhatIsMissingBeforeASubmission() throws Exception {
        MinutesView draft = minutes.draft(TestMinutes.empty());
        secretary(post(MINUTES + "/" + draft.id() + "/submission").header("If-Match", "\"1\""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].at").value(hasItem("/signatories")))
                .andExpect(jsonPath("$.errors[*].text").value(hasItem("Sammanträdets datum saknas.")))
                .andExpect(jsonPath("$.errors[*].hint").value(hasItem("Skriv det under Sammanträdet.")));
        assertThat(minutes.now(draft)).isEqualTo(draft);
    }

    @Test
    void cancelsWithAReason() throws Exception {
        MinutesView draft = minutes.draft();
        String path = MINUTES + "/" + draft.id() + "/cancellation";
        for (String body : new String[] {"{}", "{\"reason\":\"  \"}", "{\"reason\":null}"}) {
            secretary(post(path)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body)
                            .header("If-Match", "\"1\""))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].at").value("/reason"));
        }
        secretary(post(path).contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"Fel möte\"}"))
                .andExpect(status().isPreconditionRequired());
        assertThat(minutes.now(draft)).isEqualTo(draft);
        secretary(post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Fel möte\"}")
                        .header("If-Match", "\"1\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CANCELLED"));
        secretary(post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Fel möte\"}")
                        .header("If-Match", "*"))
                .andExpect(status().isConflict());
    }

    @Test
    void givesTheDraftAsPdfUntilItIsSealed() throws Exception {
        MinutesView draft = minutes.draft();
        byte[] pdf = players.draftPdf(draft.draft());
        String tag = "\"" + Sha256.of(pdf) + "\"";
        staff("REGISTRAR", get(MINUTES + "/" + draft.id() + "/pdf"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(content().bytes(pdf))
                .andExpect(header().string("ETag", tag))
                .andExpect(header().string("Content-Disposition", containsString("protokoll-styrelsen-nr-4-2026.pdf")));
        staff("REGISTRAR", get(MINUTES + "/" + draft.id() + "/pdf").header("If-None-Match", tag))
                .andExpect(status().isNotModified());
    }

    @Test
    void givesTheNewestRevisionOnceThereIsOne() throws Exception {
        MinutesView sealed = minutes.inAdjustment();
        byte[] pdf = "%PDF-1.7 förseglad".getBytes(StandardCharsets.UTF_8);
        new TransactionTemplate(transactions)
                .execute(t -> archive.store(DeskHouse.TENANT, sealed.id(), sealed.round(), null, pdf));
        staff("AUDITOR", get(MINUTES + "/" + sealed.id() + "/pdf"))
                .andExpect(content().bytes(pdf))
                .andExpect(header().string("ETag", "\"" + Sha256.of(pdf) + "\""));
    }

    @Test
    void showsWhoSignsAndHowFarTheyAre() throws Exception {
        staff("ADMIN", get(MINUTES + "/" + minutes.inAdjustment().id() + "/signatories"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].role").value(contains("SECRETARY", "CHAIR", "ADJUSTER")))
                .andExpect(jsonPath("$[0].state").value("WAITING"))
                .andExpect(jsonPath("$[1].email").value("alva.ek@forbundet.example"))
                .andExpect(jsonPath("$[1].signedAt").hasJsonPath());
    }

    @Test
    void correctsAnAddress() throws Exception {
        MinutesView now = minutes.inAdjustment();
        String path = MINUTES + "/" + now.id() + "/signatories/2/email";
        String right = "{\"email\":\"jon.justerare@forbundet.example\"}";
        secretary(put(path).contentType(MediaType.APPLICATION_JSON).content(right))
                .andExpect(status().isPreconditionRequired());
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\":\"jon\"}")
                        .header("If-Match", "*"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].text").value("Det är ingen mejladress."));
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(right)
                        .header("If-Match", "\"1\""))
                .andExpect(status().isPreconditionFailed());
        secretary(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(right)
                        .header("If-Match", "\"" + now.version() + "\""))
                .andExpect(status().isOk())
                .andExpect(header().exists("ETag"));
        assertThat(book.signatories(DeskHouse.TENANT, now.id()).get(2).email())
                .isEqualTo("jon.justerare@forbundet.example");
    }

    @Test
    void sendsALinkAgainOnlyToWhomItIsDue() throws Exception {
        MinutesView now = minutes.inReview();
        String path = MINUTES + "/" + now.id() + "/signatories/";
        secretary(post(path + "1/invitation")).andExpect(status().isPreconditionRequired());
        secretary(post(path + "1/invitation").header("If-Match", "\"1\"")).andExpect(status().isPreconditionFailed());
        secretary(post(path + "1/invitation").header("If-Match", "*")).andExpect(status().isAccepted());
        secretary(post(path + "2/invitation").header("If-Match", "*")).andExpect(status().isConflict());
        secretary(post(path + "7/invitation").header("If-Match", "*")).andExpect(status().isNotFound());
        secretary(post(path + "-1/invitation").header("If-Match", "*")).andExpect(status().isNotFound());
        secretary(post(MINUTES + "/" + minutes.draft().id() + "/signatories/1/invitation")
                        .header("If-Match", "*"))
                .andExpect(status().isConflict());
    }

    @Test
    void showsWhereTheProcessStands() throws Exception {
        players.stumble(new Incident("serviceTask_inviteReviewer", "Connection refused"));
        staff("AUDITOR", get(MINUTES + "/" + minutes.inReview().id() + "/process"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("REVIEW"))
                .andExpect(jsonPath("$.activities[0]").value("userTask_reviewDraft"))
                .andExpect(jsonPath("$.deadlines").isArray())
                .andExpect(jsonPath("$.incidents[0].message").value("Connection refused"));
        players.stumble();
    }

    @Test
    void showsTheTrailChained() throws Exception {
        staff("AUDITOR", get(MINUTES + "/" + minutes.inReview().id() + "/events"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].type").value(contains("minutes.opened", "minutes.submitted")))
                .andExpect(jsonPath("$[0].seq").value(1))
                .andExpect(jsonPath("$[0].actor").value("staff:secretary"))
                .andExpect(jsonPath("$[0].previous").value("0".repeat(64)))
                .andExpect(jsonPath("$[0].hash").value(not("0".repeat(64))));
    }

    @Test
    void saysWhoDidIt() throws Exception {
        String id = secretary(
                        post(MINUTES).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        staff("AUDITOR", get(id + "/events")).andExpect(jsonPath("$[0].actor").value("staff:secretary"));
    }

    @Test
    void tellsProblemsInTheCallersLanguageWithoutATrace() throws Exception {
        String path = MINUTES + "/" + UUID.randomUUID();
        secretary(get(path).header("Accept-Language", "en-GB,sv;q=0.5"))
                .andExpect(jsonPath("$.title").value("Not found"))
                .andExpect(jsonPath("$.trace").doesNotExist())
                .andExpect(jsonPath("$.exception").doesNotExist());
        secretary(get(path).header("Accept-Language", "de"))
                .andExpect(jsonPath("$.title").value("Finns inte"));
    }

    @Test
    void publishesTheSchemaOfADraft() throws Exception {
        web.perform(get(MINUTES + ".schema.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.properties.signatories").exists());
    }

    @Test
    void describesItself() throws Exception {
        web.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/minutes'].post.summary").value("Stores a new draft"))
                .andExpect(jsonPath("$.paths['/api/v1/minutes/{id}'].put.responses['412']")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/v1/minutes/{id}/pdf'].get").exists())
                .andExpect(jsonPath("$.components.schemas.Draft").exists())
                .andExpect(content().string(not(containsString("CurrentStaff"))));
    }

    private ResultActions secretary(AbstractMockHttpServletRequestBuilder<?> call) throws Exception {
        return staff("SECRETARY", call);
    }

    private ResultActions staff(String account, AbstractMockHttpServletRequestBuilder<?> call) throws Exception {
        return web.perform(call.with(httpBasic(account, DeskHouse.PASSWORD)));
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "protokoll.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
