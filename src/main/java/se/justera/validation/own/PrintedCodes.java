package se.justera.validation.own;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * The verification codes that stand on the first and the last pages of a PDF.
 *
 * @param scanned whether those pages are pictures without a letter of text, so that there may be codes that nobody here
 *     can read
 */
public record PrintedCodes(Set<String> codes, boolean scanned) {

    private static final int PAGES = 3;
    private static final int MOST = 20;
    private static final String FOUR = "[0-9A-HJKMNP-TV-Z]{4}";
    private static final Pattern CODE =
            Pattern.compile("(?<![\\p{L}\\p{N}-])" + FOUR + "-" + FOUR + "-" + FOUR + "(?![\\p{L}\\p{N}-])");

    /** In the order of the pages; a page with more text than people read, or one that is broken, has none. */
    public static PrintedCodes of(byte[] uploadedPdf) {
        var codes = new LinkedHashSet<String>();
        int pictures = 0;
        int looked = 0;
        try (PDDocument document = Loader.loadPDF(uploadedPdf)) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages && codes.size() < MOST; page++) {
                if (page <= PAGES || page > pages - PAGES) {
                    String text = BoundedText.of(document, page);
                    collect(text, codes);
                    looked++;
                    pictures += text.isBlank() && showsAPicture(document.getPage(page - 1)) ? 1 : 0;
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new PrintedCodes(codes, false); // damaged: what was read until then
        }
        return new PrintedCodes(codes, looked > 0 && pictures == looked);
    }

    /** Nothing was read. */
    public static PrintedCodes none() {
        return new PrintedCodes(Set.of(), false);
    }

    private static boolean showsAPicture(PDPage page) {
        PDResources resources = page.getResources();
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void collect(String text, Set<String> codes) {
        Matcher code = CODE.matcher(text);
        while (codes.size() < MOST && code.find()) {
            codes.add(code.group());
        }
    }
}
