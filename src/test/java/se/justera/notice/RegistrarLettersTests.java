package se.justera.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.justera.access.PublicAddress;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.notice.RegistrarLetters.Matter;
import se.justera.notify.Letter;

class RegistrarLettersTests {

    private static final MinutesId MINUTES = new MinutesId(new UUID(0, 7));
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));

    private final List<Letter> sent = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void tellTheRegistrarWhatThereIsToDoAndWhere(Matter matter) {
        letters("rut@forbundet.example").write(MINUTES, matter);

        assertThat(sent).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("rut@forbundet.example");
            assertThat(RegistrarLettersTests.class.getResource("/mail/" + letter.template() + ".txt"))
                    .isNotNull();
            assertThat(letter.facts())
                    .containsEntry("latest", "14 mars 2026")
                    .containsEntry("boards", "Kommunen, Regionen");
            assertThat(letter.facts().get("link"))
                    .hasToString("https://justera.example/desk/minutes/" + MINUTES + "/notice");
        });
    }

    @Test
    void tellNobodyWhereNobodyWantsToBeTold() {
        letters(null).write(MINUTES, Matter.POST);

        assertThat(sent).isEmpty();
    }

    @Test
    void aNoticeNamesItsParagraphsShortly() {
        assertThat(Paragraphs.of(draft(33, 34, 35, 38, 40, 41))).isEqualTo("§§ 33–35, 38, 40–41");
        assertThat(Paragraphs.of(draft(7))).isEqualTo("§ 7");
        assertThat(Paragraphs.of(draft())).isEmpty();
    }

    private RegistrarLetters letters(@Nullable String registrar) {
        Announcements announcements = mock(Announcements.class);
        when(announcements.of(MINUTES)).thenReturn(Optional.of(announcement()));
        NoticeBoards boards = mock(NoticeBoards.class);
        when(boards.office(TENANT)).thenReturn(new Office("Kansliet", registrar));
        PublicAddress address = mock(PublicAddress.class);
        when(address.of("/desk/minutes/" + MINUTES + "/notice"))
                .thenReturn(java.net.URI.create("https://justera.example/desk/minutes/" + MINUTES + "/notice"));
        return new RegistrarLetters(announcements, boards, sent::add, address);
    }

    private static Announcement announcement() {
        Instant at = Instant.parse("2026-03-12T08:00:00Z");
        var minutes = new MinutesView(
                MINUTES,
                TENANT,
                MinutesState.ADJUSTED,
                9,
                1,
                draft(1),
                "7KQ4-M2XP-9TWB",
                null,
                LocalDate.of(2026, 3, 12),
                at,
                at);
        return Announcement.of(minutes, 0, "Kansliet", List.of(board("Kommunen"), board("Regionen")), new AppealTime());
    }

    private static Posting board(String name) {
        return Posting.due(new NoticeBoard(UUID.randomUUID(), name, null));
    }

    private static Draft draft(int... numbers) {
        var items = java.util.Arrays.stream(numbers)
                .mapToObj(number -> new Item(number, "Ärende", List.of(), List.of(), null, List.of()))
                .toList();
        return new Draft(null, null, "Styrelsen", null, null, null, List.of(), items, List.of(), List.of(), List.of());
    }
}
