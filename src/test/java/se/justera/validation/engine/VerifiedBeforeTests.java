package se.justera.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.justera.kernel.Sha256;

class VerifiedBeforeTests {

    @Test
    void forgets_what_nobody_asked_for_longest() {
        VerifiedBefore before = new VerifiedBefore(2);
        before.add(number(1));
        before.add(number(2));

        assertThat(before.knows(number(1))).isTrue();
        before.add(number(3));

        assertThat(before.knows(number(1))).isTrue();
        assertThat(before.knows(number(2))).isFalse();
        assertThat(before.knows(number(3))).isTrue();
    }

    private static Sha256 number(int number) {
        return Sha256.of(new byte[] {(byte) number});
    }
}
