package se.justera.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.kernel.Sha256;

class VerifiedBeforeTests {

    private final VerifiedBefore before = new VerifiedBefore(2);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forgets_what_nobody_asked_for_longest(boolean right) {
        before.add(number(1), right);
        before.add(number(2), right);

        assertThat(before.answer(number(1))).isEqualTo(right);
        before.add(number(3), right);

        assertThat(before.answer(number(1))).isEqualTo(right);
        assertThat(before.answer(number(2))).isNull();
        assertThat(before.answer(number(3))).isEqualTo(right);
    }

    @Test
    void a_flood_of_wrong_ones_pushes_out_none_that_was_right() {
        before.add(number(1), true);
        for (int i = 2; i < 10; i++) {
            before.add(number(i), false);
        }

        assertThat(before.answer(number(1))).isTrue();
        assertThat(before.answer(number(9))).isFalse();
        assertThat(before.answer(number(2))).isNull();
    }

    private static Sha256 number(int number) {
        return Sha256.of(new byte[] {(byte) number});
    }
}
