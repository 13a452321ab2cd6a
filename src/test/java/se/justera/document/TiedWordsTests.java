package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiedWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enligt|§ 12",
                "närvarande|§§ 3–5|och|§ 9",
                "den|29 augusti|kl. 09:00",
                "Den|3 maj,|Kl 9|i|salen",
                "3|majblommor",
                "avsätter|1 250 000 kronor",
                "354 tkr,|42 procent|och|17,8 miljoner kronor",
                "40 000 kr|av|2.332 tusen kronor|till|2|stationer",
                "bilaga 2|och|dnr 2024/14",
                "3|0000",
                "nr 3|2025-04-03|och|e-|post",
                "läsa|i|”Vägen|vidare”|och|(”2026”)|av|\"Nytt\"",
                "§",
                "kl.",
            })
    void breaksNowhereWithinANumberADateOrATime(String markedWhereALineMayBreak) {
        assertThat(broken(markedWhereALineMayBreak.replace("-|", "-").replace("|", " ")))
                .isEqualTo(markedWhereALineMayBreak.replaceAll("(?<!-)\\|", " |"));
    }

    private static String broken(String text) {
        var breaks = TiedWords.ofMinutes();
        breaks.setText(text);
        var places = new ArrayList<Integer>();
        for (int at = breaks.next(); at >= 0 && at < text.length(); at = breaks.next()) {
            places.add(at);
        }
        var marked = new StringBuilder(text);
        for (int i = places.size() - 1; i >= 0; i--) {
            marked.insert(places.get(i), "|");
        }
        return marked.toString();
    }
}
