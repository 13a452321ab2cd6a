package se.justera.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTests {

    @Test
    void holdsTheCaseNumbersOfTheMinutesAndOfTheirMatters() {
        Draft draft =
                DraftJson.read("{\"caseNumber\":\"2026/3\",\"items\":[{\"number\":22,\"caseNumber\":\"SF 14/2026\","
                        + "\"subItems\":[{\"heading\":\"Bakgrund\",\"caseNumber\":\"2026/15\"}]}]}");

        assertThat(SearchText.of(draft)).contains("2026/3", "§22", "sf 14/2026", "bakgrund", "2026/15");
    }
}
