package dev.vetrina.order.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is done in whatever order, and wherever batches end. */
class WaitlistPropertyTest {

    private static final UUID BRAND = UUID.randomUUID();
    private static final PointOfSale GB = new PointOfSale("GB", null, null);

    /** One line, and the orders that hold its units. */
    private static final class Shelf {
        private final VariantStock stock = new VariantStock(UUID.randomUUID(), null);
        private final LineInMemory line = new LineInMemory();
        private final List<UUID> orders = new ArrayList<>();
        private Instant now = Instant.parse("2026-06-01T12:00:00Z");
        private long putOnSale;

        StockLevel level() {
            return stock.pool(Pools.SHARED, BRAND);
        }

        void settle() {
            List<Waiter> lineBefore = line.first(new UUID(0, 0), Pools.SHARED, Long.MAX_VALUE);
            long free = level().available();
            Settlement settlement = new Settlement(line, now);
            settlement.settle(stock);
            List<Waiter> offered = settlement.offered();

            assertThat(offered).isEqualTo(lineBefore.subList(0, offered.size()));
            assertThat(offered.stream().mapToLong(Waiter::offered).sum()).isLessThanOrEqualTo(free);
            assertThat(level().waiting() > 0 && level().available() > 0).isFalse();
        }
    }

    @Property(tries = 500)
    void theOrderIsKeptAndNoUnitIsLostOrOfferedTwice(
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 9) Integer> commands,
            @ForAll @IntRange(min = 0, max = 5) int units,
            @ForAll @IntRange(min = 1, max = 4) int batch) {
        Shelf shelf = new Shelf();
        receive(shelf, units);
        int taken = 0;
        for (int command : commands) {
            attempt(shelf, command);
            equationsHold(shelf);
            if (++taken % batch == 0) {
                shelf.settle();
                equationsHold(shelf);
            }
        }
    }

    private static void equationsHold(Shelf shelf) {
        StockLevel level = shelf.level();
        long offered = shelf.line.all().stream()
                .filter(waiter -> waiter.status() == WaiterStatus.OFFERED)
                .mapToLong(Waiter::offered)
                .sum();
        assertThat(level.available() + level.held() + level.sold()).isEqualTo(shelf.putOnSale);
        assertThat(level.held()).isEqualTo(shelf.orders.size() + offered);
        assertThat(level.waiting())
                .isEqualTo(shelf.line.all().stream()
                        .filter(waiter -> waiter.status() == WaiterStatus.WAITING)
                        .count());
    }

    private static void attempt(Shelf shelf, int command) {
        switch (command) {
            case 0 -> receive(shelf, 1);
            case 1, 2 -> join(shelf, command);
            case 3 -> buy(shelf);
            case 4 -> release(shelf);
            case 5 -> pay(shelf);
            case 6 -> first(shelf, WaiterStatus.OFFERED).ifPresent(waiter -> takeOffer(shelf, waiter));
            case 7 ->
                first(shelf, WaiterStatus.OFFERED)
                        .ifPresent(waiter -> shelf.stock.endOffer(waiter, WaiterStatus.DECLINED, shelf.now));
            case 8 -> expire(shelf);
            default ->
                first(shelf, WaiterStatus.WAITING)
                        .or(() -> first(shelf, WaiterStatus.OFFERED))
                        .ifPresent(waiter -> shelf.stock.leave(waiter, shelf.now));
        }
    }

    private static void receive(Shelf shelf, int units) {
        shelf.level().adjust(units, MovementReason.RECEIVED, null, shelf.now);
        shelf.putOnSale += units;
    }

    private static void join(Shelf shelf, int quantity) {
        if (shelf.level().covers(1)) {
            return;
        }
        Waiter waiter = Waiter.join(new Waiter.Wish(
                UUID.randomUUID(),
                shelf.level().variantId(),
                BRAND,
                "customer",
                GB,
                Pools.SHARED,
                quantity,
                Duration.ofMinutes(5),
                shelf.now));
        shelf.stock.join(waiter);
        shelf.line.add(waiter);
    }

    private static void buy(Shelf shelf) {
        boolean somebodyWaits = first(shelf, WaiterStatus.WAITING).isPresent();
        if (shelf.level().covers(1)) {
            assertThat(somebodyWaits).isFalse();
            UUID order = UUID.randomUUID();
            shelf.level().hold(1, order, shelf.now);
            shelf.orders.add(order);
        }
    }

    private static void release(Shelf shelf) {
        if (!shelf.orders.isEmpty()) {
            shelf.level().release(1, shelf.orders.removeFirst(), shelf.now);
        }
    }

    private static void pay(Shelf shelf) {
        if (!shelf.orders.isEmpty()) {
            shelf.level().sellHeld(1, shelf.orders.removeFirst(), shelf.now);
        }
    }

    private static void takeOffer(Shelf shelf, Waiter waiter) {
        UUID order = UUID.randomUUID();
        StockLevel _ = shelf.stock.takeOffer(waiter, 1, order, shelf.now);
        shelf.orders.add(order);
    }

    private static void expire(Shelf shelf) {
        shelf.now = shelf.now.plus(Duration.ofMinutes(6));
        shelf.line.all().stream()
                .filter(waiter -> waiter.due(shelf.now))
                .forEach(waiter -> shelf.stock.endOffer(waiter, WaiterStatus.EXPIRED, shelf.now));
    }

    private static Optional<Waiter> first(Shelf shelf, WaiterStatus status) {
        return shelf.line.all().stream()
                .filter(waiter -> waiter.status() == status)
                .findFirst();
    }
}
