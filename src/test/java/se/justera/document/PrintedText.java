package se.justera.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** What of a draft must be found in what is made of it: each word of each text, whatever the layout does between them. */
final class PrintedText {

    /** Coded values, dates and times are printed in words of their own. */
    private static final Pattern CODED = Pattern.compile(
            ".*/(kind|mode|role|status|type|form|choice|policy|date|start|end|adjustmentDay|adjustmentTime|signatures|attendance|footnotes|mark|email)");

    private static final Pattern MARKDOWN = Pattern.compile("\\[\\^[^\\]\\s]*]|\\]\\([^)]*\\)|[*\\[\\]\\\\]");
    private static final Pattern NO_LETTERS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}*\\[\\]\\\\-]+");

    private final String printed;
    private final PrintableText printable;

    private PrintedText(String printed, PrintableText printable) {
        this.printable = printable;
        this.printed = bare(printed);
    }

    static PrintedText onPages(byte[] pdf) {
        return new PrintedText(PdfReader.text(pdf), PrintableText.with(new Fonts()));
    }

    static PrintedText onScreen(String html) {
        String text = html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return new PrintedText(text, PrintableText.forBrowsers());
    }

    /** The places in the draft whose words are not there, with the words. */
    List<String> lackingOf(Draft draft) {
        return DraftJson.texts(draft).entrySet().stream()
                .filter(text -> !CODED.matcher(text.getKey()).matches())
                .flatMap(this::lacking)
                .toList();
    }

    private Stream<String> lacking(Map.Entry<String, String> text) {
        String shown = printable.apply(text.getValue());
        return Stream.of(MARKDOWN.matcher(shown).replaceAll(" ").split("[\\s\\p{Z}]+", -1))
                .map(this::bare)
                .filter(word -> !printed.contains(word))
                .map(word -> text.getKey() + ": " + word);
    }

    private String bare(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.forLanguageTag("sv"));
        return NO_LETTERS.matcher(composed).replaceAll("");
    }
}
