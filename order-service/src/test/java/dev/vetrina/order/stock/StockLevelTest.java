package dev.vetrina.order.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StockLevelTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final UUID ORDER = UUID.randomUUID();

    @Test
    void aHoldTakesFromWhatIsAvailable() {
        StockLevel level = level(5);

        level.hold(3, ORDER, NOON);

        assertThat(level.available()).isEqualTo(2);
        assertThat(level.held()).isEqualTo(3);
    }

    @Test
    void moreThanIsAvailableCannotBeHeld() {
        StockLevel level = level(2);

        assertThatThrownBy(() -> level.hold(3, ORDER, NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(level.available()).isEqualTo(2);
        assertThat(level.held()).isZero();
    }

    /** Whatever is tried in whatever order: no counter is negative, and each is the sum of its movements. */
    @Property
    void countersAreTheSumOfTheirMovements(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 4) Integer> commands,
            @ForAll @IntRange(min = 0, max = 10) int units) {
        StockLevel level = level(units);
        for (int command : commands) {
            attempt(level, command);
        }
        assertThat(level.available()).isNotNegative().isEqualTo(sum(level, StockMovement::availableDelta));
        assertThat(level.held()).isNotNegative().isEqualTo(sum(level, StockMovement::heldDelta));
        assertThat(level.sold()).isNotNegative().isEqualTo(sum(level, StockMovement::soldDelta));
        assertThat(level.available() + level.held() + level.sold()).isEqualTo(units);
    }

    private static void attempt(StockLevel level, int command) {
        try {
            switch (command) {
                case 0 -> level.hold(2, ORDER, NOON);
                case 1 -> level.sellHeld(1, ORDER, NOON);
                case 2 -> level.release(1, ORDER, NOON);
                case 3 -> level.sellLate(1, ORDER, NOON);
                default -> level.hold(1, ORDER, NOON);
            }
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("negative");
        }
    }

    private static long sum(StockLevel level, ToLongFunction<StockMovement> column) {
        return level.movements().stream().mapToLong(column).sum();
    }

    private static StockLevel level(long available) {
        StockLevel level = StockLevel.untouched(UUID.randomUUID(), Pools.SHARED, UUID.randomUUID());
        level.adjust(available, MovementReason.RECEIVED, null, NOON);
        return level;
    }
}
