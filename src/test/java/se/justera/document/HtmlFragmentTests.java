package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlFragmentTests {

    @ParameterizedTest
    @ValueSource(strings = {"board", "committee", "notes", "every-element", "deliberation"})
    void isOneWellFormedArticleInSwedishWithoutIdsOrScripts(String name) throws Exception {
        String html = HtmlFragment.of(Drafts.read(name), Labels.SWEDISH);
        var article = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getDocumentElement();
        assertThat(article.getTagName()).isEqualTo("article");
        assertThat(article.getAttribute("lang")).isEqualTo("sv");
        assertThat(html).doesNotContain(" id=", " style=", "<script", "<h1", "melker@", "tobias@");
        assertThat(html).contains("<h2 class=\"govuk-heading-l\"");
    }

    @Test
    void holdsTextDecisionsAttendanceAndNotes() {
        String html = HtmlFragment.of(Drafts.read("every-element"), Labels.SWEDISH);
        assertThat(html)
                .containsSubsequence(
                        "Protokoll</h2>",
                        "Fredag 24 november 2023",
                        "Närvaro</h3>",
                        "<strong>Đorđe Šarić (KD)</strong>, ledamot, Försäkringskassan, deltog digitalt, § 1112–1114, 1116",
                        "1115",
                        "<strong>delårsrapporten</strong>",
                        "<sup>[a]</sup>",
                        "<th scope=\"col\"",
                        "<em>Studiespåret</em>",
                        "href=\"https://www.malarskogen.example/avsikt\"",
                        "Beslut</h4>",
                        "<li>att lägga rapporten till handlingarna</li>",
                        "Utgår",
                        "Noter</h3>",
                        "AF = Arbetsförmedlingen",
                        "Underskrifter</h3>",
                        "<strong>Melker Rytt</strong>, Vid protokollet");
    }

    @Test
    void labelsInEnglishSayThatTheyAreEnglishWhileTheTextStaysSwedish() {
        String html = HtmlFragment.of(Drafts.read("board"), Locale.ENGLISH);
        assertThat(html)
                .contains("<h2 class=\"govuk-heading-l\" lang=\"en\">Minutes</h2>")
                .contains(">Decision</h4>")
                .contains("Monday 13 June 2022")
                .contains("Mötets öppnande");
    }
}
