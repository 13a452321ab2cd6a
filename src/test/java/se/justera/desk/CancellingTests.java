package se.justera.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.justera.access.CurrentStaff;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesView;
import se.justera.process.StepNotWaiting;

class CancellingTests {

    private final MinutesId minutes = new MinutesId(UUID.randomUUID());
    private final CurrentStaff staff = new CurrentStaff(new TenantId(UUID.randomUUID()), "sekreterare", Set.of());
    private final MinutesView cancelled = mock(MinutesView.class);
    private final StepNotWaiting onItsWay = mock(StepNotWaiting.class);
    private final MinuteBook book = mock(MinuteBook.class);
    private final Cancelling cancelling = new Cancelling(book);

    @Test
    void a_process_that_was_on_its_way_is_stopped_when_it_has_got_there() {
        when(book.cancel(staff.tenant(), staff.actor(), minutes, 2L, "Fel möte"))
                .thenThrow(onItsWay)
                .thenThrow(onItsWay)
                .thenReturn(cancelled);

        assertThat(cancelling.cancel(staff, minutes, 2L, "Fel möte")).isSameAs(cancelled);
    }

    @Test
    void one_that_never_gets_there_is_told_of_in_the_end() {
        when(book.cancel(staff.tenant(), staff.actor(), minutes, null, "Fel möte"))
                .thenThrow(onItsWay);

        assertThatThrownBy(() -> cancelling.cancel(staff, minutes, null, "Fel möte"))
                .isSameAs(onItsWay);
    }

    @Test
    void what_is_refused_for_another_reason_is_not_tried_again() {
        MinutesRefused.Wanting noReason = new MinutesRefused.Wanting("/reason", "a reason is needed");
        when(book.cancel(staff.tenant(), staff.actor(), minutes, null, "")).thenThrow(noReason);

        assertThatThrownBy(() -> cancelling.cancel(staff, minutes, null, "")).isSameAs(noReason);
        verify(book, times(1)).cancel(staff.tenant(), staff.actor(), minutes, null, "");
    }
}
