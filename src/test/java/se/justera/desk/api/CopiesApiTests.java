package se.justera.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.Role;
import se.justera.access.SignedIn;
import se.justera.archive.Archive;
import se.justera.audit.AuditEntry;
import se.justera.audit.AuditTrail;
import se.justera.desk.AdjustedMinutes;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.desk.TestMinutes;
import se.justera.document.CopySetter;
import se.justera.document.EmbeddedMinutes;
import se.justera.document.EmbeddedProofs;
import se.justera.document.PdfTexts;
import se.justera.document.extract.Extract;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.TestTrust;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

@DeskTest
class CopiesApiTests {

    private static @Nullable MinutesView adjusted;

    @Autowired
    private MockMvc web;

    @Autowired
    private TestMinutes minutes;

    @Autowired
    private MinuteBook book;

    @Autowired
    private Archive archive;

    @Autowired
    private Signing signing;

    @Autowired
    private Validation validation;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Test
    void anExtractIsOfTheChosenMattersAndStandsInTheOriginal() throws Exception {
        MinutesView original = adjusted();
        byte[] pdf = extract(original, "{\"items\":[2]}", Role.SECRETARY)
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Extract extract = new EmbeddedProofs().extract(pdf).orElseThrow();
        assertThat(extract.shown().items())
                .containsExactly(original.draft().items().get(1));
        assertThat(extract.original().adjustedOn()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(extract.original().sha256())
                .isEqualTo(archive.latest(original.id(), 1).orElseThrow().sha256());
        assertThat(extract.signatures())
                .extracting(Extract.SignatureFact::name)
                .containsExactly("Sten Skrivare", "Alva Ek", "Jon Justerare");
        ValidationResult result = validation.validate("e.pdf", pdf, Locale.forLanguageTag("sv"));
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.reason()).contains("ordagrant i det undertecknade originalet");
        assertThat(result.signatures()).singleElement().satisfies(seal -> {
            assertThat(seal.format()).isEqualTo("PAdES_BASELINE_LTA");
            assertThat(seal.reason()).isEqualTo("Sigill: protokollsutdrag");
        });
        assertThat(PdfTexts.of(pdf))
                .contains("Protokollsutdrag", "§ 2 Val", "Sten Skrivare", original.verificationCode(), "Sida 1 (2)")
                .doesNotContain("Öppnande", "sten@forbundet.example");
    }

    @Test
    void theRegistrarMayToo() throws Exception {
        extract(adjusted(), "{\"positions\":[2]}", Role.REGISTRAR)
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(new EmbeddedProofs()
                                .extract(result.getResponse().getContentAsByteArray())
                                .orElseThrow()
                                .names())
                        .containsExactly("Avslutning"));
    }

    @Test
    void eachExtractIsAnEvent() throws Exception {
        MinutesView original = adjusted();
        byte[] pdf = extract(original, "{\"items\":[1],\"positions\":[2]}", Role.REGISTRAR)
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        List<AuditEntry> events = trail.of(DeskHouse.TENANT, original.id());
        AuditEntry last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("extract.made");
        assertThat(last.actor()).isEqualTo("staff:registrar");
        assertThat(last.details())
                .containsEntry("positions", "0,2")
                .containsEntry("sha256", Sha256.of(pdf).hex());
    }

    @Test
    void wrongNumbersAreRefusedByName() throws Exception {
        extract(adjusted(), "{\"items\":[2,99]}", Role.SECRETARY)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("Protokollet har ingen § 99. Inget utdrag gjordes."))
                .andExpect(jsonPath("$.errors[0].at").value("/items/1"))
                .andExpect(jsonPath("$.errors[0].text").value("Paragrafen finns inte."));
        extract(adjusted(), "{\"positions\":[3]}", Role.SECRETARY)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].at").value("/positions/0"));
        for (String nothing : List.of("{}", "{\"items\":[]}")) {
            extract(adjusted(), nothing, Role.SECRETARY)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.detail").value("Välj minst en paragraf till utdraget."));
        }
        for (String strange : List.of("{\"items\":[null]}", "{\"positions\":[-1]}")) {
            extract(adjusted(), strange, Role.SECRETARY).andExpect(status().isUnprocessableContent());
        }
        for (String broken : List.of("[1]", "{\"items\":\"alla\"}", "{\"item\":[1]}", "{\"items\":[1.5]}", "")) {
            extract(adjusted(), broken, Role.SECRETARY).andExpect(status().isBadRequest());
        }
    }

    @Test
    void thereAreNoCopiesBeforeTheMinutesAreAdjusted() throws Exception {
        for (MinutesView early :
                List.of(minutes.draft(), minutes.inReview(), minutes.inAdjustment(), minutes.cancelled())) {
            extract(early, "{\"items\":[1]}", Role.SECRETARY).andExpect(status().isConflict());
            publication(early).andExpect(status().isConflict());
        }
    }

    @Test
    void otherAssociationsFindNothing() throws Exception {
        web.perform(post("/api/v1/minutes/{id}/extracts", adjusted().id())
                        .with(httpBasic("stranger", DeskHouse.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"items\":[1]}"))
                .andExpect(status().isNotFound());
        web.perform(get("/api/v1/minutes/{id}/publication", adjusted().id())
                        .with(httpBasic("stranger", DeskHouse.PASSWORD)))
                .andExpect(status().isNotFound());
    }

    @Test
    void anExtractOfARoundThatWasDeclinedIsExposed() throws Exception {
        var house = new AdjustedMinutes(book, archive, signing, transaction, clock);
        MinutesView original = adjusted();
        byte[] good = extract(original, "{\"items\":[1]}", Role.SECRETARY)
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        MinutesView declined = house.sealed(draft());
        List<Participant> people = book.participants(declined.id());
        house.sign(declined, people.get(0));
        byte[] superseded = house.latest(declined).pdf();
        book.invited(people.get(1).id());
        book.decline(people.get(1).id(), "§ 2 är fel.");

        Extract forged = OfAnother.original(
                new EmbeddedProofs().extract(good).orElseThrow(),
                superseded,
                archive.revision(declined.id(), 1, 0).orElseThrow().pdf());
        ValidationResult result = validation.validate(
                "e.pdf", signing.seal(new CopySetter(clock).extractPdf(forged), "x"), Locale.forLanguageTag("sv"));
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(result.warnings()).contains("Originalet är inte justerat: alla har inte undertecknat det.");
    }

    @Test
    void adjustedMinutesAreAmongThoseToPreserveAndOthersAreNot() {
        assertThat(book.closed())
                .contains(adjusted().id())
                .doesNotContain(minutes.draft().id(), minutes.inAdjustment().id());
    }

    @Test
    void theCopyForPublicationHasNoPersonalData() throws Exception {
        MinutesView original = adjusted();
        byte[] pdf = publication(original)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(PdfTexts.of(pdf))
                .contains(
                        "Kopia för publicering",
                        "(personnummer borttaget)",
                        "(e-postadress borttagen)",
                        "Sten Skrivare")
                .contains(original.verificationCode(), "/validate")
                .doesNotContain("811218", "@");
        assertThat(new EmbeddedMinutes().read(pdf).orElseThrow().toString()).doesNotContain("811218", "@");
        assertThat(validation.validate("k.pdf", pdf, Locale.ENGLISH).verdict()).isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void personalNumbersInTheCertificatesAreInNoCopy() throws Exception {
        TestTrust withNumbers = TestTrust.with(Map.of("personal-numbers", "true"), clock);
        MinutesView original = new AdjustedMinutes(
                        book, archive, TestSigning.with(withNumbers, clock), transaction, clock)
                .of(draft());
        String number =
                HexFormat.of().formatHex(("PNOSE-" + TestSigning.PERSONAL_NUMBER).getBytes(StandardCharsets.US_ASCII));
        byte[] signed = archive.latest(original.id(), 1).orElseThrow().pdf();
        assertThat(new String(signed, StandardCharsets.ISO_8859_1)).containsIgnoringCase(number);

        byte[] copy = publication(original)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        byte[] extract = extract(original, "{\"items\":[2]}", Role.SECRETARY)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        for (byte[] pdf : List.of(copy, extract)) {
            assertThat(PdfTexts.decoded(pdf)).doesNotContain(TestSigning.PERSONAL_NUMBER, "PNOSE");
            assertThat(PdfTexts.decoded(pdf).toLowerCase(Locale.ROOT)).doesNotContain(number);
        }
    }

    @Test
    void thePageLetsStaffTickMattersAndGivesThePdf() throws Exception {
        MinutesView original = adjusted();
        web.perform(get("/desk/minutes/{id}/extract", original.id()).with(SignedIn.as(Role.REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("§ 2 Val")))
                .andExpect(content().string(containsString("Avslutning")));
        web.perform(post("/desk/minutes/{id}/extract", original.id())
                        .with(SignedIn.as(Role.REGISTRAR))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Välj minst en paragraf.")));
        web.perform(post("/desk/minutes/{id}/extract", original.id())
                        .param("positions", "0", "2")
                        .with(SignedIn.as(Role.REGISTRAR))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Disposition"))
                        .contains("attachment", "utdrag"));
        web.perform(get("/desk/minutes/{id}/extract", minutes.draft().id()).with(SignedIn.as(Role.SECRETARY)))
                .andExpect(status().isConflict());
        web.perform(get("/desk/minutes/{id}", original.id()).with(SignedIn.as(Role.REGISTRAR)))
                .andExpect(content().string(containsString("/desk/minutes/" + original.id() + "/extract")))
                .andExpect(content().string(containsString("/publication")));
    }

    private ResultActions extract(MinutesView of, String json, Role role) throws Exception {
        return web.perform(post("/api/v1/minutes/{id}/extracts", of.id())
                .with(httpBasic(role.name(), DeskHouse.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private ResultActions publication(MinutesView of) throws Exception {
        return web.perform(
                get("/api/v1/minutes/{id}/publication", of.id()).with(httpBasic("AUDITOR", DeskHouse.PASSWORD)));
    }

    /** Made once: signing takes a while. */
    private MinutesView adjusted() {
        MinutesView made = adjusted;
        if (made == null) {
            made = new AdjustedMinutes(book, archive, signing, transaction, clock).of(draft());
            adjusted = made;
        }
        return made;
    }

    private static Draft draft() {
        Item second = new Item(
                2,
                "Val",
                List.of(Block.paragraph(
                        "Karin Holm, 811218-9876, har avsagt sig. Hon nås på [karin](mailto:karin@forbundet.example)"
                                + " eller karin.holm@forbundet.example.")),
                List.of(new Decision("Till justerare utses Jon Justerare.")),
                null,
                List.of());
        Item last = new Item(
                null, "Avslutning", List.of(Block.paragraph("Ordföranden tackar.")), List.of(), null, List.of());
        Draft draft = TestMinutes.complete();
        return draft.withItems(List.of(draft.items().get(0), second, last), List.of());
    }

    /** An extract that says it is of another document. */
    private static final class OfAnother {

        static Extract original(Extract extract, byte[] last, byte[] sealed) {
            Extract.Original original = extract.original();
            return new Extract(
                    extract.format(),
                    extract.madeAt(),
                    extract.trial(),
                    new Extract.Original(
                            Sha256.of(last),
                            last.length,
                            Sha256.of(sealed),
                            sealed.length,
                            original.verificationCode(),
                            original.checkAt(),
                            original.adjustedOn(),
                            original.root(),
                            original.size()),
                    extract.minutes(),
                    extract.signatures(),
                    extract.items());
        }
    }
}
