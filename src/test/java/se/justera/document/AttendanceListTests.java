package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.justera.document.AttendanceList.Person;

class AttendanceListTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sekreterare, nämndsekreterare | nämndsekreterare",
                "sekreterare, förbundschef | sekreterare, förbundschef",
                "ordförande, vice ordförande | ordförande, vice ordförande",
                "sekreterare | sekreterare",
            })
    void saysASecretarysOfficeOnce(String office, String printed) {
        assertThat(new Person("Tor Berg", office, "", "", false).saidOnce().office())
                .isEqualTo(printed);
    }
}
