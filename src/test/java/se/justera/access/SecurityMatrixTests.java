package se.justera.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;

@DeskTest
class SecurityMatrixTests {

    @Autowired
    MockMvc web;

    @ParameterizedTest(name = "{0} {1} for {2}")
    @CsvSource({
        "POST,   /api/v1/minutes,                              SECRETARY",
        "GET,    /api/v1/minutes,                              SECRETARY REGISTRAR AUDITOR ADMIN",
        "POST,   /api/v1/minutes/import,                       SECRETARY",
        "GET,    /api/v1/minutes/{id},                         SECRETARY",
        "PUT,    /api/v1/minutes/{id},                         SECRETARY",
        "GET,    /api/v1/minutes/{id}/remarks,                 SECRETARY",
        "POST,   /api/v1/minutes/{id}/submission,              SECRETARY",
        "POST,   /api/v1/minutes/{id}/cancellation,            SECRETARY",
        "GET,    /api/v1/minutes/{id}/pdf,                     SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,    /api/v1/minutes/{id}/signatories,             SECRETARY REGISTRAR AUDITOR ADMIN",
        "PUT,    /api/v1/minutes/{id}/signatories/0/email,     SECRETARY",
        "POST,   /api/v1/minutes/{id}/signatories/0/invitation,SECRETARY",
        "GET,    /api/v1/minutes/{id}/process,                 SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,    /api/v1/minutes/{id}/events,                  SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,    /api/v1/minutes/{id}/publication,             SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,    /api/v1/minutes/{id}/evidence/etsi-report.xml,SECRETARY REGISTRAR AUDITOR ADMIN",
        "POST,   /api/v1/minutes/{id}/extracts,                SECRETARY REGISTRAR",
        "GET,    /api/v1/minutes/{id}/notice,                  SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,    /api/v1/minutes/{id}/notice/proof,            SECRETARY REGISTRAR AUDITOR ADMIN",
        "PUT,    /api/v1/minutes/{id}/notice/boards/1/posting, REGISTRAR",
        "PUT,    /api/v1/minutes/{id}/notice/boards/1/removal, REGISTRAR",
        "DELETE, /api/v1/minutes/{id},                         SECRETARY",
        "GET,    /api/v1/anything-new,                         SECRETARY REGISTRAR AUDITOR ADMIN"
    })
    void theApiIsOpenToTheseRolesAndNoOthers(String method, String path, String allowed) throws Exception {
        assertThat(asAnonymous(method, path).getStatus()).isEqualTo(401);
        for (Role role : EnumSet.allOf(Role.class)) {
            int status = asStaff(method, path, role).getStatus();
            if (allowed.contains(role.name())) {
                assertThat(status).as(role.name()).isNotIn(401, 403, 500);
            } else {
                assertThat(status).as(role.name()).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} for {2}")
    @CsvSource({
        "GET,  /desk,                                        SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,  /desk/new,                                    SECRETARY",
        "POST, /desk/new,                                    SECRETARY",
        "GET,  /desk/import,                                 SECRETARY",
        "POST, /desk/import,                                 SECRETARY",
        "GET,  /desk/minutes/{id},                           SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,  /desk/minutes/{id}/edit,                      SECRETARY",
        "POST, /desk/minutes/{id}/edit,                      SECRETARY",
        "POST, /desk/minutes/{id}/submission,                SECRETARY",
        "GET,  /desk/minutes/{id}/cancellation,              SECRETARY",
        "POST, /desk/minutes/{id}/cancellation,              SECRETARY",
        "GET,  /desk/minutes/{id}/signatories/0/email,       SECRETARY",
        "POST, /desk/minutes/{id}/signatories/0/email,       SECRETARY",
        "POST, /desk/minutes/{id}/signatories/0/invitation,  SECRETARY",
        "GET,  /desk/minutes/{id}/extract,                   SECRETARY REGISTRAR",
        "POST, /desk/minutes/{id}/extract,                   SECRETARY REGISTRAR",
        "POST, /desk/minutes/{id}/retry,                     SECRETARY ADMIN",
        "GET,  /desk/inspections,                            AUDITOR",
        "POST, /desk/inspections,                            AUDITOR",
        "POST, /desk/inspections/{id}/removal,               AUDITOR",
        "GET,  /desk/notices,                                SECRETARY REGISTRAR AUDITOR ADMIN",
        "GET,  /desk/minutes/{id}/notice,                    SECRETARY REGISTRAR AUDITOR ADMIN",
        "POST, /desk/minutes/{id}/notice/posting,            REGISTRAR",
        "POST, /desk/minutes/{id}/notice/removal,            REGISTRAR",
        "GET,  /desk/boards,                                 ADMIN",
        "POST, /desk/boards,                                 ADMIN",
        "POST, /desk/boards/office,                          ADMIN",
        "POST, /desk/boards/removal,                         ADMIN",
        "GET,  /desk/identification,                         ADMIN",
        "POST, /desk/identification,                         ADMIN",
        "POST, /desk/identification/numbers,                 ADMIN",
        "GET,  /anything-new,                                SECRETARY REGISTRAR AUDITOR ADMIN"
    })
    void thePagesAreOpenToTheseRolesAndNoOthers(String method, String path, String allowed) throws Exception {
        var stranger = web.perform(request(HttpMethod.valueOf(method), path, UUID.randomUUID())
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(stranger.getStatus()).isEqualTo(302);
        assertThat(stranger.getRedirectedUrl()).endsWith("/login");
        for (Role role : EnumSet.allOf(Role.class)) {
            int status = asSignedIn(method, path, role).getStatus();
            if (allowed.contains(role.name())) {
                assertThat(status).as(role.name()).isNotIn(302, 401, 403, 500);
            } else {
                assertThat(status).as(role.name()).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,  /",
        "GET,  /login",
        "GET,  /validate",
        "GET,  /board",
        "POST, /validate",
        "POST, /api/v1/validations",
        "POST, /services/rest/validation/validateSignature",
        "GET,  /api/v1/minutes.schema.json",
        "GET,  /api/v1/validation-result.schema.json",
        "GET,  /v3/api-docs",
        "GET,  /actuator/health",
        "GET,  /task/whatever",
        "GET,  /demo/mail",
        "POST, /tsa",
        "GET,  /css/justera.css",
        "GET,  /fonts/SourceSans3-Regular.woff2",
        "GET,  /webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css"
    })
    void theseAreOpenToEverybody(String method, String path) throws Exception {
        assertThat(asAnonymous(method, path).getStatus()).isNotIn(302, 401, 403);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/env", "/actuator/beans", "/actuator/heapdump"})
    void showsNothingOfItsInsides(String path) throws Exception {
        assertThat(asAnonymous("GET", path).getStatus()).isEqualTo(302);
        assertThat(asSignedIn("GET", path, Role.ADMIN).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse asAnonymous(String method, String path) throws Exception {
        return web.perform(request(HttpMethod.valueOf(method), path, UUID.randomUUID()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse asStaff(String method, String path, Role role) throws Exception {
        return web.perform(request(HttpMethod.valueOf(method), path, UUID.randomUUID())
                        .with(httpBasic(role.name(), DeskHouse.PASSWORD)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse asSignedIn(String method, String path, Role role) throws Exception {
        return web.perform(request(HttpMethod.valueOf(method), path, UUID.randomUUID())
                        .with(SignedIn.as(role))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
