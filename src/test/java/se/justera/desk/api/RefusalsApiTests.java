package se.justera.desk.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.Role;
import se.justera.archive.Archive;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.desk.TestMinutes;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinutesView;

/** Staff read why our own validation refused something; nobody reads another association's reports. */
@DeskTest
class RefusalsApiTests {

    private static final byte[] REPORT = "<SimpleReport/>".getBytes(StandardCharsets.UTF_8);

    private final MockMvc web;
    private final MinutesView minutes;

    RefusalsApiTests(
            @Autowired MockMvc web,
            @Autowired TestMinutes minutes,
            @Autowired Archive archive,
            @Autowired PlatformTransactionManager transactions) {
        this.web = web;
        this.minutes = minutes.inAdjustment();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> archive.keepRefusal(DeskHouse.TENANT, this.minutes.id(), 1, 0, REPORT));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void givesStaffTheReportByItsHash(Role role) throws Exception {
        web.perform(get(path(Sha256.of(REPORT).hex())).with(httpBasic(role.name(), DeskHouse.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_XML))
                .andExpect(content().bytes(REPORT));
    }

    @Test
    void knowsNoOtherReports() throws Exception {
        for (String hash :
                new String[] {"0".repeat(64), "x", Sha256.of(REPORT).hex().substring(1) + "g"}) {
            web.perform(get(path(hash)).with(httpBasic("SECRETARY", DeskHouse.PASSWORD)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void tellsNobodyElse() throws Exception {
        web.perform(get(path(Sha256.of(REPORT).hex()))).andExpect(status().isUnauthorized());
        web.perform(get(path(Sha256.of(REPORT).hex())).with(httpBasic("stranger", DeskHouse.PASSWORD)))
                .andExpect(status().isNotFound());
    }

    private String path(String hash) {
        return "/api/v1/minutes/" + minutes.id() + "/refusals/" + hash;
    }
}
