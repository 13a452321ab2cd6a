package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft.AttendeeRole;

class PeopleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Anita Alm (L), Norrby stad | Anita Alm | - | - | L | Norrby stad",
                "Kjell Lager, (M) Västra Götalandsregionen | Kjell Lager | - | - | M | Västra Götalandsregionen",
                "förbundschef Annelie Rys-Hagman | Annelie Rys-Hagman | OFFICER | förbundschef | - | -",
                "Fredrik Skog AF | Fredrik Skog | - | - | - | AF",
                "Bo Ask S | Bo Ask | - | - | S | -",
                "Maja Cederås (förbundschef) | Maja Cederås | OFFICER | förbundschef | - | -",
                "Jan von Essen, 2:e vice ordförande | Jan von Essen | SECOND_VICE_CHAIR | - | - | -",
                "Hanna Kock\tOrdförande, Tallåsen | Hanna Kock | CHAIR | - | - | Tallåsen",
                "Siv Ek (C), tjg. ersättare | Siv Ek | SUBSTITUTE | - | C | -",
                "Åsa Öberg, auktoriserad revisor, KPMG | Åsa Öberg | AUDITOR | auktoriserad revisor | - | KPMG",
                "Bo Ask Region Nord | Bo Ask | - | - | - | Region Nord",
                "Roger Öhman (S) tjänstgörande §38-48 | Roger Öhman | SUBSTITUTE | - | S | -",
                "Sara Fager, HR-chef och chef verksamhetsstöd | Sara Fager | OFFICER | HR-chef och chef verksamhetsstöd | - | -",
                "Alva Jarlén, Brandmännens Riksförbund | Alva Jarlén | - | - | - | Brandmännens Riksförbund",
                "Karl Ek, s, observerande ersättare | Karl Ek | SUBSTITUTE | - | s | -",
                "Eric Hansson, tjänstgörande ordförande | Eric Hansson | CHAIR | - | - | -",
            })
    void readsOnePerson(String text, String name, AttendeeRole role, String title, String party, String represents) {
        List<Person> people = People.of(text).all();
        assertThat(people).hasSize(1);
        Person person = people.get(0);
        assertThat(person.name()).isEqualTo(name);
        assertThat(person.role()).isEqualTo(role);
        assertThat(person.title()).isEqualTo(title);
        assertThat(person.party()).isEqualTo(party);
        assertThat(person.represents()).isEqualTo(represents);
    }

    @Test
    void tellsPeopleApartByWordsThatNoNameHolds() {
        assertThat(
                        names(
                                "Anna Ek, Eskilstuna, ordf, Eva Lund Berg, Gnesta, 1:e v ordf Bo Ask, Försäkringskassan Ola Löv, chef"))
                .containsExactly("Anna Ek", "Eva Lund Berg", "Bo Ask", "Ola Löv");
        assertThat(names("Anna Ek (S) och Bo Ask samt ekonomen Eva Öst"))
                .containsExactly("Anna Ek", "Bo Ask", "Eva Öst");
        assertThat(names("Anna Ek, Eskilstuna Bo Ask, Flen")).containsExactly("Anna Ek", "Bo Ask");
    }

    private static List<String> names(String text) {
        return People.of(text).all().stream().map(Person::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"på § 1115,1115,1115", "§1-4,1,4", "§§ 12–15,12,15", "fr.o.m. § 5,5,2000", "till § 8,1,8", "(§ 3),3,3"})
    void readsForWhichParagraphsSomebodyWasThere(String note, int first, int last) {
        Person person = People.of("Bo Ask, ekonom " + note).all().get(0);
        assertThat(person.presentFor(1, 2000)).containsExactly(List.of(first, last));
        assertThat(person.title()).isEqualTo("ekonom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elin Fjäll (C), 2:e vice ordförande, ej § 84 på grund av jäv",
                "Elin Fjäll (C) ej § 84 på grund av jäv",
                "Elin Fjäll ej § 84 på grund av jäv",
                "Elin Fjäll (C), ej § 84 på grund av jäv, § 80–83, 85–86"
            })
    void saysThatSomebodyWasAwayBesideTheReason(String text) {
        Person person = People.of(text).all().get(0);
        assertThat(person.name()).isEqualTo("Elin Fjäll");
        assertThat(person.title()).isEqualTo("ej § 84 på grund av jäv");
        assertThat(person.presentFor(80, 86)).containsExactly(List.of(80, 83), List.of(85, 86));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mötets öppnande",
                "Region Sörmland",
                "Eva",
                "BESLUT OM BUDGET",
                "Västra Götalandsregionen",
                "Bo Ask AF",
                "Nästa Möte",
                "Upplands Väsby",
                "Övriga Frågor",
                "Anna Ek S"
            })
    void takesNothingElseForAName(String text) {
        assertThat(Names.isName(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bo Ask",
                "Ingrid Löv Norling",
                "Anna-Karin Rys-Hagman",
                "Jan von Essen",
                "Örjan O’Hara",
                "Maria de la Cruz",
                "VERA LINDKVIST"
            })
    void knowsNamesByTheirForm(String text) {
        assertThat(Names.isName(text)).isTrue();
    }
}
