package se.justera.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.justera.access.CurrentStaff;
import se.justera.access.Role;
import se.justera.access.SignedIn;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.identification.AssociationRules;
import se.justera.identification.Capacity;
import se.justera.identification.IdentificationRules;
import se.justera.identification.Level;

@DeskTest
class IdentificationDeskTests {

    @Autowired
    MockMvc web;

    @Autowired
    IdentificationRules rules;

    @AfterEach
    void asBefore() {
        rules.decide(new CurrentStaff(DeskHouse.TENANT, "admin", Set.of(Role.ADMIN)), AssociationRules.byMail());
    }

    @Test
    void showsWhatCountsNow() throws Exception {
        String page = web.perform(get("/desk/identification").with(SignedIn.as(Role.ADMIN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "Ordföranden som undertecknar",
                        "Engångskod med e-post",
                        "Passkey",
                        "Engångsnyckel som görs här")
                .doesNotContain("??", "personnummer");
        assertThat(page.split("checked=\"checked\"", -1)).hasSize(5);
    }

    @Test
    void keepsWhatTheAdministratorDecides() throws Exception {
        web.perform(decision()
                        .param("methods.CHAIR", "passkey")
                        .param("source.CHAIR", "csc")
                        .param("least", "low"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/desk/identification"));
        AssociationRules decided = rules.of(DeskHouse.TENANT);
        assertThat(decided.methods(Capacity.CHAIR)).isEqualTo(Set.of("mail-code", "passkey"));
        assertThat(decided.methods(Capacity.ADJUSTER)).isEqualTo(Set.of("mail-code"));
        assertThat(decided.keySource(Capacity.CHAIR)).isEqualTo("csc");
        assertThat(decided.keySource(Capacity.ADJUSTER)).isEqualTo("one-time-key");
        assertThat(web.perform(get("/desk/identification").with(SignedIn.as(Role.ADMIN)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Ändringar", "[mail-code] → [mail-code, passkey]", "one-time-key → csc");
    }

    @Test
    void leavesNobodyWithoutAWayToDoTheirTask() throws Exception {
        String page = web.perform(post("/desk/identification")
                        .with(SignedIn.as(Role.ADMIN))
                        .with(csrf())
                        .param("methods.REVIEWER", "mail-code")
                        .param("methods.SECRETARY", "mail-code")
                        .param("methods.CHAIR", "no-such-method")
                        .param("methods.ADJUSTER", "mail-code")
                        .param("least", "substantial"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "Välj minst ett sätt för ordföranden.",
                        "Sekreteraren behöver ett sätt som når minsta tillitsnivån.",
                        "Justerarna behöver ett sätt som når minsta tillitsnivån.")
                .doesNotContain("för den som granskar.");
        assertThat(rules.of(DeskHouse.TENANT).leastForSigning()).isEqualTo(Level.LOW);
    }

    @Test
    void takesNoNumberThatIsNone() throws Exception {
        web.perform(post("/desk/identification/numbers")
                        .with(SignedIn.as(Role.ADMIN))
                        .with(csrf())
                        .param("name", "Alva Ek")
                        .param("number", "1234"))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/desk/identification/numbers")
                        .with(SignedIn.as(Role.ADMIN))
                        .with(csrf())
                        .param("name", "Alva Ek")
                        .param("number", "19000101-9802"))
                .andExpect(redirectedUrl("/desk/identification"));
    }

    private static MockHttpServletRequestBuilder decision() {
        MockHttpServletRequestBuilder request =
                post("/desk/identification").with(SignedIn.as(Role.ADMIN)).with(csrf());
        for (Capacity capacity : Capacity.values()) {
            request.param("methods." + capacity, "mail-code");
        }
        return request;
    }
}
