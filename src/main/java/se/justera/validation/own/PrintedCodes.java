package se.justera.validation.own;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The verification codes that stand on the first and the last pages of a PDF. */
public final class PrintedCodes {

    private static final int PAGES = 3;
    private static final int MOST = 20;
    private static final String FOUR = "[0-9A-HJKMNP-TV-Z]{4}";
    private static final Pattern CODE =
            Pattern.compile("(?<![\\p{L}\\p{N}-])" + FOUR + "-" + FOUR + "-" + FOUR + "(?![\\p{L}\\p{N}-])");

    private PrintedCodes() {}

    /** In the order of the pages; a page with more text than people read, or one that is broken, has none. */
    public static Set<String> of(byte[] uploadedPdf) {
        var codes = new LinkedHashSet<String>();
        try (PDDocument document = Loader.loadPDF(uploadedPdf)) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages && codes.size() < MOST; page++) {
                if (page <= PAGES || page > pages - PAGES) {
                    collect(BoundedText.of(document, page), codes);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return codes; // damaged: what was read until then
        }
        return codes;
    }

    private static void collect(String text, Set<String> codes) {
        Matcher code = CODE.matcher(text);
        while (codes.size() < MOST && code.find()) {
            codes.add(code.group());
        }
    }
}
