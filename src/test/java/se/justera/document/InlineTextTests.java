package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*a* b | <em>a</em> b",
                "**a** *b* | <strong>a</strong> <em>b</em>",
                "***a*** | <strong><em>a</em></strong>",
                "*a **b** c* | <em>a <strong>b</strong> c</em>",
                "*a **b*** | <em>a <strong>b</strong></em>",
                "2 * 3 * 4 | 2 * 3 * 4",
                "*öppen | *öppen",
                "a** b* | a** b*",
                "\\*a\\* \\[b] | *a* [b]",
                "C:\\katalog | C:\\katalog",
                "[a](https://b.example/c) | <a href=\"https://b.example/c\">a</a>",
                "[a](http://b.example/å) | <a href=\"http://b.example/%C3%A5\">a</a>",
                "[a](mailto:a@b.example) | <a href=\"mailto:a@b.example\">a</a>",
                "[a](#) | a",
                "[a]() b | a b",
                "[a](#b) c | a c",
                "[a](JavaScript:x) | [a](JavaScript:x)",
                "[a](rättat av b) | [a](rättat av b)",
                "[](#) | [](#)",
                "[a](https:x y) | [a](https:x y)",
                "[[a](https://b.example) | [<a href=\"https://b.example\">a</a>",
                "x[^1] y[^2] | x<sup>1</sup> y[^2]",
                "_a_ `b` # c | _a_ `b` # c",
                "<b>&amp;</b> | &lt;b&gt;&amp;amp;&lt;/b&gt;",
            })
    void understandsEmphasisLinksAndNotesAndNothingElse(String markdown, String html) {
        assertThat(write(markdown)).isEqualTo(html);
    }

    @Test
    void keepsLineBreaks() {
        assertThat(write("a\r\nb\nc")).isEqualTo("a<br/>b<br/>c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "**a ", "*a", "[", "[a](", "[^", "\\", "*a*", "**", "[[a]", "* ", "[a](b)", "[a](#)", "***a "
            })
    void takesNoLongerThanTheTextIsLong(String hostile) {
        String text = hostile.repeat(200_000 / hostile.length());
        assertTimeout(Duration.ofSeconds(20), () -> write(text));
        assertTimeout(Duration.ofSeconds(20), () -> write(text + "])**"));
    }

    private static String write(String markdown) {
        var out = new Markup(PrintableText.forBrowsers());
        new InlineText(out, Set.of("1"), new Plain()).write(markdown);
        return out.toString();
    }

    private static final class Plain implements Inlines {

        @Override
        public void plain(Markup out, String text) {
            out.text(text);
        }

        @Override
        public void footnoteCall(Markup out, String mark) {
            out.element("sup", mark);
        }

        @Override
        public void link(Markup out, Hyperlink link) {
            out.element("a", link.words(), "href", link.address());
        }
    }
}
