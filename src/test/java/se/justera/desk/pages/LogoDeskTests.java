package se.justera.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.justera.access.Role;
import se.justera.access.SignedIn;
import se.justera.desk.DeskHouse;
import se.justera.desk.DeskTest;
import se.justera.document.Letterheads;
import se.justera.kernel.TenantId;

@DeskTest
class LogoDeskTests {

    @Autowired
    MockMvc web;

    @Autowired
    Letterheads letterheads;

    @Test
    void takesALogoThatStandsInTheLetterheadUntilItIsRemoved() throws Exception {
        upload(Role.ADMIN, picture()).andExpect(redirectedUrl("/desk/logo"));
        web.perform(get("/desk/logo/picture").with(SignedIn.as(Role.SECRETARY)))
                .andExpect(content().contentType(MediaType.IMAGE_PNG));
        assertThat(letterheads.of(DeskHouse.TENANT)).hasValueSatisfying(letterhead -> {
            assertThat(letterhead.width()).isEqualTo(300);
            assertThat(letterhead.alternative()).startsWith("Logotyp för ");
        });
        assertThat(letterheads.of(new TenantId(java.util.UUID.randomUUID()))).isEmpty();
        web.perform(post("/desk/logo/removal").with(csrf()).with(SignedIn.as(Role.SECRETARY)))
                .andExpect(redirectedUrl("/desk/logo"));
        web.perform(get("/desk/logo/picture").with(SignedIn.as(Role.SECRETARY))).andExpect(status().isNotFound());
        assertThat(letterheads.of(DeskHouse.TENANT)).isEmpty();
    }

    @Test
    void saysWhyAFileIsNoLogo() throws Exception {
        upload(Role.SECRETARY, "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("SVG-bilden har skript")));
        upload(Role.SECRETARY, new byte[0])
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("varken en PNG- eller en SVG-bild")));
    }

    @Test
    void letsNobodyElseChangeIt() throws Exception {
        upload(Role.AUDITOR, picture()).andExpect(status().isForbidden());
        upload(Role.REGISTRAR, picture()).andExpect(status().isForbidden());
    }

    private ResultActions upload(Role role, byte[] file) throws Exception {
        return web.perform(multipart("/desk/logo")
                .file(new MockMultipartFile("file", "logo.png", null, file))
                .locale(java.util.Locale.forLanguageTag("sv"))
                .with(csrf())
                .with(SignedIn.as(role)));
    }

    private static byte[] picture() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
