package dev.vetrina.order.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    static final long QUADRILLION = 1_000_000_000_000_000L;

    @Test
    void whatIsLeftGoesToThoseWhoLostMost() {
        assertThat(LargestRemainder.allocate(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(LargestRemainder.allocate(10, new long[] {15, 25, 60})).containsExactly(2, 2, 6);
        assertThat(LargestRemainder.allocate(5, new long[] {0, 7, 0})).containsExactly(0, 5, 0);
    }

    @Test
    void anAmountForNobodyIsRefused() {
        assertThatThrownBy(() -> LargestRemainder.allocate(1, new long[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.allocate(-1, new long[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LargestRemainder.allocate(0, new long[] {0, 0})).containsExactly(0, 0);
    }

    @Property
    void theSharesAddUpToTheAmount(
            @ForAll @LongRange(max = QUADRILLION) long amount,
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = Long.MAX_VALUE) Long> weighing) {
        long[] weights = longs(weighing);
        assertThat(Arrays.stream(LargestRemainder.allocate(amount, weights)).sum())
                .isEqualTo(amount);
    }

    @Property
    void whoWeighsMoreNeverGetsLess(
            @ForAll @LongRange(max = QUADRILLION) long amount,
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = QUADRILLION) Long> weighing) {
        long[] weights = longs(weighing);
        long[] shares = LargestRemainder.allocate(amount, weights);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                if (weights[i] > weights[j]) {
                    assertThat(shares[i]).isGreaterThanOrEqualTo(shares[j]);
                }
            }
        }
    }

    @Property
    void nobodyIsMoreThanAUnitAwayFromTheirShare(
            @ForAll @LongRange(max = 1_000_000) long amount,
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 1_000_000) Long> weighing) {
        long[] weights = longs(weighing);
        long[] shares = LargestRemainder.allocate(amount, weights);
        long sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            assertThat(Math.abs(shares[i] * sum - amount * weights[i])).isLessThan(sum);
        }
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
