package se.justera.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoPressTests {

    private static final String DRAWING =
            """
            <?xml version="1.0"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">
              <defs><linearGradient id="g"><stop offset="0" stop-color="#0b3d75"/></linearGradient></defs>
              <style>.a { fill: url(#g); }</style>
              <rect class="a" width="100" height="100"/><circle cx="200" cy="50" r="40" fill="#0b3d75"/>
            </svg>
            """;

    @Test
    void drawsAPngAnewOnWhiteAndNoLargerThanAPageNeeds() throws Exception {
        var picture = new BufferedImage(1800, 600, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0);
        Logo logo = LogoPress.print(png(picture));
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(logo.width()).isEqualTo(900).isEqualTo(drawn.getWidth());
        assertThat(logo.height()).isEqualTo(300).isEqualTo(drawn.getHeight());
        assertThat(drawn.getColorModel().hasAlpha()).isFalse();
        assertThat(drawn.getRGB(450, 150)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void drawsTheShapesOfAnSvg() throws Exception {
        Logo logo = LogoPress.print(DRAWING.getBytes(StandardCharsets.UTF_8));
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(drawn.getWidth()).isEqualTo(900);
        assertThat(drawn.getHeight()).isEqualTo(300);
        assertThat(drawn.getRGB(600, 150)).isEqualTo(new Color(0x0b3d75).getRGB());
        assertThat(drawn.getRGB(870, 20)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void refusesALogoOfTwentyThousandPixelsASideBeforeItIsDecoded() throws Exception {
        assertThatThrownBy(() -> LogoPress.print(headOfAPng(20_000, 20_000)))
                .isInstanceOf(LogoRefused.TooDetailed.class)
                .hasMessageContaining("4000");
    }

    @Test
    void refusesMoreThanAMegabyte() {
        assertThatThrownBy(() -> LogoPress.print(new byte[1_000_001])).isInstanceOf(LogoRefused.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "no picture", "<html/>", "<svg", "GIF89a", "%PDF-1.7",
                "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>",
                "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
                        + "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
                        + "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg'><text>&h;&h;</text></svg>"
            })
    void refusesWhatIsNoPicture(String file) {
        assertThatThrownBy(() -> LogoPress.print(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LogoRefused.NoPicture.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<rect width='9' height='9' onload='alert(1)'/>",
                "<image href='HERE/x.png' width='9' height='9'/>",
                "<use href='HERE/x.svg#a'/>",
                "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='HERE/x.svg#a'/>",
                "<style>@import url(HERE/x.css);</style>",
                "<style>rect { fill: url(HERE/x.svg#g) }</style>",
                "<style>rect { fill: u\\\\72l(HERE/x.svg#g) }</style>",
                "<rect width='9' height='9' style='fill: url(HERE/x.svg#g)'/>",
                "<rect width='9' height='9' fill='url(HERE/x.svg#g)'/>",
                "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='HERE'/></foreignObject>",
                "<iframe xmlns='http://www.w3.org/1999/xhtml' src='HERE'/>",
                "<a href='javascript:alert(1)'><rect width='9' height='9'/></a>",
                "<filter id='f'><feImage href='HERE/x.png'/></filter>",
                "<image href='file:///etc/passwd' width='9' height='9'/>",
                "<animate attributeName='href' values='HERE'/>"
            })
    void refusesAnSvgThatRunsOrFetchesSomething(String inside) throws Exception {
        try (var server = new ServerSocket(0)) {
            server.setSoTimeout(1);
            String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                    + inside.replace("HERE", "http://127.0.0.1:" + server.getLocalPort()) + "</svg>";
            assertThatThrownBy(() -> LogoPress.print(svg.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(LogoRefused.ReachesOut.class);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void fetchesNeitherEntitiesNorDocumentTypes() throws Exception {
        try (var server = new ServerSocket(0)) {
            server.setSoTimeout(1);
            String svg = "<!DOCTYPE svg SYSTEM 'http://127.0.0.1:" + server.getLocalPort() + "/x.dtd' ["
                    + "<!ENTITY a SYSTEM 'http://127.0.0.1:" + server.getLocalPort() + "/a'>"
                    + "<!ENTITY b SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' "
                    + "viewBox='0 0 9 9'><text>&a;&b;</text><rect width='9' height='9'/></svg>";
            LogoPress.print(svg.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesAnSvgThatUsesItsPartsWithoutEnd() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g id='a'>" + "<use href='#a'/>".repeat(13)
                + "</g></svg>";
        assertThatThrownBy(() -> LogoPress.print(svg.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LogoRefused.TooDetailed.class);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    /** A PNG that says its size and ends there: whoever decodes it fails otherwise. */
    private static byte[] headOfAPng(int width, int height) throws IOException {
        var head = new ByteArrayOutputStream();
        var data = new DataOutputStream(head);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 6, 0, 0, 0});
        var crc = new CRC32();
        crc.update(head.toByteArray());
        var out = new ByteArrayOutputStream();
        var file = new DataOutputStream(out);
        file.writeLong(0x89504E470D0A1A0AL);
        file.writeInt(13);
        file.write(head.toByteArray());
        file.writeInt((int) crc.getValue());
        return out.toByteArray();
    }
}
