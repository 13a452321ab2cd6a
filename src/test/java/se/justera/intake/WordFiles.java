package se.justera.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word files made for the tests. */
final class WordFiles {

    private WordFiles() {}

    static byte[] made(Consumer<XWPFDocument> content) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            content.accept(document);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One paragraph a line, as people type minutes in Word. */
    static byte[] typed(String text) {
        return made(document -> text.lines()
                .forEach(line -> document.createParagraph().createRun().setText(line.strip())));
    }

    static String fixture(String name) {
        try (InputStream in = WordFiles.class.getResourceAsStream("/imports/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
