package se.justera.association;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws an uploaded picture anew, on white, as large as the head of a page needs it. */
final class LogoPress {

    private static final int MOST_BYTES = 1_000_000;
    private static final int WIDEST = 900;
    private static final int HIGHEST = 330;

    private LogoPress() {}

    static Logo print(byte[] uploadedPicture) {
        if (uploadedPicture.length > MOST_BYTES) {
            throw new LogoRefused.TooLarge();
        }
        return UploadedPng.looksLikeOne(uploadedPicture)
                ? ofPixels(UploadedPng.decode(uploadedPicture))
                : ofShapes(UploadedSvg.checked(uploadedPicture));
    }

    private static Logo ofPixels(BufferedImage picture) {
        double scale = Math.min(1, scale(picture.getWidth(), picture.getHeight()));
        return drawn(picture.getWidth() * scale, picture.getHeight() * scale, canvas -> {
            canvas.scale(scale, scale);
            canvas.drawImage(picture, 0, 0, null);
        });
    }

    private static Logo ofShapes(byte[] svg) {
        try {
            SVGDocument shapes = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(svg),
                            null,
                            LoaderContext.builder()
                                    .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                                    .build());
            if (shapes == null) {
                throw new LogoRefused.NoPicture();
            }
            double scale = scale(shapes.size().width, shapes.size().height);
            double width = shapes.size().width * scale;
            double height = shapes.size().height * scale;
            return drawn(width, height, canvas -> shapes.renderWithPlatform(
                    NullPlatformSupport.INSTANCE, canvas, new ViewBox((float) width, (float) height)));
        } catch (RuntimeException e) {
            throw e instanceof LogoRefused refused ? refused : new LogoRefused.NoPicture();
        }
    }

    private static double scale(double width, double height) {
        double scale = Math.min(WIDEST / width, HIGHEST / height);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new LogoRefused.NoPicture();
        }
        return scale;
    }

    private static Logo drawn(double width, double height, Consumer<Graphics2D> drawing) {
        var picture = new BufferedImage(
                Math.max(1, (int) Math.round(width)),
                Math.max(1, (int) Math.round(height)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.accept(canvas);
        canvas.dispose();
        return new Logo(png(picture), picture.getWidth(), picture.getHeight());
    }

    private static byte[] png(BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(picture, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
