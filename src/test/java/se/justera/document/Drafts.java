package se.justera.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import javax.imageio.ImageIO;
import se.justera.minutes.Draft;
import tools.jackson.databind.json.JsonMapper;

/** The drafts under {@code src/test/resources/drafts}. */
public final class Drafts {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Drafts() {}

    /** The draft of a file, by its name without the ending. */
    public static Draft read(String name) {
        try (InputStream in = Drafts.class.getResourceAsStream("/drafts/" + name + ".json")) {
            return JSON.readValue(Objects.requireNonNull(in, name).readAllBytes(), Draft.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Draft parse(String json) {
        return JSON.readValue(json, Draft.class);
    }

    /** An order with a space for everybody who signs. */
    public static DocumentOrder order(Draft draft) {
        return new DocumentOrder(
                draft,
                SignatureSpace.allOf(draft),
                "7KQ4-M2XP-9TWB",
                URI.create("https://justera.example/validate"),
                true);
    }

    /** A letterhead with a logo of our own drawing. */
    static Letterhead letterhead() {
        var picture = new BufferedImage(720, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 720, 240);
        Color[] colours = {new Color(0x0b3d75), new Color(0x2e7d6b), new Color(0xc9861a)};
        for (int i = 0; i < colours.length; i++) {
            canvas.setColor(colours[i]);
            canvas.fill(new Ellipse2D.Double(10 + 150 * i, 10, 220, 220));
            canvas.setColor(Color.WHITE);
            canvas.fill(new Ellipse2D.Double(60 + 150 * i, 60, 120, 120));
        }
        canvas.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Letterhead(png.toByteArray(), 720, 240, "Logotyp för Samordningsförbundet Norra Sjöbygden");
    }
}
