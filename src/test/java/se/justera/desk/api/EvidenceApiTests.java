package se.justera.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
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
import se.justera.archive.Revision;
import se.justera.desk.AdjustedMinutes;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.desk.TestMinutes;
import se.justera.document.extract.KeptSalts;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.signing.Signing;
import se.justera.validation.Validation;
import se.justera.validation.ValidationReport;

/** What was kept when a document was sealed is shown to its association's staff years later, and to nobody else. */
@DeskTest
class EvidenceApiTests {

    private static @Nullable MinutesView kept;
    private static String simple = "";
    private static String etsi = "";

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
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Test
    void allStaffFetchTheReportsAsTheyWereKept() throws Exception {
        MinutesView minutes = kept();
        for (Role role : Role.values()) {
            fetch(minutes, "etsi-report.xml", role.name())
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(MediaType.APPLICATION_XML))
                    .andExpect(header().string("Content-Disposition", "attachment; filename=\"etsi-report.xml\""))
                    .andExpect(content().bytes(etsi.getBytes(StandardCharsets.UTF_8)));
        }
        fetch(minutes, "simple-report.xml?revision=4", "AUDITOR")
                .andExpect(content().bytes(simple.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherAssociationsStaffAndStrangersFetchNothing() throws Exception {
        fetch(kept(), "etsi-report.xml", "stranger").andExpect(status().isNotFound());
        web.perform(get("/api/v1/minutes/" + kept().id() + "/evidence/etsi-report.xml"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void nothingElseThatIsKeptBesideADocumentCanBeFetched() throws Exception {
        assertThat(archive.evidence(kept().id(), kept().round(), 0, KeptSalts.KIND))
                .isPresent();
        for (String kind : new String[] {KeptSalts.KIND, KeptSalts.KIND + "?revision=0", "detailed-report.xml", "x"}) {
            fetch(kept(), kind, "ADMIN").andExpect(status().isNotFound());
        }
    }

    @Test
    void thereIsNothingOfAnotherRevisionOrBeforeTheSeal() throws Exception {
        fetch(kept(), "simple-report.xml?revision=3", "ADMIN").andExpect(status().isNotFound());
        fetch(kept(), "simple-report.xml?revision=-1", "ADMIN").andExpect(status().isNotFound());
        fetch(kept(), "simple-report.xml?revision=many", "ADMIN").andExpect(status().isBadRequest());
        fetch(minutes.draft(), "simple-report.xml", "ADMIN").andExpect(status().isNotFound());
    }

    @Test
    void thePageTellsWhatHeldThenAndOnDemandWhatHoldsNow() throws Exception {
        String page = "/desk/minutes/" + kept().id();
        web.perform(get(page).with(SignedIn.as(Role.AUDITOR)))
                .andExpect(content().string(containsString("Kontrollerat när alla hade undertecknat")))
                .andExpect(content().string(containsString("GILTIGT")))
                .andExpect(content().string(containsString("2026-")))
                .andExpect(content().string(containsString("/evidence/etsi-report.xml?revision=4")))
                .andExpect(content().string(not(containsString("Kontrollerat nu"))));
        web.perform(get(page + "?check=now").with(SignedIn.as(Role.AUDITOR)))
                .andExpect(content().string(containsString("Kontrollerat nu")))
                .andExpect(
                        content().string(containsString("Dokumentet är förseglat och undertecknat av tre personer")));
        web.perform(get("/desk/minutes/" + minutes.draft().id() + "?check=now").with(SignedIn.as(Role.SECRETARY)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Kontrollerat"))));
    }

    private ResultActions fetch(MinutesView minutes, String kind, String who) throws Exception {
        return web.perform(
                get("/api/v1/minutes/" + minutes.id() + "/evidence/" + kind).with(httpBasic(who, DeskHouse.PASSWORD)));
    }

    private MinutesView kept() {
        MinutesView made = kept;
        if (made == null) {
            made = new AdjustedMinutes(book, archive, signing, transaction, clock).of(TestMinutes.complete());
            keep(archive.latest(made.id(), made.round()).orElseThrow());
            kept = made;
        }
        return made;
    }

    /** As the process does it. */
    private void keep(Revision last) {
        ValidationReport report = validation.report("", last.pdf(), Locale.ENGLISH);
        simple = report.simple().orElseThrow();
        etsi = report.etsi().orElseThrow();
        transaction.executeWithoutResult(t -> {
            archive.keepEvidence(DeskHouse.TENANT, last, "simple-report.xml", simple.getBytes(StandardCharsets.UTF_8));
            archive.keepEvidence(DeskHouse.TENANT, last, "etsi-report.xml", etsi.getBytes(StandardCharsets.UTF_8));
        });
    }
}
