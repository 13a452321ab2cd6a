package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PdfPagePicturesTests {

    private final PdfPagePictures pictures = new PdfPagePictures();
    private final byte[] pdf = new ArchiveTypesetter(Clock.systemUTC()).sealablePdf(Drafts.order(Drafts.read("board")));

    @Test
    void drawsEachPageReadably() throws IOException {
        for (int page = 1; page <= pictures.pageCount(pdf); page++) {
            byte[] png = pictures.png(pdf, page);
            assertThat(png).hasSizeLessThan(2_000_000);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(picture.getWidth()).isBetween(900, 1300);
            assertThat(picture.getHeight()).isBetween(1300, 1800);
            assertThat(share(picture)).isBetween(0.002, 0.3);
        }
    }

    @Test
    void hasNoPageZeroNorOneAfterTheLast() {
        assertThatThrownBy(() -> pictures.png(pdf, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pictures.png(pdf, pictures.pageCount(pdf) + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void drawsAHugePageCoarsely() throws IOException {
        byte[] huge;
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(200_000, 200_000)));
            var out = new ByteArrayOutputStream();
            document.save(out);
            huge = out.toByteArray();
        }
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(pictures.png(huge, 1)));
        assertThat((long) picture.getWidth() * picture.getHeight()).isLessThan(3_500_000);
    }

    @Test
    void saysWhenTheBytesAreNoPdf() {
        assertThatThrownBy(() -> pictures.pageCount(new byte[] {1, 2, 3})).isInstanceOf(UnreadableMinutes.class);
        assertThatThrownBy(() -> pictures.png(new byte[0], 1)).isInstanceOf(UnreadableMinutes.class);
    }

    /** How much of the paper is dark. */
    private static double share(BufferedImage picture) {
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFF) < 128) {
                    dark++;
                }
            }
        }
        return (double) dark / picture.getWidth() / picture.getHeight();
    }
}
