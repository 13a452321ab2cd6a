package se.justera.validation.own;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The words of a PDF as they run, whatever they look like: a printed, cropped or saved copy has the same. */
public final class RunningText {

    private static final int PAGES = 60;
    private static final int MOST = 60_000;
    private static final Pattern BROKEN = Pattern.compile("(?<=\\p{Ll})[-\\u00AD]\\s*\\R\\s*(?=\\p{Ll})");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private RunningText() {}

    /** In small letters; a word broken at the end of a line is whole again. Empty where the file is no PDF that can be read. */
    public static List<String> words(byte[] pdf) {
        List<String> words = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = Math.min(PAGES, document.getNumberOfPages());
            for (int page = 1; page <= pages && words.size() < MOST; page++) {
                collect(BoundedText.of(document, page), words);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return List.of(); // half a text is none
        }
        return words;
    }

    private static void collect(String text, List<String> words) {
        String whole =
                BROKEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        for (String word : BETWEEN.split(whole.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty() && words.size() < MOST) {
                words.add(word);
            }
        }
    }
}
